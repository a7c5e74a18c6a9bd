// Does a case come back only when the criminal matter is over, from the day on which that was heard of (处罚法 27, 35)?
import { describe, expect, it } from 'vitest'
import { events } from '../../../domain/enforcement-case/acts.ts'
import { back, filed, goes, handed, why } from './transfer-play.ts'

const filedThen = (until: string) => goes(...handed, filed, ['until', until])

describe('the return', () => {
  it('waits for a judgment that has effect: under appeal the case stays', () => {
    const play = goes(...handed, filed)
    for (const outcome of ['convicted', 'acquitted', 'exempted']) {
      const fine = outcome === 'convicted' ? {} : { criminalFine: undefined, partyFined: undefined }
      const tried = (effectiveOn?: string) => back(1, { outcome, ...fine, effectiveOn })
      expect(why(play, tried()), outcome).not.toBe('')
      expect(why(play, tried('2026-03-03')), outcome).toContain('尚未生效')
    }
    play.does(back(1))
    expect(play.where('handling')).toBe('handling.investigating')
  })

  it('written down late buys no time: the period goes on from the day of receipt', () => {
    const late = filedThen('2026-04-20')
    late.does(back(0, { receivedOn: '2026-03-20' }))
    const prompt = filedThen('2026-03-20')
    prompt.does(back(0, { receivedOn: '2026-03-20' }))
    expect(late.due('decision')).toBe(prompt.due('decision'))
    const other = filedThen('2026-04-20')
    other.does(back(0, { receivedOn: '2026-04-20' }))
    expect(String(other.due('decision')) > String(late.due('decision'))).toBe(true)
  })

  it('after a sentence without a fine says that a fine is unsettled', () => {
    const hint = (play: ReturnType<typeof goes>) =>
      JSON.stringify(events['conclude-investigation'].fieldsFor?.(play.record(), {} as never))
    const bare = { criminalFine: undefined, partyFined: undefined }
    expect(hint(goes(...handed, filed, back(1, bare)))).toContain('未判处罚金')
    expect(hint(goes(...handed, filed, back(0)))).not.toContain('未判处罚金')
  })
})
