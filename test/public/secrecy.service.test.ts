// Who finds the contact of a public reporter, going through every door of the product?
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import { factHash } from '../../domain/model/chain.ts'
import { type House, openHouse } from '../api/house.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import { people as cast } from '../support/people/people.ts'
import { act, asPublic, type Body, hazardReport, verified } from './report-sending.ts'

const secret = '13800001111'
const token = 'token-of-the-reader-0123456789'
let house: House
let number: string
let code: string
let id: string

beforeAll(async () => {
  house = await openHouse({ demo: false, behindProxy: true })
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  await house.db
    .insert(machineTokens)
    .values({ id: 'reader', name: 'reader', scopes: ['cases:read'], region: '330800', tokenHash })
  ;({ number, code } = (await asPublic(house).report()).body)
  id = await asPublic(house).idOf(number)
})
afterAll(() => house.close())

const doors = () => [
  ...['', '/timeline', '/chain', '/documents', '/materials', '/messages', '/forecast'].map(
    (part) => `/api/cases/${id}${part}`,
  ),
  '/api/cases',
  `/api/cases?q=${secret}`,
  `/api/search?q=${secret}`,
  '/api/me',
  ...['todo', 'pool', 'done', 'mine', 'cc'].map((box) => `/api/inbox?box=${box}`),
  '/api/exports/cases?format=csv',
]

/** What a search or a problem says back of the question itself is no find. */
const without = (words: string, request: string) =>
  request.includes(secret) ? words.replaceAll(/"(q|instance)":"[^"]*"/g, '') : words

const found = async (who: string, headers: Record<string, string>): Promise<string[]> => {
  const answers = await Promise.all(
    doors().map(
      async (door) =>
        [door, without(await (await house.send(door, { headers })).text(), door)] as const,
    ),
  )
  return answers.flatMap(([door, words]) => (words.includes(secret) ? [`${who} ${door}`] : []))
}

const readByAll = async (): Promise<string[]> => {
  const all: string[] = []
  for (const who of Object.keys(cast))
    all.push(...(await found(who, { cookie: await house.signIn(who) })))
  return [...all, ...(await found('machine', { authorization: `Bearer ${token}` }))]
}

/** The events of a stream until one speaks of `word`. */
const readUntil = async (stream: Response, word: string): Promise<string> => {
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let messages = ''
  while (!messages.includes(word)) messages += (await reader.read()).value ?? ''
  return messages
}

const look = (who: string, reason = '电话核实举报内容') =>
  house.as(who, `/api/cases/${id}/acts`, {
    json: { type: 'unmask', data: { field: 'contact', reason } },
  })

it('promise (secrecy): the contact of a public reporter is found through no door by any role, and only a recorded look tells it', async () => {
  await act(house, 'lin', id, 'claim')
  for (const door of doors())
    expect([
      door,
      (await house.send(door, { headers: { cookie: await house.signIn('chen') } })).status,
    ]).toEqual([door, 200])
  expect(await readByAll()).toEqual([])
  for (const who of ['wu', 'gao', 'ji', 'hao', 'yu'])
    expect([who, (await look(who)).status]).toEqual([who, 403])
  for (const who of ['qi', 'jiang']) expect([who, (await look(who)).status]).toEqual([who, 404])

  const visible = await look('lin')
  expect(visible.body).toMatchObject({
    committed: true,
    unmasked: [{ name: 'contact', value: { zh: hazardReport.contact } }],
  })
  expect(visible.headers.get('cache-control')).toBe('no-store')
  const { items, chain } = (await house.as('hao', `/api/cases/${id}/timeline`)).body
  expect(items.at(-1)).toMatchObject({
    type: 'unmask',
    who: { zh: '林检查（执法检查员）' },
    fields: [
      { name: 'field', value: { zh: '联系方式（保密）' } },
      { name: 'reason', value: { zh: '电话核实举报内容' } },
    ],
  })
  expect(chain).toMatchObject({ valid: true })
  expect(await readByAll()).toEqual([])
})

it('promise (secrecy): neither papers, mails, the stream nor the answer to a stranger hold the contact, and it leaves with the task', async () => {
  const ending = new AbortController()
  const stream = await house.app.request('/api/live', {
    headers: { cookie: await house.signIn('lin') },
    signal: ending.signal,
  })
  await verified(house, id)
  await act(house, 'lin', id, 'issue-order', {
    dueDate: '2026-03-20',
    requirements: '整改',
    items: ['清理通道'],
    service: 'on-the-spot',
  })
  await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', generation: 1 })
  const received = await readUntil(stream, id)
  ending.abort()
  expect(received).not.toContain(secret)
  expect(
    JSON.stringify([house.mails, (await asPublic(house).follow(number, code)).body]),
  ).not.toContain(secret)
  const papers = (await house.as('lin', `/api/cases/${id}/documents`)).body.items
  expect(papers.length).toBeGreaterThan(0)
  for (const { id: paper } of papers as Body[]) {
    const answer = await house.send(`/api/documents/${paper}`, {
      headers: { cookie: await house.signIn('lin') },
    })
    expect([paper, answer.status]).toEqual([paper, 200])
    expect(pdfText(Buffer.from(await answer.arrayBuffer()))).not.toContain(secret)
  }
  expect(await readByAll()).toEqual([])
  expect((await look('wu')).status).toBe(403)
  expect((await look('chen')).body.unmasked).toHaveLength(1)
})

it('promise (secrecy): a hash that everybody reads does not give the contact away to who tries all numbers', async () => {
  const [fact] = await house.db
    .select()
    .from(caseFacts)
    .where(eq(caseFacts.caseId, id))
    .orderBy(caseFacts.seq)
  const { salt, ...data } = fact!.data
  expect(salt).toMatch(/^[0-9a-f]{32}$/)
  expect(factHash({ ...fact!, data } as never)).not.toBe(fact!.hash)
  const { items } = (await house.as('lin', `/api/cases/${id}/timeline`)).body
  expect(JSON.stringify(items)).not.toContain(salt)
})
