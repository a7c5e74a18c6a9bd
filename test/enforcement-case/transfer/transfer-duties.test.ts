// Is the procuratorate told of a transfer, and does no right end on a day of rest (民法典 203)?
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { ruleOn } from '../../../domain/law/rule-book.ts'
import type { Line } from '../../support/processes/lines.ts'
import { sample } from '../samples.ts'
import { advised, at, goes, handed, refused, why } from './transfer-play.ts'

const { procuratorate: _, ...unnamed } = sample('hand-over-police')
const silently: Line[] = [
  ...advised,
  ['gao', 'decide-transfer'],
  ['lin', 'hand-over-police', unnamed],
]

describe('the copy to the procuratorate', () => {
  it('is due within a day of the transfer, and met where the transfer names it', () => {
    expect(goes(...handed).clock('transfer-copy')?.status).toBe('met')
    const play = goes(...silently)
    expect(play.clock('transfer-copy')?.status).toBe('running')
    play.does(['lin', 'record-transfer-copy'])
    expect(play.clock('transfer-copy')?.status).toBe('met')
    expect(why(play, ['lin', 'record-transfer-copy'])).toContain('已登记')
  })

  it('is recorded of a letter that has gone, not before it was decided and not in the future', () => {
    expect(why(goes(...advised), ['lin', 'record-transfer-copy'])).toContain('尚未移送')
    const play = goes(...silently)
    const copied = (copiedAt: string): Line => [
      'lin',
      'record-transfer-copy',
      { ...sample('record-transfer-copy'), copiedAt },
    ]
    expect(why(play, copied('2026-03-03T00:00:00.000Z'))).toContain('不得晚于现在')
    expect(why(play, copied('2026-03-01T00:00:00.000Z'))).toContain('不得早于2026-03-02')
  })

  it('too late is told to the chief, and rests on an article that is not at hand', () => {
    const play = goes(...silently, ['until', '2026-03-04'])
    expect(play.clock('transfer-copy')?.status).toBe('overdue')
    expect(ruleOn('enforcement-case.transfer-copy', '2026-03-02')).toMatchObject({
      confidence: 'M',
    })
  })

  it('is a page that the file names as missing until its receipt is there', () => {
    const part = enforcementCase.dossier?.parts.find(({ needs = [] }) =>
      needs.some((need) => 'file' in need && need.file === 'record-transfer-copy'),
    )
    const need = part?.needs?.find((one) => 'file' in one && one.file === 'record-transfer-copy')
    const wants = (...done: string[]) =>
      need?.when({ did: (type: string) => done.includes(type), record: goes().record() } as never)
    expect([wants('hand-over-police'), wants('decide-transfer')]).toEqual([true, false])
    expect(part?.files).toContain('record-transfer-copy')
  })
})

describe('three days that end on a day of rest', () => {
  // Notices of Wednesday 4 March: the third day is a Saturday.
  const later: Line = ['until', '2026-03-04']
  it('go on to the next day of work where a right would lapse', () => {
    const play = goes(...handed, later, ['lin', refused[1], at('2026-03-04')])
    expect(play.due('filing-reconsideration')).toBe('2026-03-09')
    play.does(['until', '2026-03-09'])
    expect(() => play.does(['gao', 'ask-reconsideration'])).not.toThrow()
    const late = goes(...handed, later, ['lin', refused[1], at('2026-03-04')])
    late.does(['until', '2026-03-10'])
    expect(why(late, ['gao', 'ask-reconsideration'])).toContain('2026-03-09届满')
  })

  it('of the police do as well: they are not complained of before', () => {
    const handsOn = { ...sample('hand-over-police'), handedOn: '2026-03-04T00:30:00.000Z' }
    const play = goes(
      ...advised,
      ['gao', 'decide-transfer'],
      later,
      ['lin', 'hand-over-police', handsOn],
      ['until', '2026-03-08'],
    )
    expect(play.due('police-review')).toBe('2026-03-09')
    expect(why(play, ['gao', 'propose-supervision'])).toContain('尚未届满')
  })

  it('never move what the authority owes: the decision, the transfer, the handover', () => {
    for (const name of ['transfer-decision', 'transfer', 'material-handover'])
      expect(ruleOn(`enforcement-case.${name}`, '2026-03-02').roll, name).toBe('never')
  })

  it('rest on the joint order only as far as its text is confirmed', () => {
    for (const name of ['transfer-decision', 'transfer'])
      expect(ruleOn(`enforcement-case.${name}`, '2026-03-02').confidence, name).toBe('V*')
  })
})
