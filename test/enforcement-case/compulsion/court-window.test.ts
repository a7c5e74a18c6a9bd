// From when may the court be asked where a remedy went on beyond the periods for it (强制法 53, 54)?
import { expect, it } from 'vitest'
import { transition } from 'xstate'
import { machine } from '../../../domain/enforcement-case/statechart.ts'
import { refusal } from '../../case/acting.ts'
import { day, decided, demanded, matter, prosecuting, sample } from '../samples.ts'
import { stands } from '../surcharge/paying.ts'

/** Sued on the last day for it; the three months after that day are over on 2026-12-02. */
const sued = () => {
  const action = sample('receive-remedy', 1)
  const play = prosecuting(matter, day, ...decided, ...demanded, ['until', '2026-09-02'])
  play.does([
    'fa',
    'receive-remedy',
    { ...action, filedOn: '2026-09-02', receivedOn: '2026-09-02' },
  ])
  return play
}

it('after an action that was withdrawn there are three months from that day', () => {
  const play = sued()
  play.does(['until', '2026-12-10'])
  expect(refusal(() => play.does(['gao', 'apply-court'])).words).toContain('尚未终结')
  play.does(stands('2026-12-10', 'withdrawn'))
  expect([play.context().courtFrom, play.due('court-application')]).toEqual([
    '2026-12-10',
    '2027-03-10',
  ])
  expect(refusal(() => play.does(['gao', 'apply-court'])).words).toContain('2026-12-11')
  play.does(['until', '2026-12-11'], ['gao', 'apply-court'])
  expect(play.where('compulsion')).toBe('compulsion.applied')
})

it('one that is withdrawn before they begin takes nothing from them', () => {
  const play = sued()
  play.does(stands('2026-09-02', 'withdrawn'), ['until', '2026-09-03'], ['gao', 'apply-court'])
  expect([play.context().courtFrom, play.where('compulsion')]).toEqual([
    '2026-09-02',
    'compulsion.applied',
  ])
})

it('where it has ended once more after a remedy, the fine may be given up as before', () => {
  const play = prosecuting(matter, day, ...decided, ...demanded, ['until', '2026-12-04'])
  expect([play.where('compulsion'), play.context().courtEnd]).toEqual([
    'compulsion.lapsed',
    'lapsed',
  ])
  play.does(
    [
      'fa',
      'receive-remedy',
      { ...sample('receive-remedy', 1), filedOn: '2026-12-04', receivedOn: '2026-12-04' },
    ],
    stands('2026-12-04'),
  )
  expect(play.context().courtEnd).toBeNull()
  // The days of 2027 are estimates, so that the period itself brings about nothing yet.
  const before = machine.resolveState(play.record().snapshot as never)
  const lapsed = { type: 'court-lapsed', data: {}, at: '2027-03-23T00:00:00.000Z', signatures: [] }
  const [after] = transition(machine, before, lapsed as never)
  expect(after.context).toMatchObject({ courtEnd: 'lapsed' })
})
