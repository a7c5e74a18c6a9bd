// Whatever a client sends: a problem with the right code, nothing stored, never a fault of ours.
import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, hazard, openHouse, report, type Sent } from '../house.ts'

let house: House
let id: string
beforeAll(async () => {
  house = await openHouse()
  id = await report(house)
})
afterAll(() => house.close())

/** What no refused request may change. */
const traces = async (): Promise<unknown> => {
  const tables = [
    'cases',
    'case_facts',
    'commands',
    'effects',
    'files',
    'calendar_proposals',
    'calendar_history',
    'machine_tokens',
    'quarantine',
    'persons',
  ]
  const counts = tables.map(
    (table) =>
      sql`(SELECT count(*)::int FROM ${sql.identifier(table)}) AS ${sql.identifier(table)}`,
  )
  const { rows } = await house.db.execute(
    sql`SELECT ${sql.join(counts, sql`, `)}, (SELECT sum(revision)::int FROM cases) AS revisions`,
  )
  return {
    ...rows[0],
    bytes: readdirSync(house.filesDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length,
  }
}

const refused = async (
  who: string | null,
  path: string,
  sent: Sent,
  status: number,
  code: string,
): Promise<void> => {
  const before = await traces()
  const cookie = who === null ? {} : { cookie: await house.signIn(who) }
  const answer = await house.send(path, { ...sent, headers: { ...cookie, ...sent.headers } })
  const words = await answer.text()
  expect([answer.status, words.slice(0, 400)], path).toEqual([
    status,
    expect.stringContaining(`"code":"${code}"`),
  ])
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const title = { zh: expect.any(String), en: expect.any(String) }
  expect(JSON.parse(words)).toMatchObject({
    type: `urn:anjian:problem:${code}`,
    title,
    status,
    code,
    reasons: expect.any(Array),
  })
  expect(words.length).toBeLessThan(20_000)
  expect(await traces()).toEqual(before)
}

const json = { 'content-type': 'application/json' }
const raw = (body: string): Sent => ({ body, headers: json })
const acts = () => `/api/cases/${id}/acts`
const starts = '/api/cases/hazard-rectification'
const deep = `${'['.repeat(2_000)}${']'.repeat(2_000)}`
const unnamed = (value: string) => `${'{"":'.repeat(2_000)}${value}${'}'.repeat(2_000)}`
const fields = (many: number) =>
  Object.fromEntries(Array.from({ length: many }, (_, n) => [`f${n}`, 1]))
const written = (data: string): Sent => raw(`{"data":${data}}`)
const filled = (more: Record<string, unknown>): Sent => ({ json: { data: hazard(more) } })
const acted = (type: unknown, data: unknown, more: Record<string, unknown> = {}): Sent => ({
  json: { type, data, ...more },
})
const verdict = { grade: 'general', findings: '属实' }

describe('a report', () => {
  test.each<[string, Sent, number, string]>([
    ['broken JSON', raw('{"data":'), 400, 'invalid-json'],
    ['no JSON at all', raw(''), 400, 'invalid-json'],
    [
      'a form',
      { body: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      'invalid-json',
    ],
    ['plain text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 400, 'invalid-json'],
    ['a list as body', raw('[]'), 422, 'invalid-input'],
    ['a word as body', raw('"report"'), 422, 'invalid-input'],
    ['nothing as body', raw('null'), 422, 'invalid-input'],
    ['a list as data', written('[]'), 422, 'invalid-input'],
    ['a filled list as data', written('[{"title":"x"}]'), 422, 'invalid-input'],
    ['no data', { json: {} }, 422, 'invalid-input'],
    [
      'an unknown part of the body',
      { json: { data: hazard(), admin: true } },
      422,
      'invalid-input',
    ],
    ['an unknown field', filled({ status: 'closed' }), 422, 'invalid-input'],
    ['a missing field', filled({ title: undefined }), 422, 'invalid-input'],
    ['a number as text', filled({ title: 5 }), 422, 'invalid-input'],
    ['a text as yes or no', filled({ suspectedMajor: 'true' }), 422, 'invalid-input'],
    ['a list as text', filled({ title: ['x'] }), 422, 'invalid-input'],
    ['an object as text', filled({ title: { $ne: 1 } }), 422, 'invalid-input'],
    ['a text as list', filled({ photos: 'x' }), 422, 'invalid-input'],
    ['a file that is none', filled({ photos: ['../../etc/passwd'] }), 422, 'invalid-input'],
    ['an absurd length', filled({ title: '长'.repeat(100_000) }), 422, 'invalid-input'],
    ['more than a megabyte', filled({ title: 'x'.repeat(1_100_000) }), 413, 'file-too-large'],
    ['eighty thousand fields', filled(fields(80_000)), 413, 'file-too-large'],
    ['a null byte', filled({ title: 'zero\u0000byte' }), 422, 'invalid-input'],
    ['half a sign', filled({ title: '\ud800' }), 422, 'invalid-input'],
    [
      '__proto__ in the data',
      written('{"title":"x","__proto__":{"grade":"major"}}'),
      422,
      'invalid-input',
    ],
    ['__proto__ in the body', raw('{"data":{},"__proto__":{"admin":true}}'), 422, 'invalid-input'],
    [
      'constructor in the data',
      written('{"constructor":{"prototype":{"x":1}}}'),
      422,
      'invalid-input',
    ],
    ['nesting without end', written(`{"title":${deep}}`), 422, 'invalid-input'],
    ['nesting without end or name', written(unnamed('1')), 422, 'invalid-input'],
    [
      'an overlong key',
      { ...filled({}), headers: { 'idempotency-key': 'k'.repeat(201) } },
      422,
      'invalid-input',
    ],
    [
      'a key with spaces',
      { ...filled({}), headers: { 'idempotency-key': 'a b' } },
      422,
      'invalid-input',
    ],
  ])('%s', (_, sent, status, code) => refused('qi', starts, sent, status, code))

  test.each(['teleportation', '__proto__', 'constructor', 'toString', '%00', 'x'.repeat(5_000)])(
    'the unknown process %.20s',
    (process) => refused('qi', `/api/cases/${process}`, filled({}), 404, 'not-found'),
  )
})

describe('an act', () => {
  test.each<[string, Sent, number, string]>([
    ['unknown', acted('teleport', {}), 422, 'unknown-act'],
    ['named after what every object has', acted('constructor', {}), 422, 'unknown-act'],
    ['called __proto__', acted('__proto__', {}), 422, 'unknown-act'],
    ['called toString', acted('toString', {}), 422, 'unknown-act'],
    ['without a name', acted(undefined, {}), 422, 'invalid-input'],
    ['with a number as name', acted(7, {}), 422, 'invalid-input'],
    ['with a name without end', acted('v'.repeat(5_000), {}), 422, 'invalid-input'],
    ['with a list as data', acted('claim', []), 422, 'invalid-input'],
    ['with a word as data', acted('claim', 'x'), 422, 'invalid-input'],
    [
      'with fields nobody asked for',
      acted('claim', { note: 'x'.repeat(5_000) }),
      422,
      'invalid-input',
    ],
    [
      'with fields nobody asked for in an event',
      acted('verify', { ...verdict, signatures: [] }),
      422,
      'invalid-input',
    ],
    ['with an unknown part', acted('claim', {}, { force: true }), 422, 'invalid-input'],
    ['without what it needs', acted('verify', { grade: 'general' }), 422, 'invalid-input'],
    ['without its reason', acted('transfer', { to: 'wu' }), 422, 'invalid-input'],
    ['at no task', acted('claim', {}, { taskId: 'nothing' }), 409, 'task-not-open'],
    [
      'at a task called __proto__',
      acted('claim', {}, { taskId: '__proto__' }),
      409,
      'task-not-open',
    ],
    [
      'at a task called constructor',
      acted('verify', verdict, { taskId: 'constructor' }),
      409,
      'task-not-open',
    ],
    ['at a task with a null byte', acted('claim', {}, { taskId: '\u0000' }), 409, 'task-not-open'],
    ['at a task that is a list', acted('claim', {}, { taskId: [] }), 422, 'invalid-input'],
    [
      'on a revision that never was',
      { ...acted('claim', {}), headers: { 'if-match': '"-1"' } },
      422,
      'invalid-input',
    ],
    [
      'on a revision without end',
      { ...acted('claim', {}), headers: { 'if-match': '9'.repeat(400) } },
      422,
      'invalid-input',
    ],
    [
      'on a stale revision',
      { ...acted('verify', verdict), headers: { 'if-match': '0' } },
      409,
      'stale-revision',
    ],
    ['of the clock', acted('supervise-red', {}), 403, 'not-allowed'],
    ['of a later step', acted('write-off', { publicSummary: 'x' }), 409, 'not-possible-now'],
    [
      'a correction of what every object has',
      acted('approve-correction', { seq: 1 }),
      409,
      'not-possible-now',
    ],
    [
      'a correction of record number one half',
      acted('request-correction', { seq: 0.5, field: 'title', value: 'x', reason: 'x' }),
      422,
      'invalid-input',
    ],
  ])('%s', (_, sent, status, code) => refused('lin', acts(), sent, status, code))

  test.each([300, 3_000_000_000, 1e20])(
    'a correction of record number %d, which there is not',
    async (seq) => {
      const sent = acted('request-correction', { seq, field: 'title', value: 'x', reason: 'x' })
      const { status, body } = await house.as('lin', acts(), sent)
      expect([status, body.code]).toEqual([422, 'invalid-input'])
      expect((await house.db.execute(sql`SELECT * FROM quarantine`)).rows).toEqual([])
    },
  )

  test('on a case that is none', async () => {
    for (const nothing of [
      'x',
      '__proto__',
      '00000000-0000-4000-8000-000000000000',
      "'; DROP TABLE cases; --",
      'x'.repeat(5_000),
    ]) {
      await refused(
        'lin',
        `/api/cases/${encodeURIComponent(nothing)}/acts`,
        acted('claim', {}),
        404,
        'not-found',
      )
    }
    expect((await house.as('lin', '/api/cases/%00')).status).toBeLessThan(500)
    expect((await house.as('lin', '/api/cases/%E0%A4%A')).status).toBe(404)
  })
})

describe('a question', () => {
  const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
  const pages = ['/api/inbox', '/api/cases']
  const queries = [
    ...[
      'limit=-1',
      'limit=0',
      'limit=1e9',
      'limit=abc',
      'limit=201',
      'limit=1.5',
      'limit=',
      'limit=1&limit=2',
      'limit=%00',
    ],
    ...[
      'cursor=abc',
      'cursor=%00',
      `cursor=${'A'.repeat(500)}`,
      `cursor=${cursor([])}`,
      `cursor=${cursor(['x', 'y'])}`,
    ],
    ...[
      `cursor=${cursor({ length: 2 })}`,
      `cursor=${cursor(['2026-01-01', 5])}`,
      `cursor=${cursor(['+275760-09-13T00:00:00.000Z', 'x'])}`,
    ],
    ...[
      `cursor=${cursor(['2026-01-01T00:00:00Z', '\u0000'])}`,
      'minRevision=soon',
      'minRevision=-1',
      'minRevision=1e3',
    ],
    ...[`process=${'x'.repeat(300)}`, 'process=%00'],
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
