// Does nonsense get a clear problem in both languages, with the place where it stands?
import { describe, expect, test } from 'vitest'
import { get, post } from './http.ts'

type Refused = [title: string, input: unknown, code: string, pointer?: string]
const adhoc = { rule: 'adhoc', unit: 'WD', n: 5, roll: 'party', start: '2026-03-02' }
const review = { rule: 'three-simultaneities.design-review', start: '2026-02-02' }

const limits: Refused[] = [
  ['31 February', { ...adhoc, start: '2026-02-31' }, 'invalid-input', '/start'],
  ['29 February of a common year', { ...adhoc, start: '2026-02-29' }, 'invalid-input', '/start'],
  [
    'hour 25',
    { rule: 'adhoc', unit: 'H', n: 1, start: '2026-03-02T25:00+08:00' },
    'invalid-input',
    '/start',
  ],
  [
    'hours without a moment',
    { rule: 'emergency-response.unit-report', start: '2026-03-02' },
    'invalid-input',
    '/start',
  ],
  [
    'free hours without a moment',
    { rule: 'adhoc', unit: 'H', n: 1, start: '2026-03-02' },
    'invalid-input',
    '/start',
  ],
  ['no start', { rule: 'adhoc', unit: 'WD', n: 5 }, 'invalid-input', '/start'],
  ['no rule', { start: '2026-03-02' }, 'invalid-input', '/rule'],
  [
    'free period without unit and n',
    { rule: 'adhoc', start: '2026-03-02' },
    'invalid-input',
    '/unit',
  ],
  ['n of zero', { ...adhoc, n: 0 }, 'invalid-input', '/n'],
  ['n with decimals', { ...adhoc, n: 1.5 }, 'invalid-input', '/n'],
  ['n as text', { ...adhoc, n: '5' }, 'invalid-input', '/n'],
  ['absurdly long', { ...adhoc, n: 36_500 }, 'invalid-input'],
  ['more years than there are', { ...adhoc, unit: 'Y', n: 500 }, 'invalid-input', '/n'],
  ['unknown unit', { ...adhoc, unit: 'weeks' }, 'invalid-input', '/unit'],
  ['unknown field', { ...adhoc, colour: 'red' }, 'invalid-input', '/colour'],
  ['the past before the records', { ...adhoc, start: '1812-01-01' }, 'invalid-input', '/start'],
  [
    'pause that ends before it begins',
    { ...adhoc, pauses: [{ from: '2026-03-06', to: '2026-03-04', kind: 'hearing' }] },
    'invalid-input',
    '/pauses/0/to',
  ],
  [
    'pause on 31 February',
    { ...adhoc, pauses: [{ from: '2026-02-31', to: '2026-03-04', kind: 'hearing' }] },
    'invalid-input',
    '/pauses/0/from',
  ],
  [
    'unknown kind of pause',
    { ...adhoc, pauses: [{ from: '2026-03-03', to: '2026-03-04', kind: 'lunch' }] },
    'invalid-input',
    '/pauses/0/kind',
  ],
  [
    'pause the rule does not know',
    { ...review, pauses: [{ from: '2026-02-03', to: '2026-02-04', kind: 'rework' }] },
    'invalid-input',
    '/pauses/0/kind',
  ],
  [
    'pause of hours',
    {
      rule: 'emergency-response.unit-report',
      start: '2026-05-01T09:50+08:00',
      pauses: [{ from: '2026-05-01', to: '2026-05-02', kind: 'hearing' }],
    },
    'invalid-input',
    '/pauses/0/kind',
  ],
  [
    'extension the law does not give',
    {
      rule: 'enforcement-case.payment',
      start: '2026-01-30',
      extensions: [{ at: '2026-02-02', by: 5 }],
    },
    'invalid-input',
    '/extensions/0',
  ],
  [
    'extension longer than allowed',
    { ...review, extensions: [{ at: '2026-03-01', by: 11 }] },
    'invalid-input',
    '/extensions/0',
  ],
  [
    'second extension',
    {
      ...review,
      extensions: [
        { at: '2026-03-01', by: 5 },
        { at: '2026-03-02', by: 5 },
      ],
    },
    'invalid-input',
    '/extensions/1',
  ],
  [
    'extension after expiry',
    { ...review, extensions: [{ at: '2026-03-07', by: 10 }] },
    'invalid-input',
    '/extensions/0',
  ],
  [
    'extension before the start',
    { ...review, extensions: [{ at: '2026-01-07', by: 10 }] },
    'invalid-input',
    '/extensions/0',
  ],
  ['own n for a rule of law', { ...review, n: 7 }, 'invalid-input', '/n'],
  ['own unit for a rule of law', { ...review, unit: 'ND' }, 'invalid-input', '/unit'],
  [
    'unknown rule',
    { rule: 'three-simultaneities.desing-review', start: '2026-02-02' },
    'unknown-rule',
    '/rule',
  ],
  ['unknown version', { ...review, version: '1999-01-01' }, 'unknown-rule', '/version'],
  [
    'rule not yet in force',
    { rule: 'three-simultaneities.design-review', start: '2010-05-04' },
    'rule-not-in-force',
    '/start',
  ],
  [
    'rule no longer in force',
    { rule: 'three-simultaneities.completion-decision', start: '2020-05-06' },
    'rule-not-in-force',
    '/start',
  ],
  [
    'version out of force on the date',
    { rule: 'enforcement-case.hearing-request', version: '1996-10-01', start: '2026-04-30' },
    'rule-not-in-force',
    '/version',
  ],
  ['a list', [], 'invalid-input'],
  ['nothing', null, 'invalid-input'],
]

describe('refused time limits', () => {
  test.each(limits)('%s', async (_, input, code, pointer) => {
    const { status, type, body } = await post('/api/time-limits/compute', input)
    expect(type).toContain('application/problem+json')
    expect(status).toBe(code === 'unknown-rule' ? 404 : 422)
    expect(body).toMatchObject({
      code,
      reasons: [
        expect.objectContaining({
          zh: expect.stringMatching(/\S/),
          en: expect.stringMatching(/\S/),
        }),
        ...((body.reasons as unknown[]) ?? []).slice(1),
      ],
    })
    if (pointer) expect(body).toMatchObject({ details: { pointer } })
  })

  test('a refused pause names the article of the rule and what it allows', async () => {
    const { body } = await post('/api/time-limits/compute', {
      ...review,
      pauses: [{ from: '2026-02-03', to: '2026-02-04', kind: 'rework' }],
    })
    expect((body.reasons as { zh: string }[])[0]?.zh).toMatch(/令36号.*第14条.*expert-review/)
  })

  test('broken JSON is told apart from a wrong field', async () => {
    expect(await post('/api/time-limits/compute', '{"rule":')).toMatchObject({
      status: 400,
      body: { code: 'invalid-json' },
    })
    expect(await post('/api/calculations/late-surcharge', 'fine=1')).toMatchObject({
      status: 400,
      body: { code: 'invalid-json' },
    })
  })
})

const calculations: [title: string, name: string, input: unknown, code: string][] = [
  ['negative fine', 'late-surcharge', { fine: -1, served: '2026-01-30' }, 'invalid-input'],
  [
    'fine with three decimals',
    'late-surcharge',
    { fine: 1.005, served: '2026-01-30' },
    'invalid-input',
  ],
  ['served on 31 February', 'late-surcharge', { fine: 1, served: '2026-02-31' }, 'invalid-input'],
  [
    'deferred to the past',
    'late-surcharge',
    { fine: 1, served: '2026-01-30', deferredTo: '2026-02-01' },
    'invalid-input',
  ],
  [
    'daily fine before the law',
    'daily-fine',
    { fine: 1, ordered: '2020-01-30', until: '2020-02-01' },
    'rule-not-in-force',
  ],
  [
    'daily fine that ends before the order',
    'daily-fine',
    { fine: 1, ordered: '2026-01-30', until: '2026-01-01' },
    'invalid-input',
  ],
  ['half a death', 'accident-level', { deaths: 0.5 }, 'invalid-input'],
  [
    'county told before the accident',
    'report-ladder',
    { accidentAt: '2026-05-01T09:40+08:00', countyReceivedAt: '2026-05-01T09:00+08:00' },
    'invalid-input',
  ],
  [
    'unknown substance',
    'hazard-source-grade',
    { substances: [{ substance: 'unobtainium', q: 5 }], exposed: 1 },
    'invalid-input',
  ],
  [
    'a gas whose Q is not known',
    'hazard-source-grade',
    { substances: [{ substance: 'CO', q: 5 }], exposed: 1 },
    'invalid-input',
  ],
  [
    'a reconsideration decided before the decision was received',
    'remedy-windows',
    { served: '2026-03-02', reconsiderationDecided: '2026-03-01' },
    'invalid-input',
  ],
  [
    'a demand before service',
    'remedy-windows',
    { served: '2026-03-02', demandServed: '2026-02-27' },
    'invalid-input',
  ],
  ['no substance', 'hazard-source-grade', { substances: [], exposed: 1 }, 'invalid-input'],
  ['unknown field', 'accident-level', { deaths: 1, colour: 'red' }, 'invalid-input'],
  ['unknown calculation', 'weather', {}, 'not-found'],
]

test.each(calculations)('refused calculation: %s', async (_, name, input, code) => {
  const { status, body } = await post(`/api/calculations/${name}`, input)
  expect(body).toMatchObject({ code })
  expect(status).toBe(code === 'not-found' ? 404 : 422)
})

test('the rule book lists every version with what the contract asks for', async () => {
  const { body } = await get('/api/time-limits/rules')
  const items = body.items as Record<string, unknown>[]
  expect(items.length).toBeGreaterThan(100)
  for (const item of items) {
    expect(item).toMatchObject({
      id: expect.stringMatching(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/),
      version: expect.any(String),
      article: { zh: expect.any(String), en: expect.any(String) },
      unit: expect.stringMatching(/^(WD|ND|H|MIN|M|Y)$/),
      n: expect.any(Number),
      roll: expect.any(String),
      from: expect.any(String),
      pauses: expect.any(Array),
      confidence: expect.any(String),
    })
    expect(item).toHaveProperty('to')
    expect(item).toHaveProperty('extend')
  }
  const only = (await get('/api/time-limits/rules?process=hazchem-licence')).body.items as {
    process: string
  }[]
  expect(new Set(only.map(({ process }) => process))).toEqual(new Set(['hazchem-licence']))
})

test('the list of calculations carries a JSON Schema for each', async () => {
  const { body } = await get('/api/calculations')
  const items = body.items as { name: string; schema: Record<string, unknown> }[]
  expect(items.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'on-the-spot-limit',
      'late-surcharge',
      'daily-fine',
      'remedy-windows',
      'closure-proposal',
      'accident-level',
      'report-ladder',
      'hazard-source-grade',
      'required-review',
    ]),
  )
  for (const { schema } of items)
    expect(schema).toMatchObject({
      type: 'object',
      properties: expect.any(Object),
      additionalProperties: false,
    })
})
