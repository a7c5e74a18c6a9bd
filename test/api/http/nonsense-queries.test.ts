// Whatever a client asks, reckons or signs in with: a problem with the right code, never a fault of ours.
import { describe, expect, test } from 'vitest'
import type { Sent } from '../house.ts'
import { deep, house, raw, refused, unnamed, useRefusingHouse } from './refusals.ts'

useRefusingHouse()

describe('a question', () => {
  const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
  const pages = ['/api/inbox', '/api/cases']
  const queries = [
    'limit=-1',
    'limit=0',
    'limit=1e9',
    'limit=abc',
    'limit=201',
    'limit=1.5',
    'limit=',
    'limit=1&limit=2',
    'limit=%00',
    'cursor=abc',
    'cursor=%00',
    `cursor=${'A'.repeat(500)}`,
    `cursor=${cursor([])}`,
    `cursor=${cursor(['x', 'y'])}`,
    `cursor=${cursor({ length: 2 })}`,
    `cursor=${cursor(['2026-01-01', 5])}`,
    `cursor=${cursor(['+275760-09-13T00:00:00.000Z', 'x'])}`,
    `cursor=${cursor(['2026-01-01T00:00:00Z', '\u0000'])}`,
    'minRevision=soon',
    'minRevision=-1',
    'minRevision=1e3',
    `process=${'x'.repeat(300)}`,
    'process=%00',
  ]
  test.each(pages.flatMap((page) => queries.map((query) => [`${page}?${query}`])))(
    '%.60s',
    (path) => refused('lin', path, {}, 422, 'invalid-input'),
  )
  test.each([
    '/api/inbox?box=attic',
    '/api/inbox?box=__proto__',
    '/api/cases?status=lost',
    '/api/cases?q=%00',
    `/api/cases?q=${'q'.repeat(300)}`,
  ])('%.60s', (path) => refused('lin', path, {}, 422, 'invalid-input'))
  test.each(['%25', '_', '\\', "'", '"; --', '(((', '𠮷'])(
    'a search for %s finds nothing and breaks nothing',
    async (q) => {
      const { status, body } = await house.as('lin', `/api/cases?q=${encodeURIComponent(q)}`)
      expect([status, body.total]).toEqual([200, 0])
    },
  )
  test.each([
    '/api/processes/__proto__',
    '/api/processes/constructor',
    '/api/files/__proto__',
    '/api/files/..%2f..%2fetc%2fpasswd',
    '/api/nothing',
  ])('%s is not found', (path) => refused('lin', path, {}, 404, 'not-found'))
})

describe('time limits and calculations', () => {
  const law = (rule: unknown, more: Record<string, unknown> = {}): Sent => ({
    json: { rule, start: '2026-03-02', ...more },
  })
  test.each<[string, Sent, number, string]>([
    ['/api/time-limits/compute', law('__proto__'), 404, 'unknown-rule'],
    ['/api/time-limits/compute', law('constructor'), 404, 'unknown-rule'],
    ['/api/time-limits/compute', law(5), 422, 'invalid-input'],
    ['/api/time-limits/compute', law('adhoc', { unit: 'WD', n: 1e9 }), 422, 'invalid-input'],
    ['/api/time-limits/compute', law('adhoc', { unit: 'WD', n: '5' }), 422, 'invalid-input'],
    [
      '/api/time-limits/compute',
      law('adhoc', { unit: 'WD', n: 5, start: '2026-02-31' }),
      422,
      'invalid-input',
    ],
    [
      '/api/time-limits/compute',
      law('adhoc', { unit: 'WD', n: 5, start: '2026-03-02\u0000' }),
      422,
      'invalid-input',
    ],
    ['/api/time-limits/compute', raw('[]'), 422, 'invalid-input'],
    ['/api/time-limits/compute', raw(deep), 422, 'invalid-input'],
    ['/api/time-limits/compute', raw('{'), 400, 'invalid-json'],
    ['/api/calculations/__proto__', { json: {} }, 404, 'not-found'],
    ['/api/calculations/constructor', { json: {} }, 404, 'not-found'],
    ['/api/calculations/daily-fine', raw('[]'), 422, 'invalid-input'],
    ['/api/calculations/daily-fine', raw('{"__proto__":{}}'), 422, 'invalid-input'],
  ])('%s %#', (path, sent, status, code) => refused(null, path, sent, status, code))
})

describe('signing in', () => {
  test.each<[string, Sent, number, string]>([
    ['a list', raw('[]'), 422, 'invalid-input'],
    ['nesting without end or name', raw(unnamed('1')), 422, 'invalid-input'],
    ['a null byte', { json: { username: 'li\u0000n', password: 'x' } }, 422, 'invalid-input'],
    ['no text', { json: { username: ['lin'], password: { length: 9 } } }, 422, 'invalid-input'],
    [
      'a name without end',
      { json: { username: 'l'.repeat(5_000), password: 'x' } },
      422,
      'invalid-input',
    ],
    [
      'a password without end',
      { json: { username: 'lin', password: 'x'.repeat(100_000) } },
      422,
      'invalid-input',
    ],
    ['SQL', { json: { username: "lin' OR 1=1 --", password: 'x' } }, 401, 'wrong-credentials'],
  ])('with %s', (_, sent, status, code) => refused(null, '/api/session', sent, status, code))
})

describe('a day or a moment', () => {
  const noDays = ['2026-02-30', '9999-12-31', '0000-01-01', '2026-3-1', '', 'soon']
  const noMoments = [
    '2026-03-02T10:00:00+08',
    '2026-03-02 10:00:00 +0800',
    '2026-02-30T10:00:00Z',
    '9999-12-31T23:59:59-23:00',
    'soon',
  ]
  const stands = {
    person: 'lin',
    substitute: 'wu',
    from: '2026-03-03',
    to: '2026-03-05',
    order: 'x',
    reason: 'x',
    knowingly: true,
  }
  const post = { office: '330802-bureau', role: 'inspector', reason: 'x' }
  const since = '2004-01-01T00:00:00.000Z'
  const personnel = '/api/personnel/people/wu'
  const rule = { group: '330802-bureau/inspector', way: 'turns', reason: 'x' }
  const permit = {
    device: '00000000-0000-4000-8000-000000000000',
    number: 'J',
    work: 'maintenance',
    requestedBy: 'x',
    reason: 'x',
  }
  test.each<[string, string, (day: string) => Sent]>([
    [
      'the first of a substitution',
      '/api/substitutions',
      (from) => ({ json: { ...stands, from } }),
    ],
    ['the last of a substitution', '/api/substitutions', (to) => ({ json: { ...stands, to } })],
    ['the first of a post', `${personnel}/appointments`, (from) => ({ json: { ...post, from } })],
    [
      'the last of a post',
      `${personnel}/appointments`,
      (until) => ({ json: { ...post, from: '2026-03-03', until } }),
    ],
    [
      'the end of a post',
      `${personnel}/appointments/end`,
      (until) => ({ json: { ...post, since, until } }),
    ],
    [
      'the last of a rule',
      '/api/routing/rules',
      (until) => ({ json: { ...rule, from: '2026-03-03', until } }),
    ],
  ])('that is none, as %s', async (_, path, sent) => {
    for (const day of noDays) await refused('lin', path, sent(day), 422, 'invalid-input')
  })
  test.each([
    `${personnel}/loss?office=330802-bureau&role=inspector&since=${since}&until=`,
    '/api/supervision/flow?process=hazard-rectification&to=',
    '/api/supervision/digest?date=',
    '/api/letters/frames?day=',
  ])('that is none, in %s', async (path) => {
    for (const day of noDays.filter((one) => one !== ''))
      await refused('lin', `${path}${day}`, {}, 422, 'invalid-input')
  })
  test('that is none, of a trend, a permit, a post', async () => {
    for (const moment of noMoments) {
      const query = new URLSearchParams({ point: '1', from: moment })
      await refused('lin', `/api/devices/${permit.device}/trend?${query}`, {}, 422, 'invalid-input')
      await refused(
        'lin',
        '/api/permits',
        { json: { ...permit, until: moment } },
        422,
        'invalid-input',
      )
      await refused(
        'lin',
        `${personnel}/appointments/end`,
        { json: { ...post, since: moment } },
        422,
        'invalid-input',
      )
    }
  })
})
