// Does a penalty that stands go on to be its party's, and the right to ask the court the bureau's, while the police have the case (令310 11, 强制法 39, 53)?
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import { stateWords } from '../../../domain/views/state-words.ts'
import type { Line } from '../../support/processes/lines.ts'
import { decided, demanded, sample } from '../samples.ts'
import { at, back, filed, goes, handed, refused } from './transfer-play.ts'

type Play = ReturnType<typeof goes>
const partyReads = (play: Play): string => {
  const { snapshot } = play.record()
  return stateWords(enforcementCase, stateKey(snapshot.value), 'party', snapshot.context).zh
}
const handsOn = (day: string): Line => [
  'lin',
  'hand-over-police',
  { ...sample('hand-over-police'), handedOn: `${day}T00:30:00.000Z` },
]
const filedOn = (day: string): Line => [
  'lin',
  'record-police-filed',
  at(day, 'record-police-filed'),
]
const transferred: Line[] = [['gao', 'transfer-punished'], handsOn('2026-03-02')]
/** Overdue, demanded, and given to the police a month after the decision. */
const overdue: Line[] = [
  ...decided,
  ...demanded,
  ['gao', 'transfer-punished'],
  handsOn('2026-04-02'),
  filedOn('2026-04-02'),
]

describe('the party of a penalty', () => {
  it('reads the word that it read before, at every step with the police', () => {
    const play = goes(...decided)
    const before = partyReads(play)
    expect(before).toContain('请履行处罚决定')
    for (const line of [...transferred, refused, ['gao', 'ask-reconsideration'] as Line]) {
      play.does(line)
      expect(partyReads(play), line[1]).toBe(before)
    }
  })

  it('that has paid reads that it has', () => {
    const play = goes(...decided, ['lin', 'record-payment'])
    const before = partyReads(play)
    play.does(...transferred, filed)
    expect(partyReads(play)).toBe(before)
  })
})

describe('its timeline', () => {
  it('says of what was done meanwhile the same, though it knows nothing but the states', () => {
    const said = (play: Play) =>
      stateWords(enforcementCase, stateKey(play.record().snapshot.value), 'party').zh
    const punished = goes(...decided, ...transferred)
    expect(said(punished)).toContain('请履行处罚决定')
    punished.does(['lin', 'record-payment'])
    expect(said(punished)).toContain('已履行')
    expect(said(goes(...handed))).toContain('调查中')
  })
})

describe('the period for asking the court', () => {
  it('stands still from the transfer to the return, however long that takes', () => {
    const play = goes(...overdue)
    expect(play.clock('court-application')?.status).toBe('paused')
    play.does(['until', '2027-04-02'])
    expect([play.clock('court-application')?.status, play.context().courtEnd]).toEqual([
      'paused',
      null,
    ])
    play.does(back(0, { receivedOn: '2027-04-01' }))
    expect(play.clock('court-application')?.status).toBe('running')
    expect(String(play.due('court-application')) > '2027-05-01').toBe(true)
    expect(() => play.does(['gao', 'apply-court'])).not.toThrow()
  })

  it('stands still as well where the fine becomes overdue with the police', () => {
    const play = goes(...decided, ...transferred, filed, ['until', '2027-01-15'])
    expect([play.context().overdue, play.clock('court-application')?.status]).toEqual([
      true,
      'paused',
    ])
    expect(play.context().courtEnd).toBe(null)
  })

  it('goes on with neither of two grounds while the other stands', () => {
    const play = goes(
      ...decided,
      ...demanded,
      ['gao', 'suspend-enforcement', { ground: 'third-party', findings: '第三人主张权利' }],
      ['gao', 'transfer-punished'],
      handsOn('2026-04-02'),
      ['until', '2026-05-06'],
      filedOn('2026-05-06'),
      back(0, { receivedOn: '2026-05-06' }),
    )
    expect(play.clock('court-application')?.status).toBe('paused')
    play.does(['gao', 'resume-enforcement', { gone: '异议已驳回' }])
    expect(play.clock('court-application')?.status).toBe('running')
    expect(play.context().suspensions).toEqual([{ from: '2026-04-02', to: '2026-05-06' }])
    const other = goes(...overdue, [
      'gao',
      'suspend-enforcement',
      { ground: 'third-party', findings: '第三人主张权利' },
    ])
    other.does(['gao', 'resume-enforcement', { gone: '异议已驳回' }])
    expect(other.clock('court-application')?.status).toBe('paused')
  })
})
