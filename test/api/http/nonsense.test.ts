// Whatever a client sends to a case: a problem with the right code, nothing stored, never a fault of ours.
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { hazard, type Sent } from '../house.ts'
import { deep, house, id, raw, refused, unnamed, useRefusingHouse } from './refusals.ts'

useRefusingHouse()

const acts = () => `/api/cases/${id}/acts`
const starts = '/api/cases/hazard-rectification'

const fields = (many: number) =>
  Object.fromEntries(Array.from({ length: many }, (_, n) => [`f${n}`, 1]))
const written = (data: string): Sent => raw(`{"data":${data}}`)
const filled = (more: Record<string, unknown>): Sent => ({ json: { data: hazard(more) } })
const actRequest = (type: unknown, data: unknown, more: Record<string, unknown> = {}): Sent => ({
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
    ['text that turns', filled({ title: '仓库\u202e倒过来' }), 422, 'invalid-input'],
    ['nothing that is seen', filled({ title: ' \u200b\u2060' }), 422, 'invalid-input'],
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
    ['unknown', actRequest('teleport', {}), 422, 'unknown-act'],
    ['named after what every object has', actRequest('constructor', {}), 422, 'unknown-act'],
    ['called __proto__', actRequest('__proto__', {}), 422, 'unknown-act'],
    ['called toString', actRequest('toString', {}), 422, 'unknown-act'],
    ['without a name', actRequest(undefined, {}), 422, 'invalid-input'],
    ['with a number as name', actRequest(7, {}), 422, 'invalid-input'],
    ['with a name without end', actRequest('v'.repeat(5_000), {}), 422, 'invalid-input'],
    ['with a list as data', actRequest('claim', []), 422, 'invalid-input'],
    ['with a word as data', actRequest('claim', 'x'), 422, 'invalid-input'],
    [
      'with fields nobody asked for',
      actRequest('claim', { note: 'x'.repeat(5_000) }),
      422,
      'invalid-input',
    ],
    [
      'with fields nobody asked for in an event',
      actRequest('verify', { ...verdict, signatures: [] }),
      422,
      'invalid-input',
    ],
    ['with an unknown part', actRequest('claim', {}, { force: true }), 422, 'invalid-input'],
    ['without what it needs', actRequest('verify', { grade: 'general' }), 422, 'invalid-input'],
    ['without its reason', actRequest('transfer', { to: 'wu' }), 422, 'invalid-input'],
    ['at no task', actRequest('claim', {}, { taskId: 'nothing' }), 409, 'task-not-open'],
    [
      'at a task called __proto__',
      actRequest('claim', {}, { taskId: '__proto__' }),
      409,
      'task-not-open',
    ],
    [
      'at a task called constructor',
      actRequest('verify', verdict, { taskId: 'constructor' }),
      409,
      'task-not-open',
    ],
    [
      'at a task with a null byte',
      actRequest('claim', {}, { taskId: '\u0000' }),
      409,
      'task-not-open',
    ],
    ['at a task that is a list', actRequest('claim', {}, { taskId: [] }), 422, 'invalid-input'],
    [
      'on a revision that never was',
      { ...actRequest('claim', {}), headers: { 'if-match': '"-1"' } },
      422,
      'invalid-input',
    ],
    [
      'on a revision without end',
      { ...actRequest('claim', {}), headers: { 'if-match': '9'.repeat(400) } },
      422,
      'invalid-input',
    ],
    [
      'on a stale revision',
      { ...actRequest('verify', verdict), headers: { 'if-match': '0' } },
      409,
      'stale-revision',
    ],
    ['of the clock', actRequest('supervise-red', {}), 403, 'not-allowed'],
    ['of a later step', actRequest('write-off', { publicSummary: 'x' }), 409, 'not-possible-now'],
    [
      'a correction of what every object has',
      actRequest('approve-correction', { seq: 1 }),
      409,
      'not-possible-now',
    ],
    [
      'a correction of record number one half',
      actRequest('request-correction', { seq: 0.5, field: 'title', value: 'x', reason: 'x' }),
      422,
      'invalid-input',
    ],
  ])('%s', (_, sent, status, code) => refused('lin', acts(), sent, status, code))

  test.each([300, 3_000_000_000, 1e20])(
    'a correction of record number %d, which there is not',
    async (seq) => {
      const sent = actRequest('request-correction', {
        seq,
        field: 'title',
        value: 'x',
        reason: 'x',
      })
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
        actRequest('claim', {}),
        404,
        'not-found',
      )
    }
    expect((await house.as('lin', '/api/cases/%00')).status).toBeLessThan(500)
    expect((await house.as('lin', '/api/cases/%E0%A4%A')).status).toBe(404)
  })
})
