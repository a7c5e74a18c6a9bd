// Who goes to court for a fine that a remedy has changed (复议法 78)?
import { expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, prosecuting, sample } from '../samples.ts'
import { changed, stands } from '../surcharge/paying.ts'

const on = '2026-04-02'
const asks: Line = ['gao', 'apply-court']
/** `kind`: 0 reconsideration, 1 litigation. */
const seeks = (kind: 0 | 1, filedOn: string): Line => [
  'fa',
  'receive-remedy',
  { ...sample('receive-remedy', kind), filedOn, receivedOn: filedOn },
]
const demandedAnew: Line[] = [
  ['lin', 'issue-demand'],
  ['lin', 'serve-demand', { ...sample('serve-demand'), servedOn: '2026-05-20' }],
]
const changedBy = (kind: 0 | 1) =>
  prosecuting(
    matter,
    day,
    ...decided,
    ...demanded,
    seeks(kind, on),
    ['until', '2026-05-20'],
    changed('2026-05-20', 10_000),
    ...demandedAnew,
  )
const tried = (play: ReturnType<typeof changedBy>) => refusal(() => play.does(asks)).words

it('changed by a reconsideration its authority does, also where an action upheld that', () => {
  const play = changedBy(0)
  play.does(['until', '2026-06-04'])
  expect(tried(play)).toContain('第七十八条')
  play.does(seeks(1, '2026-06-04'), stands('2026-06-04'), ['until', '2026-06-24'])
  expect(tried(play)).toContain('第七十八条')
})

it('changed by a judgment the bureau does, also after a reconsideration', () => {
  const play = changedBy(0)
  play.does(['until', '2026-06-03'], seeks(1, '2026-06-03'), changed('2026-06-03', 5_000))
  play.does(
    ['lin', 'issue-demand'],
    ['lin', 'serve-demand', { ...sample('serve-demand'), servedOn: '2026-06-03' }],
    ['until', '2026-06-23'],
  )
  expect(tried(play)).toBe('')
  const sued = changedBy(1)
  sued.does(['until', '2026-06-09'])
  expect(tried(sued)).toBe('')
})

it('upheld by a reconsideration the bureau does', () => {
  const play = prosecuting(matter, day, ...decided, ...demanded, seeks(0, on))
  play.does(['until', '2026-05-20'], stands('2026-05-20'), ['until', '2026-06-05'])
  expect(tried(play)).toBe('')
})
