// Do the letters to the police and the procuratorate bring what the law asks for (令310 6, 11)?
import { describe, expect, it } from 'vitest'
import { wantedBy } from '../../../domain/documents/compose.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import type { Line } from '../../support/processes/lines.ts'
import { decided } from '../samples.ts'
import { advised, back, filed, goes } from './transfer-play.ts'

const letterOf = (play: ReturnType<typeof goes>, type: string): string => {
  const record = play.record()
  const party = { name: '某企业', code: '', address: '' }
  const act = { type, at: record.openedAt, seq: 1, data: record.data[type] ?? {} }
  const made = wantedBy({ process: enforcementCase, record, party, act })
  return made.map(({ declared, source }) => JSON.stringify(declared.wording(source))).join('')
}

describe('the letter of transfer', () => {
  it('brings the decision that stands, and none where nothing was decided', () => {
    const punished = goes(...decided, ['gao', 'transfer-punished'])
    expect(letterOf(punished, 'transfer-punished')).toContain('《行政处罚决定书》')
    const not = letterOf(goes(...advised, ['gao', 'decide-transfer']), 'decide-transfer')
    expect(not).toContain('调查报告')
    expect(not).not.toContain('决定书')
  })
})

describe('the end of the enforcement after a fine of the court', () => {
  it('rests on the Penalty Law, which sets off, and not on a ground of the Coercion Law', () => {
    const play = goes(
      ...[...decided, ['gao', 'transfer-punished'] as Line, ['lin', 'hand-over-police'] as Line],
      ...[filed, back(1)],
      ['lin', 'propose-termination', { ground: 'court-fined', findings: '判决书' }],
      ['gao', 'terminate-enforcement'],
    )
    const letter = letterOf(play, 'terminate-enforcement')
    expect(letter).toContain('《中华人民共和国行政处罚法》第三十五条')
    expect(letter).not.toContain('第四十条')
  })
})

describe('a letter of a second time', () => {
  /** As if both times were in the record, each with its number. */
  const lettersOf = (play: ReturnType<typeof goes>, type: string): string => {
    const record = play.record()
    const numbered = {
      ...record.data,
      'decide-transfer': { reason: '初次', document: '移甲号' },
      'transfer-punished': { reason: '再次', document: '移乙号' },
      'record-police-refusal': { noticeNumber: '旧文号', reason: '旧理由' },
      ...(record.snapshot.context.policeRefusedOn === null
        ? {}
        : { 'record-police-refusal': record.data['record-police-refusal'] ?? {} }),
    }
    return letterOf({ ...play, record: () => ({ ...record, data: numbered }) }, type)
  }
  const again: Line[] = [...decided, ['gao', 'transfer-punished'], ['lin', 'hand-over-police']]

  it('names the transfer of this time, and no refusal of the time before', () => {
    const silent = goes(...again, ['until', '2026-03-06'], ['gao', 'propose-supervision'])
    const letter = lettersOf(silent, 'propose-supervision')
    expect(letter).toContain('移乙号')
    expect(letter).not.toContain('移甲号')
    expect(letter).toContain('尚未书面答复')
    expect(letter).not.toContain('旧文号')
  })

  it('names the refusal of this time', () => {
    const first = goes(...advised, ['gao', 'decide-transfer'], ['lin', 'hand-over-police'])
    first.does(['lin', 'record-police-refusal'], ['gao', 'ask-reconsideration'])
    const letter = lettersOf(first, 'ask-reconsideration')
    expect(letter).toContain('移甲号')
    expect(letter).not.toContain('移乙号')
    expect(letter).toContain('柯公立字〔2026〕1号')
  })
})
