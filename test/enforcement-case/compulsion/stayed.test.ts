// Is the enterprise left in peace while its penalty is stayed (处罚法 73, 复议法 42, 行诉法 56)?
import { expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, prosecuting } from '../samples.ts'

const sought: Line = ['fa', 'receive-remedy']
const stay: Line = ['fa', 'order-stay']
const lift: Line = ['fa', 'lift-stay']
const [overdue, demands, serves] = demanded as [Line, Line, Line]
const goes = (...lines: Line[]) => prosecuting(matter, day, ...decided, ...lines)

it('nothing is demanded until the stay is lifted', () => {
  const play = goes(sought, stay, overdue)
  expect(refusal(() => play.does(demands)).words).toContain('第七十三条')
  play.does(lift, demands, serves)
  expect(play.where('compulsion')).toBe('compulsion.demanded')
})

it('what was demanded before is not served either', () => {
  const play = goes(sought, overdue, demands, stay)
  expect(refusal(() => play.does(serves)).words).toContain('第七十三条')
  play.does(lift, serves)
  expect(play.where('compulsion')).toBe('compulsion.demanded')
})

it('a remedy that stays nothing stops no demand', () => {
  const play = goes(sought, overdue, demands, serves)
  expect(play.where('compulsion')).toBe('compulsion.demanded')
})
