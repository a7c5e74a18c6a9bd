// Does a nonsensical calculation get a clear problem, and is what may be asked listed?
import { expect, test } from 'vitest'
import { get, post } from '../http.ts'

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
