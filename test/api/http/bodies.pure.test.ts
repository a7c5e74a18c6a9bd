// Is a body of too many values refused before it is read, and every other one left alone?
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { fewValues, mostValues } from '../../../api/http/bodies.ts'
import type { ApiEnv } from '../../../api/http/deps.ts'
import { problemBody, toDomainError } from '../../../api/http/problems.ts'

let read = 0
const app = new Hono<ApiEnv>()
  .use(fewValues)
  .onError((error, c) => c.json(problemBody(toDomainError(error), 'x'), 413))
  .post('*', async (c) => {
    read += 1
    return c.json(await c.req.json())
  })
const send = (body: unknown, path = '/') =>
  app.request(path, { method: 'POST', body: JSON.stringify(body) })

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

it('the file of a day of the treasury may hold as many movements as it is allowed, each with further fields', async () => {
  const fields = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`f${n}`, n]))
  const movements = Array.from({ length: 500 }, () => fields)
  const path = '/api/payments/statements'
  expect((await send({ movements }, path)).status).toBe(200)
  expect((await send({ movements })).status).toBe(413)
  expect((await send({ movements: [...movements, ...movements] }, path)).status).toBe(413)
})
