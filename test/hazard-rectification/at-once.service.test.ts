// Of two people at one task one wins and the other learns what happened; one request sent twice happens once.
import { createHash, randomUUID } from 'node:crypto'
import { count, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseFacts, cases, commands } from '../../db/schema/cases/cases.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import {
  beginning,
  type Company,
  follow,
  gather,
  type Part,
  report,
  surely,
} from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct } from '../api/own-product.ts'

let product: OwnProduct
let people: Company

beforeAll(async () => {
  product = await openOwnProduct(beginning)
  people = await gather(product)
}, 120_000)
afterAll(() => product?.closeAll())

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers as a client of another language would
type Body = any
type Sent = { type: string; data: Record<string, unknown> }
const send = async (part: Part, id: string, act: Sent, headers: Record<string, string> = {}) => {
  const answer = await people[part].raw('POST', `/api/cases/${id}/acts`, act, headers)
  return { status: answer.status, body: (await answer.json()) as Body }
}
const graded = { grade: 'general', findings: '属实' }
const order = (requirements: string): Sent => ({
  type: 'issue-order',
  data: { dueDate: '2026-03-20', requirements },
})

const reported = async (): Promise<string> =>
  (await surely((key) => people.safety.start('hazard-rectification', report, key))).id

/** A case whose order is to be issued: three inspectors may. */
const ordering = async (): Promise<string> => {
  const id = await reported()
  await surely((key) => people.first.act(id, 'verify', graded, { key }))
  await surely((key) => people.second.act(id, 'sign', {}, { key }))
  return id
}
const factsOf = async (id: string, type: string): Promise<number> => {
  const facts = await product.db
    .select({ type: caseFacts.type })
    .from(caseFacts)
    .where(eq(caseFacts.caseId, id))
  return facts.filter((fact) => fact.type === type).length
}
const revisionOf = async (id: string): Promise<number> =>
  (await product.db.select({ revision: cases.revision }).from(cases).where(eq(cases.id, id)))[0]!
    .revision

describe('two at one task', () => {
  test.each(Array.from({ length: 6 }, (_, round) => round))(
    'with the revision they saw, round %i: 200 and 409 with what changed',
    async () => {
      const id = await ordering()
      const seen = String((await people.second.view(id)).material)
      const answers = await Promise.all(
        (['second', 'third'] as const).map(async (part) => ({
          part,
          ...(await send(part, id, order(`由${part}下达`), { 'if-match': seen })),
        })),
      )
      const won = answers.find(({ status }) => status === 200)
      const lost = answers.find(({ status }) => status !== 200)
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(lost?.body).toMatchObject({
        code: 'stale-revision',
        status: 409,
        details: { revision: won?.body.revision },
      })
      const changes = lost?.body.details.changes as {
        type: string
        fields: { name: string; value: { zh: string } }[]
      }[]
      expect(changes.map(({ type }) => type)).toEqual(['issue-order'])
      expect(changes[0]?.fields.find(({ name }) => name === 'requirements')?.value.zh).toBe(
        `由${won?.part}下达`,
      )
      expect(await factsOf(id, 'issue-order')).toBe(1)
    },
  )

  test('without a revision the later one is told that the step is over, and how', async () => {
    const id = await ordering()
    const answers = await Promise.all(
      (['first', 'second', 'third'] as const).map((part) => send(part, id, order('更换'))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const { status, body } of answers) {
      if (status === 409) expect(['not-possible-now', 'task-not-open']).toContain(body.code)
      if (status === 409) expect(body.reasons.length).toBeGreaterThan(0)
    }
    expect(await factsOf(id, 'issue-order')).toBe(1)
  })

  test('a hand that is already under it counts for both who sign at once', async () => {
    const id = await reported()
    const both = await Promise.all(
      (['first', 'second'] as const).map((part) =>
        send(part, id, { type: 'verify', data: graded }),
      ),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await factsOf(id, 'verify')).toBe(1)
    expect((await people.chief.view(id)).active).toContain('handling.ordering')
  })

  test('neither an urge nor a claim of somebody else makes a page stale', async () => {
    const id = await ordering()
    const seen = String((await people.second.view(id)).material)
    expect((await send('safety', id, { type: 'urge', data: { reason: '请尽快' } })).status).toBe(
      200,
    )
    expect((await send('second', id, { type: 'claim', data: {} })).status).toBe(200)
    expect((await send('second', id, order('更换'), { 'if-match': seen })).status).toBe(200)
  })
})

describe('one request sent twice', () => {
  test('at once and again later: one fact, one answer', async () => {
    const id = await ordering()
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send('second', id, order('更换'), key)),
    )
    answers.push(await send('second', id, order('更换'), key))
    expect(
      new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size,
    ).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await factsOf(id, 'issue-order')).toBe(1)
    expect(await revisionOf(id)).toBe(answers[0]?.body.revision)
  })

  test('a start, at once and again later: one case', async () => {
    const key = randomUUID()
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => people.principal.start('hazard-rectification', report, key)),
    )
    ids.push(await people.principal.start('hazard-rectification', report, key))
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
    const [kept] = await product.db
      .select({ n: count() })
      .from(commands)
      .where(eq(commands.caseId, ids[0]!.id))
    expect(kept?.n).toBe(1)
  })

  test('a refusal is remembered too, and the key does not open it to other words or other people', async () => {
    const id = await ordering()
    const key = { 'idempotency-key': randomUUID() }
    const transfer = { type: 'transfer', data: { to: 'p-qujiang.inspector1', reason: '请协助' } }
    const refused = await send('second', id, transfer, key)
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const again = await send('second', id, transfer, key)
    expect({ ...again.body, instance: '' }).toEqual({ ...refused.body, instance: '' })
    expect((await send('second', id, order('更换'), key)).body.code).toBe('key-reused')
    expect((await send('third', id, order('更换'), key)).status).toBe(200)
  })
})

describe('beyond the county', () => {
  test('a task goes to nobody of another county, and his stream hears nothing of the case', async () => {
    const stream = await follow(product.base, people.elsewhere)
    const id = await ordering()
    const before = await revisionOf(id)
    for (const to of ['p-qujiang.inspector1', 'p-e002.principal', 'nobody', '__proto__']) {
      expect(
        (await send('second', id, { type: 'transfer', data: { to, reason: '请协助' } })).status,
        to,
      ).toBe(403)
    }
    expect(await revisionOf(id)).toBe(before)
    expect(
      (
        await send('second', id, {
          type: 'transfer',
          data: { to: 'p-kecheng.inspector3', reason: '请协助' },
        })
      ).status,
    ).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(stream.received()).toContain('heartbeat')
    expect(stream.received()).not.toContain(id)
    await stream.stop()
  })

  test('a machine with the scope of the process starts a case in its region, once per key, and reads it only with its own scope', async () => {
    const token = `test-${randomUUID()}`
    const tokenHash = createHash('sha256').update(token).digest('hex')
    const scopes = ['cases:start:hazard-rectification']
    await product.db
      .insert(machineTokens)
      .values({ id: 'gateway-1', name: '网关', tokenHash, scopes, region: '330802' })
    const ask = async (path: string, body?: unknown) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'reading-1',
      }
      const init =
        body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
      const answer = await fetch(product.base + path, init)
      return { status: answer.status, body: (await answer.json()) as Body }
    }
    const data = { ...report, enterprise: 'e001' }
    const [one, two] = [
      await ask('/api/cases/hazard-rectification', { data }),
      await ask('/api/cases/hazard-rectification', { data }),
    ]
    expect([one.status, two.body.id]).toEqual([201, one.body.id])
    expect((await ask(`/api/cases/${one.body.id}`)).body.code).toBe('not-allowed')
    expect((await people.principal.timeline(one.body.id)).items[0]?.who).toEqual({
      zh: '监测设备',
      en: 'Monitoring device',
    })
    expect((await people.second.act(one.body.id, 'verify', graded)).committed).toBe(true)
    await product.db.execute(
      sql`UPDATE machine_tokens SET revoked_at = now() WHERE id = 'gateway-1'`,
    )
    expect((await ask('/api/cases/hazard-rectification', { data })).status).toBe(401)
  })
})
