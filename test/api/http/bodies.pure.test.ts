// Is a body of too many values refused before it is read, and every other one left alone?
import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { fewValues, holdsMoreValues, mostValues } from '../../../api/http/bodies.ts'
import type { ApiEnv } from '../../../api/http/deps.ts'
import { problemBody, toDomainError } from '../../../api/http/problems.ts'

let read = 0
const app = new Hono<ApiEnv>()
  .use(fewValues)
  .onError((error, c) => c.json(problemBody(toDomainError(error), 'x'), 413))
  .post('/', async (c) => {
    read += 1
    return c.json(await c.req.json())
  })
const send = (body: unknown) => app.request('/', { method: 'POST', body: JSON.stringify(body) })

it('promise (secrecy): a request of 80,000 fields is refused before anybody reads it, so that nobody waits for it', async () => {
  const many = Object.fromEntries(Array.from({ length: 80_000 }, (_, n) => [`f${n}`, n]))
  const answer = await send({ data: many })
  expect(await answer.json()).toMatchObject({
    code: 'file-too-large',
    reasons: [{ zh: `请求内容超过 ${mostValues} 个值` }],
  })
  expect(read).toBe(0)
  const allowed = { data: Object.fromEntries(Object.entries(many).slice(0, mostValues - 10)) }
  expect(await (await send(allowed)).json()).toEqual(allowed)
})

const count = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  const parts = Object.values(value)
  return Math.max(1, parts.length) + parts.reduce<number>((sum, part) => sum + count(part), 0)
}

it('values are counted as they are, whatever stands in texts', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = JSON.stringify(value, null, 1)
      expect(holdsMoreValues(json, count(value))).toBe(false)
      if (count(value) > 0) expect(holdsMoreValues(json, count(value) - 1)).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(
    holdsMoreValues(
      JSON.stringify({ words: ',[{'.repeat(9_000), quoted: '\\",'.repeat(9_000) }),
      2,
    ),
  ).toBe(false)
})
