// May an emergency be closed at once as a false alarm, or be referred, while somebody is known to be harmed or in danger?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line, sample } from '../playing.ts'
import { called, grave, inLift, reported, start } from '../samples.ts'

const closing = (form: Record<string, unknown>, end: Line, ...before: Line[]) => {
  const play = emergency(form, {}, ...before)
  return { ...refusal(() => play.does(end)), status: play.record().status, play }
}
const falseAlarm: Line = ['dan', 'declare-false']
const referral: Line = ['dan', 'refer']
const counted = (more: object): Line => [
  'dan',
  'record-casualties',
  { asOf: '2026-03-02', reason: '现场核查无人伤亡', ...more },
]
const withMeasure: Line[] = [
  ['gao', 'open-investigation'],
  ['chen', 'submit-report'],
  ['gao', 'reply'],
  ['ji', 'set-measure'],
]
const informed: Line[] = [
  [
    'dan',
    'county-informs-authorities',
    { informedAt: start, ...sample('county-informs-authorities') },
  ],
  ['du', 'city-informs-authorities', { informedAt: start, ...sample('city-informs-authorities') }],
]

describe('a false alarm', () => {
  it.each([
    ['dead', { dead: 3 }],
    ['seriously hurt', { seriouslyHurt: 1 }],
    ['trapped', { trapped: 8 }],
    ['missing', { missing: 1 }],
  ])('is none while people are known to be %s, reported upwards or not', (_, known) => {
    for (const before of [[], [['dan', 'report-to-city']]] as Line[][]) {
      const { words, status } = closing({ ...called, ...known }, falseAlarm, ...before)
      expect([words, status]).toEqual([expect.stringContaining('先更正人数'), 'open'])
    }
  })
  it('is one once the numbers are corrected', () => {
    const none = counted({ dead: 0, trapped: 0 })
    const { status } = closing({ ...called, dead: 3, trapped: 1 }, falseAlarm, none)
    expect(status).toBe('closed')
  })
  it('ends no measure that is still carried out', () => {
    const { words, status } = closing(reported, falseAlarm, ...withMeasure)
    expect([words, status]).toEqual([expect.stringContaining('1项整改措施未完成'), 'open'])
  })
  it('is one where nothing is known of anybody', () => {
    for (const form of [called, inLift, { ...called, dead: 0 }])
      expect(closing(form, falseAlarm).status).toBe('closed')
  })
})

describe('a referral', () => {
  it('leaves nobody trapped or missing, and no measure', () => {
    expect(closing({ ...called, trapped: 2 }, referral).words).toContain('先更正人数')
    expect(closing({ ...inLift, trapped: 2 }, referral).words).toContain('先更正人数')
    expect(closing(reported, referral, ...withMeasure).words).toContain('整改措施未完成')
  })
  it('waits for what is owed upwards, and says what that is', () => {
    const { words, play } = closing({ ...reported, dead: 1 }, referral)
    expect(words).toContain('书面上报；县级报告政府、通知部门')
    play.does(['dan', 'report-to-city'])
    expect(refusal(() => play.does(referral)).words).toContain('市级报告政府、通知部门')
    play.does(...informed, referral)
    expect(play.record().status).toBe('closed')
  })
  it('of a larger one waits for the telephone calls and for the province', () => {
    const { words, play } = closing(grave, referral, ['dan', 'report-to-city'], ...informed)
    expect(words).toContain('书面上报；县级电话快报省级；市级电话快报省级')
    play.does(
      ['dan', 'county-report-by-phone'],
      ['du', 'city-report-by-phone'],
      ['du', 'report-to-province'],
      referral,
    )
    expect(play.record().status).toBe('closed')
  })
  it('of an event that has harmed nobody closes at once', () => {
    expect(closing(called, referral).status).toBe('closed')
  })
})
