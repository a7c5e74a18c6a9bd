// Does the client write a route of the contract as the server reads it, and does the compiler refuse what differs from the contract?
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AlarmList } from '../../../contract/duty/alarms.ts'
import { addressOfRoute, ask } from '../../../ui/client/asking.ts'

afterEach(() => vi.unstubAllGlobals())

describe('an address', () => {
  test('has each part of the path in its place, whatever signs it holds', () => {
    expect(
      addressOfRoute('GET /api/ladders/{process}/{clock}', {
        path: { process: 'a/b', clock: 'c?d' },
      }),
    ).toBe('/api/ladders/a%2Fb/c%3Fd')
  })
  test('leaves out of the query what is empty, and writes numbers', () => {
    const query = { process: '', region: null, late: undefined, limit: 20 }
    expect(addressOfRoute('GET /api/supervision/clocks', { query })).toBe(
      '/api/supervision/clocks?limit=20',
    )
    expect(addressOfRoute('GET /api/supervision/clocks')).toBe('/api/supervision/clocks')
  })
})

describe('a question', () => {
  const sent = async (question: () => Promise<unknown>) => {
    const fetched = vi.fn(async (_path: string, _init: RequestInit) => Response.json({}))
    vi.stubGlobal('fetch', fetched)
    await question()
    return fetched.mock.calls[0]!
  }
  test('carries its key, the revision that was seen, and its body as JSON', async () => {
    const [path, { method, headers, body }] = await sent(() =>
      ask('POST /api/cases/{id}/acts', {
        path: { id: '7' },
        body: { type: 'claim' },
        key: 'k',
        ifMatch: 3,
      }),
    )
    expect([path, method, body]).toEqual(['/api/cases/7/acts', 'POST', '{"type":"claim"}'])
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': 'k',
      'if-match': '"3"',
    })
  })
  test('without a body says nothing of its type', async () => {
    const [, { headers, body }] = await sent(() => ask('DELETE /api/session'))
    expect([headers, body]).toEqual([{ accept: 'application/json' }, undefined])
  })
})

test('what differs from the contract is an error of the compiler', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ items: [] }))
  // @ts-expect-error: there is no such route
  await ask('GET /api/alarm')
  // @ts-expect-error: a part of the path is missing
  await ask('GET /api/alarms/{id}')
  // @ts-expect-error: the body is not what the route takes
  await ask('POST /api/alarms/{id}/ending', { path: { id: '1' }, body: { why: 'over' } })
  // @ts-expect-error: the query has no such name
  await ask('GET /api/alarms', { query: { boxes: 'active' } })
  const { items }: AlarmList = await ask('GET /api/alarms', { query: { box: 'active' } })
  // @ts-expect-error: an alarm has no such part
  expect(items[0]?.colour).toBeUndefined()
})
