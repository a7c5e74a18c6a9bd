// Does anything at all, thrown at the two sub-apps, get an answer or a problem and never a crash?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculations } from '../../domain/law/calculations/catalogue/registry.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import { post } from './http.ts'

const dates = fc.oneof(
  fc.constantFrom(
    '2026-02-31',
    '2026-02-28',
    '2026-05-01T09:40+08:00',
    '2026-05-01T25:00Z',
    '9999-12-31',
    '0000-00-00',
    '2027-01-01',
    '',
    'today',
  ),
  fc
    .date({ min: new Date('1980-01-01'), max: new Date('2110-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
)
const scrap = fc.oneof(
  dates,
  fc.integer({ min: -3, max: 400 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 6 }),
)
const kinds = fc.constantFrom(
  'expert-review',
  '听证',
  'lunch',
  '__proto__',
  'constructor',
  'toString',
)
const rule = fc.oneof(
  fc.constantFrom(...ruleBook.map(({ id }) => id)),
  fc.constantFrom('adhoc', '__proto__', 'constructor', ''),
)

const question = fc.record(
  {
    rule,
    start: scrap,
    unit: fc.oneof(fc.constantFrom('WD', 'ND', 'H', 'MIN', 'M', 'Y'), scrap),
    n: scrap,
    roll: scrap,
    asOf: scrap,
    pauses: fc.array(
      fc.record({ from: dates, to: scrap, kind: kinds }, { requiredKeys: ['from'] }),
      { maxLength: 3 },
    ),
    extensions: fc.array(fc.record({ at: dates, by: scrap }), { maxLength: 3 }),
  },
  { requiredKeys: ['rule', 'start'] },
)

const answers = async (path: string, body: unknown) => {
  const { status, body: values } = await post(path, JSON.stringify(body))
  expect([200, 404, 422]).toContain(status)
  if (status !== 200)
    expect(values).toMatchObject({ code: expect.any(String), reasons: expect.any(Array) })
}

test('time limits', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(question, fc.jsonValue()), (body) =>
      answers('/api/time-limits/compute', body),
    ),
    { numRuns: 300 },
  ))

test.each(
  calculations.map(
    ({ name, schema }) =>
      [name, Object.keys((schema as unknown as { entries: object }).entries)] as const,
  ),
)('%s', (name, fields) =>
  fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...fields), fc.oneof(scrap, fc.array(scrap, { maxLength: 4 }))),
      (body) => answers(`/api/calculations/${name}`, body),
    ),
    { numRuns: 60 },
  ),
)
