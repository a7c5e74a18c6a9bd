// Does nothing that was seized stay behind when a case is closed as transferred, and is the party told in writing (强制法 21, 令310 12)?
import { describe, expect, it } from 'vitest'
import { wantedBy } from '../../../domain/documents/compose.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { partOf } from '../../../domain/engine/items/parts.ts'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { seizure } from '../measures/measure-samples.ts'
import { investigated, sample } from '../samples.ts'
import { filed, goes, handed, why } from './transfer-play.ts'

type Play = ReturnType<typeof goes>
const taskOf = (play: Play): string => {
  const [no] = Object.entries(play.record().items ?? {}).map(([, { no }]) => no)
  return Object.values(play.record().openTasks).find(({ item }) => item === no)?.id ?? ''
}
const works = (play: Play, who: string, type: string, data = sample(type) ?? {}) =>
  play.act(author(who), type, data, { taskId: taskOf(play) })
const toPolice = sample('dispose-measure', 2)

/** Seized while it was investigated; then it is reported, and the police are to have it. */
const seizedThen = (...lines: Line[]): Play => {
  const report = investigated(6)
  const play = goes(...report.slice(0, 3), ['lin', 'propose-measure', seizure])
  works(play, 'gao', 'approve-measure')
  works(play, 'lin', 'carry-out-measure')
  play.does(...report.slice(3), ...lines)
  return play
}
const taken = (...lines: Line[]) => seizedThen(...handed.slice(investigated(6).length), ...lines)
const closes: Line = ['lin', 'propose-transfer-closing']

describe('closing as transferred', () => {
  it('waits for the list of what was handed over', () => {
    const play = goes(...handed, filed)
    expect(why(play, closes)).toContain('第310号第十二条')
    play.does(['lin', 'hand-over-materials'], closes)
    expect(play.where('handling')).toBe('handling.closing-transferred')
  })

  it('waits for every seized thing in the words of the article, and goes on once they have it', () => {
    const play = taken(filed, ['lin', 'hand-over-materials'])
    expect(why(play, closes)).toContain('第1号')
    expect(why(play, closes)).toContain('一并移送，并书面告知当事人（《行政强制法》第二十一条）')
    works(play, 'gao', 'dispose-measure', toPolice)
    play.does(closes, ['gao', 'approve-transfer-closing'])
    expect(play.where('handling')).toBe('handling.transferred')
  })

  it('goes on also where they went back', () => {
    const play = taken(filed, ['lin', 'hand-over-materials'])
    works(play, 'gao', 'lift-measure')
    expect(why(play, closes)).toContain('第二十一条')
    works(play, 'lin', 'return-things')
    play.does(closes)
    expect(play.where('handling')).toBe('handling.closing-transferred')
  })
})

describe('what was seized', () => {
  it('goes to the police with a case that does, and with no other', () => {
    const words = (play: Play, data: object = {}) =>
      refusal(() => works(play, 'gao', 'dispose-measure', { ...toPolice, ...data })).words
    expect(words(seizedThen())).toContain('未决定移送公安机关')
    const play = taken()
    expect(words(play, { policeReceivedOn: '2026-03-01' })).toContain('不得早于')
    expect(words(play, { policeReceivedOn: '2026-03-09' })).toContain('晚于今日')
    expect(words(play, { policeReceiver: undefined })).not.toBe('')
  })

  it('is told of in writing: to whom, when, and by which article', () => {
    const play = taken()
    const record = play.record()
    const { no } = Object.values(record.items ?? {})[0] ?? {}
    works(play, 'gao', 'dispose-measure', toPolice)
    const part = partOf(enforcementCase, record, no)
    const act = { type: 'dispose-measure', at: record.openedAt, seq: 1, data: toPolice }
    const party = { name: '某企业', code: '', address: '' }
    const letters = wantedBy({ process: enforcementCase, record: part.record, party, act })
    const letter = letters
      .map(({ declared, source }) => JSON.stringify(declared.wording(source)))
      .join('')
    for (const words of ['涉案财物移送告知书', '第二十一条', '柯城公安分局', '书面告知'])
      expect(letter).toContain(words)
    expect(letter).not.toContain('行政复议')
  })
})
