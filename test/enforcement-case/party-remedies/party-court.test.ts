// Until when may the court be asked to enforce the fine of a person, whatever becomes of his remedies (强制法 53, 54, 复议法 78)?
import { describe, expect, it } from 'vitest'
import { sample } from '../samples.ts'
import { litigation } from './party-remedy-samples.ts'
import {
  clockOf,
  contextOf,
  demanded,
  itemOf,
  onParty,
  onRemedy,
  type Play,
  seeks,
  servedPerson,
  stateOf,
  whyNot,
} from './pursuing.ts'

const clock = 'party-court-application'
const papers = ['00000000-0000-4000-8000-000000000001']
/** All of that name, by how they stand and when they end. */
const windows = (play: Play) =>
  play
    .record()
    .obligations.filter((one) => one.clock === clock)
    .map(({ status, due }) => [status, due])
const running = (play: Play): string[] =>
  windows(play).flatMap(([status = '', due = '']) => (status === 'running' ? [due] : []))
const sues = (play: Play, on: string): void =>
  seeks(play, { ...litigation, filedOn: on, receivedOn: on })
const asksReconsideration = (play: Play, on: string): void =>
  seeks(play, { filedOn: on, receivedOn: on })
const upheld = (play: Play, decidedOn: string, outcome = 'upheld'): void =>
  onRemedy(play, ['fa', 'record-party-upheld', { outcome, decidedOn, grounds: '理由' }])
const changed = (play: Play, decidedOn: string, newFine = 6_000): void =>
  onRemedy(play, ['fa', 'record-party-change', { newFine, decidedOn, grounds: '轻' }])
const demandsAnew = (play: Play, servedOn: string): void =>
  onParty(
    play,
    ['lin', 'demand-party'],
    ['lin', 'serve-party-demand', { ...sample('serve-party-demand'), servedOn }],
  )
const asks = (play: Play) => (): void => onParty(play, ['gao', 'apply-party-court'])

it('three months after the periods of remedies, from the day it is late', () => {
  const play = demanded()
  // Served on 03-02: six months to sue, to 09-02.
  expect(running(play)).toEqual(['2026-12-02'])
  expect(whyNot(asks(play))).toContain('2026-09-03')
  play.does(['until', '2026-09-03'])
  asks(play)()
  expect([stateOf(play, 'party'), clockOf(play, clock)?.status]).toEqual(['court-asked', 'met'])
})

describe('a remedy', () => {
  it('that is pending stops it, and nobody asks the court', () => {
    const play = demanded()
    sues(play, '2026-03-18')
    expect(windows(play)).toEqual([['replaced', '2026-12-02']])
    play.does(['until', '2026-09-10'])
    expect(whyNot(asks(play))).toContain('第五十三条')
  })

  it.each([
    // Fifteen days to appeal, to 11-25.
    ['upheld', '2027-02-25'],
    ['withdrawn', '2027-02-10'],
  ])('that is %s begins it anew from its end', (outcome, due) => {
    const play = demanded()
    sues(play, '2026-03-18')
    play.does(['until', '2026-11-10'])
    upheld(play, '2026-11-10', outcome)
    expect(running(play)).toEqual([due])
  })

  it('that changes the fine at the court begins it anew, for the fine as it is and demanded anew', () => {
    const play = demanded()
    sues(play, '2026-03-18')
    play.does(['until', '2026-06-10'])
    changed(play, '2026-06-10')
    expect(running(play)).toEqual(['2026-09-25'])
    expect(whyNot(asks(play))).toContain('尚未催告')
    demandsAnew(play, '2026-06-10')
    expect(whyNot(asks(play))).toContain('2026-06-26')
    play.does(['until', '2026-06-26'])
    asks(play)()
    expect(clockOf(play, clock)?.status).toBe('replaced')
    expect(windows(play).map(([status]) => status)).toEqual(['replaced', 'met'])
  })

  it('that changes it in a reconsideration leaves it to the authority of that', () => {
    const play = demanded()
    asksReconsideration(play, '2026-03-18')
    play.does(['until', '2026-05-20'])
    changed(play, '2026-05-20')
    expect(running(play)).toEqual([])
    demandsAnew(play, '2026-05-20')
    play.does(['until', '2026-06-05'])
    expect(whyNot(asks(play))).toContain('第七十八条')
    // A judgment takes its place again; its fifteen days end after the holiday, on 06-22.
    sues(play, '2026-06-05')
    changed(play, '2026-06-05', 4_000)
    expect(running(play)).toEqual(['2026-09-22'])
  })

  it('that annuls the fine ends it', () => {
    const play = demanded()
    sues(play, '2026-03-18')
    onRemedy(play, [
      'fa',
      'record-party-annulment',
      { decidedOn: '2026-03-18', grounds: '证据不足' },
    ])
    expect(running(play)).toEqual([])
    expect(play.facts.map(({ type }) => type)).not.toContain('count-party-court')
  })

  it('that ends before the fine is late counts when it is late', () => {
    const play = servedPerson()
    sues(play, '2026-03-02')
    upheld(play, '2026-03-02')
    expect(windows(play)).toEqual([])
    play.does(['until', '2026-03-18'])
    // Fifteen days after the judgment, to 03-17.
    expect(running(play)).toEqual(['2026-06-17'])
  })

  it('that leaves nothing to be paid ends it', () => {
    const play = demanded()
    sues(play, '2026-03-18')
    onParty(play, [
      'lin',
      'record-party-instalment',
      { amount: 3_000, paidOn: '2026-03-18', receiptNumber: '票1' },
    ])
    changed(play, '2026-03-18', 3_000)
    expect(running(play)).toEqual([])
  })
})

it('a later payment that is granted puts it off, to the day that was granted', () => {
  const play = demanded()
  onParty(
    play,
    ['lin', 'apply-party-deferral'],
    ['gao', 'grant-party-deferral', { dueDate: '2026-10-30' }],
  )
  expect(running(play)).toEqual([])
  play.does(['until', '2026-10-31'])
  expect(running(play)).toEqual(['2027-01-30'])
})

it('once it is over the leader ends the enforcement, and not before', () => {
  const play = demanded()
  const ends = () =>
    onParty(play, ['gao', 'end-party-enforcement', { ground: 'late', findings: '逾期', papers }])
  expect(whyNot(ends)).toContain('期限未过')
  play.does(['until', '2026-12-04'])
  expect(clockOf(play, clock)?.status).toBe('met-late')
  expect(whyNot(asks(play))).toContain('已于2026-12-02届满')
  ends()
  expect(itemOf(play, 'party')).toBeUndefined()
})

it('no court has enforced or refused what it was not asked', () => {
  const play = demanded()
  for (const ground of ['court-enforced', 'court-refused'])
    expect(
      whyNot(() =>
        onParty(play, [
          'gao',
          'end-party-enforcement',
          {
            ground,
            findings: '无',
            papers,
            ...(ground === 'court-enforced' ? { enforced: 100 } : {}),
          },
        ]),
      ),
    ).toContain('尚未申请人民法院')
})

it('the court has it: nothing is put off, and what is paid still counts', () => {
  const play = demanded()
  play.does(['until', '2026-09-03'])
  asks(play)()
  expect(whyNot(() => onParty(play, ['lin', 'apply-party-deferral']))).not.toBe('')
  onParty(play, [
    'lin',
    'record-party-payment',
    { amount: 8_000, surcharge: 8_000, paidOn: '2026-09-03', receiptNumber: '票9' },
  ])
  expect(contextOf(play)).toEqual({})
})
