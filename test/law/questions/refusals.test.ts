// Does a nonsensical question about a time limit get a clear problem in both languages, with the place where it stands?
import { describe, expect, test } from 'vitest'
import { post } from '../http.ts'

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
