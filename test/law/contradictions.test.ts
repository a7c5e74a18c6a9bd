// Is what cannot be meant refused, with the name of the field that the question has and words of our own?
import { describe, expect, test } from 'vitest'
import { calculations } from '../../domain/law/calculations/catalogue/registry.ts'
import { post } from './http.ts'

type Body = { code: string; details: { pointer: string }; reasons: { zh: string; en: string }[] }
const requestsOf = async (
  name: string,
  input: unknown,
): Promise<{ status: number; body: Body & Record<string, unknown> }> =>
  (await post(
    name === 'compute' ? '/api/time-limits/compute' : `/api/calculations/${name}`,
    input,
  )) as never

const review = { rule: 'three-simultaneities.design-review', start: '2026-03-02' }
const free = { rule: 'adhoc', unit: 'WD', n: 5, start: '2026-03-02' }

describe('promise (law): what cannot be meant is refused at the field that is wrong', () => {
  test.each<[string, string, object, string]>([
    [
      'a pause of the year before',
      'compute',
      { ...review, pauses: [{ from: '2025-03-09', to: '2025-03-16', kind: 'hearing' }] },
      '/pauses/0/to',
    ],
    [
      'a pause of the year after',
      'compute',
      { ...review, pauses: [{ from: '2027-03-09', to: '2027-03-16', kind: 'hearing' }] },
      '/pauses/0/from',
    ],
    ['a region that does not exist', 'compute', { ...free, region: '999999' }, '/region'],
    ['a region that is no code', 'compute', { ...free, region: '衢州' }, '/region'],
    ['the year 9999', 'limitation', { actEnded: '9999-01-01' }, '/actEnded'],
    [
      'the year 9999 of a moment',
      'report-ladder',
      { accidentAt: '9999-01-01T08:00+08:00' },
      '/accidentAt',
    ],
    ['a year before the State', 'closure-proposal', { penalties: ['1912-01-01'] }, '/penalties/0'],
    ['a position in the year 9999', 'compute', { ...free, asOf: '9999-12-31' }, '/asOf'],
    [
      'payment before service',
      'late-surcharge',
      { fine: 100, served: '2026-01-30', paidOn: '2026-01-29' },
      '/paidOn',
    ],
    [
      'a sum on a day before service',
      'late-surcharge',
      { fine: 100, served: '2026-01-30', asOf: ['2026-03-01', '2025-12-31'] },
      '/asOf/1',
    ],
    [
      'litigation before service',
      'late-surcharge',
      { fine: 100, served: '2026-01-30', notCounted: [{ from: '2025-01-01', to: '2026-03-01' }] },
      '/notCounted/0/from',
    ],
    [
      'a century of litigation',
      'late-surcharge',
      { fine: 100, served: '2026-01-30', notCounted: [{ from: '2026-02-20', to: '2099-02-23' }] },
      '/notCounted/0',
    ],
    [
      'a deferral to the end of the century',
      'late-surcharge',
      { fine: 100, served: '2026-01-30', deferredTo: '2099-01-01' },
      '/deferredTo',
    ],
    [
      'a fine of a hundred billion',
      'daily-fine',
      { fine: 1e11, ordered: '2025-03-10', until: '2025-03-20' },
      '/fine',
    ],
    [
      'a fine of three decimals',
      'late-surcharge',
      { fine: 100.001, served: '2026-01-30' },
      '/fine',
    ],
    [
      '“general” with forty dead',
      'report-ladder',
      { accidentAt: '2026-05-01T09:40+08:00', level: 'general', deaths: 40 },
      '/level',
    ],
    [
      '“larger” with a loss of 50 million',
      'report-ladder',
      { accidentAt: '2026-05-01T09:40+08:00', level: 'larger', directLoss: 50_000_000 },
      '/level',
    ],
    [
      'a renewal decided before it was filed',
      'renewal-window',
      { expires: '2027-03-15', filed: '2026-12-10', decided: '2026-12-01' },
      '/decided',
    ],
    [
      'a renewal decided that nobody filed',
      'renewal-window',
      { expires: '2027-03-15', decided: '2026-12-01' },
      '/decided',
    ],
    [
      'a filing after the day asked about',
      'renewal-window',
      { expires: '2027-03-15', filed: '2026-12-10', asOf: '2026-12-01' },
      '/filed',
    ],
    [
      'a lift that holds people for years',
      'special-equipment-level',
      { liftTrappedHours: 90_000 },
      '/liftTrappedHours',
    ],
    [
      'tonnes with nine decimals',
      'hazard-source-grade',
      { substances: [{ substance: 'lpg', q: 1.123456789 }], exposed: 1 },
      '/substances/0/q',
    ],
  ])('%s', async (_, name, input, pointer) => {
    const { status, body } = await requestsOf(name, input)
    expect([status, body.code, body.details?.pointer]).toEqual([422, 'invalid-input', pointer])
    expect(body.reasons[0]?.zh).toMatch(/[一-龥]/)
  })

  test.each<[string, object, string, string]>([
    ['limitation', { actEnded: '1991-03-01' }, 'rule-not-in-force', '/actEnded'],
    ['late-surcharge', { fine: 100, served: '1991-01-30' }, 'rule-not-in-force', '/served'],
    ['remedy-windows', { served: '1960-01-30' }, 'invalid-input', '/served'],
    ['case-clock', { filedOn: '2001-01-30' }, 'rule-not-in-force', '/filedOn'],
    ['casualty-freeze', { accidentAt: '2001-05-01' }, 'rule-not-in-force', '/accidentAt'],
    ['report-ladder', { accidentAt: '2001-05-01T09:40+08:00' }, 'rule-not-in-force', '/accidentAt'],
    ['certificate-review-window', { expires: '2005-09-10' }, 'rule-not-in-force', '/expires'],
    ['cylinder-inspection', { kind: 'inert', made: '1995-03-01' }, 'rule-not-in-force', '/made'],
    ['credit-term', { published: '2011-06-20' }, 'rule-not-in-force', '/published'],
    ['renewal-window', { expires: '2005-06-30' }, 'rule-not-in-force', '/expires'],
  ])(
    '%s %j names its own field, not one of the reckoning behind it',
    async (name, input, code, pointer) => {
      const { body } = await requestsOf(name, input)
      expect([body.code, body.details?.pointer]).toEqual([code, pointer])
      const schema = calculations.find((one) => one.name === name)?.schema as unknown as {
        entries: object
      }
      expect(Object.keys(schema.entries)).toContain(pointer.slice(1))
    },
  )

  test.each<[string, string, object, string]>([
    ['a unit', 'compute', { ...free, unit: 'weeks' }, 'unit：应为以下之一：WD、ND、H、MIN、M、Y'],
    [
      'a party',
      'on-the-spot-limit',
      { party: 'firm', fine: 1 },
      'party：应为以下之一：individual、organisation',
    ],
    [
      'a licence',
      'renewal-window',
      { licence: 'driving', expires: '2027-03-15' },
      'licence：应为以下之一：hazchem-licence、production-licence、licence',
    ],
    ['a number as text', 'late-surcharge', { fine: '5', served: '2026-01-30' }, 'fine：应为数字'],
    ['a list as text', 'closure-proposal', { penalties: '2026-01-10' }, 'penalties：应为列表'],
    ['a yes as text', 'required-review', { complex: 'yes' }, 'complex：应为true 或 false'],
    ['a missing field', 'late-surcharge', { fine: 5 }, 'served：必填'],
    [
      'an unknown field',
      'late-surcharge',
      { fine: 5, served: '2026-01-30', colour: 'red' },
      'colour：没有这个字段',
    ],
    ['no object', 'accident-level', [] as unknown as object, '请求内容：应为对象'],
  ])('%s is refused in our own words', async (_, name, input, zh) => {
    const { body } = await requestsOf(name, input)
    expect(body.reasons[0]?.zh).toBe(zh)
    expect(`${body.reasons[0]?.zh}${body.reasons[0]?.en}`).not.toMatch(
      /Invalid|Expected|received|实为/,
    )
  })
})

describe('accidents of special equipment begin at their lower limits', () => {
  test.each<[object, string | null]>([
    [{}, null],
    [{ liftTrappedHours: 1.9 }, null],
    [{ liftTrappedHours: 2 }, 'general'],
    [{ cablewayStrandedHours: 3.4 }, null],
    [{ cablewayStrandedHours: 3.5 }, 'general'],
    [{ rideStrandedHours: 0.9 }, null],
    [{ rideStrandedHours: 12 }, 'larger'],
    [{ movedByToxicLeak: 499 }, null],
    [{ movedByToxicLeak: 500 }, 'general'],
    [{ strandedPersons: 100, strandedHours: 23 }, null],
    [{ directLoss: 9_999.99 }, null],
    [{ directLoss: 10_000 }, 'general'],
    [{ deaths: 1 }, 'general'],
    [{ seriousInjuries: 1 }, 'general'],
    [{ liftTrappedHours: 1.9, deaths: 3 }, 'larger'],
  ])('promise (law): %j is %s', async (input, level) => {
    const { body } = await requestsOf('special-equipment-level', input)
    expect(body).toMatchObject({
      level,
      investigatedBy: level === null ? null : expect.any(Object),
    })
    if (level === null)
      expect(body.reckoning).toMatchObject([
        { zh: expect.stringContaining('未达到特种设备一般事故的下限') },
      ])
  })
})

describe('a renewal', () => {
  test('promise (law): without a day of asking nothing of the future is stated as a fact', async () => {
    const { body } = await requestsOf('renewal-window', {
      expires: '2027-03-15',
      filed: '2026-12-10',
    })
    expect(body).toMatchObject({
      inTime: true,
      deemedRenewed: null,
      deemedFrom: null,
      deemedIfUndecided: true,
    })
    expect(JSON.stringify(body.reckoning)).toContain(
      '如至2027-03-15届满仍未作出决定，届时视为准予延续',
    )
    const later = await requestsOf('renewal-window', {
      expires: '2027-03-15',
      filed: '2026-12-10',
      asOf: '2027-03-16',
    })
    expect(later.body).toMatchObject({ deemedRenewed: true, deemedFrom: '2027-03-16' })
    const onTheDay = await requestsOf('renewal-window', {
      expires: '2027-03-15',
      filed: '2026-12-10',
      asOf: '2027-03-15',
    })
    expect(onTheDay.body).toMatchObject({ deemedRenewed: null })
    const decidedLate = await requestsOf('renewal-window', {
      expires: '2027-03-15',
      filed: '2026-12-10',
      decided: '2027-03-20',
    })
    expect(decidedLate.body).toMatchObject({ deemedRenewed: true })
  })
})

describe('what rests on no norm of this place and time', () => {
  test('promise (law): the ten working days more of a hazchem licence are provisional, the review itself is not', async () => {
    const question = { rule: 'hazchem-licence.review', start: '2026-03-02' }
    expect((await requestsOf('compute', question)).body).toMatchObject({
      provisional: false,
      reasons: [],
    })
    const { body } = await requestsOf('compute', {
      ...question,
      extensions: [{ at: '2026-03-05', by: 10 }],
    })
    expect(body).toMatchObject({
      provisional: true,
      reasons: [{ zh: expect.stringContaining('许可法42') }],
    })
  })

  test.each([
    ['hazard-rectification.listing-publication', '青岛'],
    ['hazard-rectification.site-acceptance', '鄂安'],
    ['hazard-rectification.accident-listing', '河南'],
    ['special-equipment.local-inspection-report', '地方特种设备'],
    ['hazard-rectification.public-report-answer', '地方规定'],
    ['hazchem-licence.promised-review', '外地示例'],
  ])('promise (law): a rule of another place says so: %s', async (rule, place) => {
    const { body } = await requestsOf('compute', { rule, start: '2026-03-02' })
    expect(body).toMatchObject({ rule: { elsewhere: true } })
    expect(JSON.stringify(body.reasons)).toMatch(
      new RegExp(`外地规定或者做法.*${place}.*在本市是否适用须由法制人员确认`),
    )
  })
})
