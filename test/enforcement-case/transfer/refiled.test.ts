// Is a fine of the court remembered when a case that was closed as transferred is filed anew, and judged by the first day of discovery (处罚法 35, 36)?
import { describe, expect, it } from 'vitest'
import { corrected } from '../../../domain/enforcement-case/memory/corrected.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { transferredCase } from '../../../domain/enforcement-case/refiled/refiled-fields.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { principal } from '../parties/party-samples.ts'
import { matter, prosecuting, sample } from '../samples.ts'
import { returned } from './refiled-samples.ts'
import { back, filed, goes, handed, why } from './transfer-play.ts'

const on = '2026-06-01'
const transferred = () =>
  goes(
    ...handed,
    filed,
    ['lin', 'hand-over-materials'],
    ['lin', 'propose-transfer-closing'],
    ['gao', 'approve-transfer-closing'],
  )
const found: Line[] = [
  ['gao', 'approve-filing'],
  ['lin', 'record-evidence', { ...sample('record-evidence'), takenOn: on }],
  ['wu', 'sign'],
]
const anew = (more: object = {}) =>
  prosecuting({ ...returned, discoveredOn: '2026-03-02', ...more }, on, ...found)
const starts = (more: object) => () =>
  prosecuting({ ...returned, discoveredOn: '2026-03-02', ...more }, on)
const report = (more: object = {}): Line => [
  'lin',
  'conclude-investigation',
  { ...sample('conclude-investigation'), ...more },
]

describe('a case that is filed anew', () => {
  it('knows the fine of the court: no other is proposed, a licence may be taken', () => {
    const play = anew()
    expect(play.context()).toMatchObject({ criminallyFined: true })
    expect(why(play, report())).toContain('第三十五条第二款')
    play.does(report({ penalties: ['revoke-licence'], fine: undefined }))
    expect(play.where('handling')).toBe('handling.investigating')
  })

  it('knows the persons whom the court has fined', () => {
    const play = anew({ partyFined: false, courtFinedPersons: principal.identity })
    expect(play.context()).toMatchObject({
      criminallyFined: false,
      personsFined: [principal.identity],
    })
  })

  it('of whom no court has fined anybody is punished like everybody else', () => {
    const spared = {
      criminalOutcome: 'not-prosecuted',
      effectiveOn: undefined,
      criminalFine: undefined,
      partyFined: undefined,
    }
    const play = anew(spared)
    play.does(report())
    expect(play.context()).toMatchObject({ criminallyFined: false, convictedUnfined: false })
  })

  it('is refused without the day of discovery, in the future, under appeal, and with a fine that nobody bears', () => {
    const words = (more: object) => refusal(starts(more)).words
    expect(words({ discoveredOn: undefined })).toContain('第三十六条')
    expect(words({ returnedOn: '2026-06-02' })).toContain('收到日期')
    expect(words({ returnedOn: '2026-03-01' })).toContain('收到日期')
    expect(words({ effectiveOn: '2026-06-02' })).toContain('尚未生效')
    expect(words({ partyFined: false })).toContain('须填写罚金数额')
    expect(words({ criminalFine: undefined })).toContain('须填写罚金数额')
  })

  it('judges the limitation by the day on which the first case was discovered', () => {
    const old = report({ actEnded: '2024-04-01', penalties: ['warning'], fine: undefined })
    expect(() => anew().does(old)).not.toThrow()
    expect(why(anew({ discoveredOn: on }), old)).toContain('第三十六条')
  })

  it('takes the day of discovery and an earlier fine from the case of then', () => {
    const first = goes(...handed, filed, back(1)).record()
    const kept = transferredCase.keep(first)
    expect(kept).toMatchObject({
      earlierCase: first.number,
      earlierCaseId: first.id,
      discoveredOn: first.snapshot.context.discoveredOn,
      earlierFined: true,
    })
    expect(
      anew({ ...kept, partyFined: false, courtFinedPersons: '330802199001010012' }).context(),
    ).toMatchObject({ criminallyFined: true, personsFined: ['330802199001010012'] })
  })

  it('goes on from a case of the same party that was closed as transferred, and from no other', () => {
    const first = transferred().record()
    expect(transferredCase.fits(returned, first)).toBe(true)
    expect(transferredCase.fits({ ...returned, returnedOn: '2026-03-01' }, first)).toMatchObject({
      zh: expect.stringContaining('不得早于原案移送之日2026-03-02'),
    })
    const { enterprise: _, ...nobody } = returned
    for (const form of [
      { ...returned, enterprise: 'other' },
      { ...nobody, partyName: '某人' },
    ])
      expect(transferredCase.fits(form, first)).toMatchObject({
        zh: expect.stringContaining('当事人'),
      })
    expect(transferredCase.fits(returned, goes(...handed).record())).toMatchObject({
      zh: expect.stringContaining('未以移送'),
    })
  })

  it('bears the right person where a number was mistyped', () => {
    const was = { ...returned, partyFined: false, courtFinedPersons: '330802199001010012' }
    const is = { ...was, courtFinedPersons: principal.identity }
    const law = { calendars: decreeCalendars, region: matter.region }
    expect(
      corrected(anew(was).record(), { type: enforcementCase.start.type, was, is }, law),
    ).toEqual({ personsFined: [principal.identity], criminallyFined: false })
  })
})
