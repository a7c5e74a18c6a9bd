// Is a licence renewed by one application at a time, and by which other is that hindered?
import { describe, expect, it } from 'vitest'
import { hazchemLicence as process } from '../../../domain/hazchem-licence/process.ts'
import type { Line } from '../../support/processes/lines.ts'
import { applying, checked, issued, opined } from '../playing.ts'
import { change, renewal } from '../samples.ts'

const day = '2026-03-02'
const at = `${day}T02:00:00.000Z`
const hindered = (
  play: ReturnType<typeof applying>,
  data: Record<string, unknown> = renewal,
  when = at,
) => process.hindrance?.(play.record(), { data, at: when }) ?? null
const decided: Line[] = [['kou', 'accept'], ...checked, ...opined]
const granted: Line[] = [...decided, ['gao', 'grant']]

describe('a second renewal', () => {
  it.each<[string, Line[]]>([
    ['received', []],
    ['waiting for its supplement', [['kou', 'require-supplement']]],
    ['under review', [['kou', 'accept']]],
    ['granted', granted],
    ['made out', [...granted, ['kou', 'issue-licence']]],
    ['served ahead', [...granted, ...issued(day)]],
  ])('is refused while the first is %s, with its number and the article', (_, lines) => {
    const play = applying(renewal, day, ...lines)
    expect(hindered(play)?.zh).toContain(play.record().number)
    expect(hindered(play)?.zh).toContain('第五十条')
  })

  it('is refused however its number is written', () => {
    const play = applying(renewal, day)
    expect(
      hindered(play, { ...renewal, licenceNumber: '浙衢危化经字 [2023] 000001号' }),
    ).not.toBeNull()
  })

  it.each<[string, Line[], string]>([
    ['was withdrawn', [['mao', 'withdraw']], at],
    ['is refused', [...decided, ['gao', 'refuse']], at],
    ['has taken the place of the old', [...granted, ...issued(day)], '2026-08-10T02:00:00.000Z'],
  ])('is filed where the first %s', (_, lines, when) => {
    expect(hindered(applying(renewal, day, ...lines), renewal, when)).toBeNull()
  })

  it('stands in nobody’s way who renews another licence, changes this one, or names none', () => {
    const play = applying(renewal, day)
    const another = { ...renewal, licenceNumber: '浙衢危化经字〔2023〕000002' }
    for (const form of [another, change, { ...renewal, licenceNumber: '' }, { kind: 'renewal' }])
      expect(hindered(play, form)).toBeNull()
    expect(hindered(applying(change, day))).toBeNull()
  })
})
