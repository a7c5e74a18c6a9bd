// What becomes of payment and demand where the day on which the decision was served is corrected (更正, 处罚法 67)?
import { expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, matter, prosecuting, sample } from '../samples.ts'
import { corrects } from './correcting.ts'

const goes = (...lines: Line[]) => prosecuting(matter, day, ...decided, ...lines)
const serves = (servedOn: string): Line => [
  'lin',
  'serve-demand',
  { ...sample('serve-demand'), servedOn },
]

it('to a later one: nothing is demanded before the fine is due by it', () => {
  const play = goes(['until', '2026-03-19'])
  expect(play.where('compulsion')).toBe('compulsion.demanding')
  corrects(play, 'serve-decision', ['servedOn', '2026-03-12'])
  expect(play.due('payment')).toBe('2026-03-27')
  play.does(['until', '2026-03-27'])
  const early = refusal(() => play.does(['lin', 'issue-demand'])).words
  expect(early).toContain('缴款期限至2026-03-27')
  expect(early).toContain('第六十七条')
  play.does(['until', '2026-03-28'], ['lin', 'issue-demand'], serves('2026-03-28'))
  expect(play.where('compulsion')).toBe('compulsion.demanded')
})

it('to a later one: what was demanded meanwhile is not served before the fine is due', () => {
  const play = goes(['until', '2026-03-19'], ['lin', 'issue-demand'])
  corrects(play, 'serve-decision', ['servedOn', '2026-03-12'])
  expect(refusal(() => play.does(serves('2026-03-19'))).words).toContain('缴款期限至2026-03-27')
})
