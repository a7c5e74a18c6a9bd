// Through the whole product, its worker and Temporal: of two heads who give away the same tasks at once, is each task given once?
import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TeamOutcome, TeamView } from '../../../contract/supervision/team.ts'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { beginning, type Company, gather, type Part, report, surely } from '../case/core-path.ts'
import { type OwnProduct, openOwnProduct } from '../own-product.ts'

let product: OwnProduct
let people: Company
const ids: string[] = []

beforeAll(async () => {
  product = await openOwnProduct(beginning)
  people = await gather(product)
  for (let n = 0; n < 8; n += 1)
    ids.push((await surely((key) => people.safety.start('hazard-rectification', report, key))).id)
}, 120_000)
afterAll(() => product?.closeAll())

const post = async <Body>(
  part: Part,
  path: string,
  body: unknown,
  key: string = randomUUID(),
): Promise<Body> => {
  const answer = await people[part].raw('POST', path, body, { 'idempotency-key': key })
  expect(answer.status).toBeLessThan(300)
  return (await answer.json()) as Body
}
const idOf = async (part: Part): Promise<string> =>
  (await people[part].get<{ id: string }>('/api/me')).id
const factsOf = async (type: string) =>
  (await product.db.select().from(caseFacts).where(inArray(caseFacts.caseId, ids))).filter(
    (fact) => fact.type === type,
  )

test('two heads at once, and one of them twice under one key', async () => {
  const seen = (await people.chief.get<TeamView>('/api/team?holder=none')).items.filter(
    ({ caseId }) => ids.includes(caseId),
  )
  expect(seen).toHaveLength(8)
  const tasks = seen.map(({ caseId, taskId, revision }) => ({ caseId, taskId, revision }))
  const give = async (by: Part, to: Part, key: string) =>
    post<TeamOutcome>(
      by,
      '/api/team/reassignments',
      { tasks, to: await idOf(to), reason: '均衡工作量', dryRun: false },
      key,
    )
  const key = randomUUID()
  const [one, same, other] = await Promise.all([
    give('chief', 'second', key),
    give('chief', 'second', key),
    give('leader', 'third', randomUUID()),
  ])
  expect(same.done.map(({ taskId }) => taskId)).toEqual(one.done.map(({ taskId }) => taskId))
  expect(one.done.length + other.done.length).toBe(8)
  expect([...one.refused, ...other.refused].map(({ code }) => code)).toEqual(
    Array.from({ length: 8 }, () => 'stale-revision'),
  )
  const facts = await factsOf('reassign')
  expect(facts.map(({ caseId }) => caseId).sort()).toEqual([...ids].sort())
  for (const { caseId, data } of facts) {
    expect((await people.chief.view(caseId)).tasks[0]?.assignee).toBe(data.toName)
    expect((await people.chief.timeline(caseId)).chain.valid).toBe(true)
  }
})

test('a substitute acts through the worker in both names', async () => {
  const [person, substitute] = [await idOf('third'), await idOf('leader')]
  const from = beginning.slice(0, 10)
  const wanted = { person, substitute, from, to: from, order: '衢应急〔2026〕5号', reason: '开会' }
  const { id: ordered } = await post<{ id: string }>('third', '/api/substitutions', wanted)
  await post('leader', `/api/substitutions/${ordered}/agree`, {})
  const id = (await surely((key) => people.safety.start('hazard-rectification', report, key))).id
  ids.push(id)
  await surely((key) => people.leader.act(id, 'claim', {}, { key }))
  const [claimed] = await factsOf('claim')
  expect(claimed?.actor).toMatchObject({
    id: substitute,
    role: 'inspector',
    onBehalfOf: { id: person, order: '衢应急〔2026〕5号' },
  })
  expect((await people.leader.view(id)).tasks[0]?.assignee).toBe(claimed?.actor.onBehalfOf?.name)
})
