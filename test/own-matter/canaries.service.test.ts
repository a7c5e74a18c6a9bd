// Does each of two punished persons, their enterprise and a stranger read his own, and nothing of the others, through every door?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RouteKey } from '../../contract/contract.ts'
import type { House } from '../api/house.ts'
import { told } from '../enforcement-case/parties/party-samples.ts'
import { sample } from '../enforcement-case/samples.ts'
import { doorsOf, wordsOf } from '../secrecy/doors.ts'
import { openPersonsHouse, type PersonsCase, personsCase, type Tag } from './persons-case.ts'
import { visitorOf } from './visiting.ts'

let house: House
let matter: PersonsCase
type Asked = Parameters<typeof doorsOf>[0]
let asked: Asked

const both = ['PA', 'PB'] as const
beforeAll(async () => {
  house = await openPersonsHouse()
  matter = await personsCase(house)
  for (const tag of both) {
    await matter.does('zhou', tag, 'notify-party', { ...told, fine: 8_000 })
    await matter.does('lin', tag, 'serve-party-notice')
    const visitor = visitorOf(house)
    await visitor.enter(matter.number, await matter.codeOf(tag))
    for (const type of ['state-party-defence', 'waive-party-rights'])
      expect((await visitor.act(type, { statement: `${tag}·${type}·statement` })).status).toBe(200)
    await matter.issued()
    await matter.does('lin', tag, 'weigh-party-defence', { outcome: 'not-adopted', findings: 'x' })
    await matter.does('gao', tag, 'decide-party-penalty')
    await matter.does('lin', tag, 'serve-party-decision')
    await matter.does('lin', tag, 'record-party-instalment')
  }
  for (const [who, type, data] of [
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice', { ...(sample('serve-notice') as object), servedOn: '2026-03-02' }],
    ['mao', 'waive-rights', { statement: 'x' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision', { ...(sample('serve-decision') as object), servedOn: '2026-03-02' }],
    ['chen', 'publish-penalty'],
  ] as const)
    await matter.done(who, type, data)
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  asked = {
    cases: [matter.id],
    documents: papers.map(({ id }: { id: string }) => id),
    codes: papers.map(({ code }: { code: string }) => code),
    follow: { number: matter.number, code: 'AAAAAAAA' },
    registers: [],
    words: ['PA', '陈述'],
  }
  await house.db.execute('DELETE FROM rate_limit')
}, 120_000)
afterAll(() => house?.close())

let visitors = 0
/** What is read through every reading route by who brings these headers, with the doors where something marked was found. */
const readThrough = async (headers: Record<string, string>) => {
  const found = new Map<RouteKey, Set<string>>()
  for (const { key, address } of doorsOf(asked)) {
    visitors += 1
    const from = `10.8.${Math.floor(visitors / 250)}.${visitors % 250}`
    const answer = await house.send(address, { headers: { 'x-forwarded-for': from, ...headers } })
    expect([address, answer.status < 500]).toEqual([address, true])
    const marks = (await wordsOf(answer)).match(/(?:PA|PB|PC|EN|CO)·[\w-]+(?:·\w+)?/g) ?? []
    if (marks.length > 0) found.set(key, new Set([...(found.get(key) ?? []), ...marks]))
  }
  return found
}
const tagsIn = (found: Map<RouteKey, Set<string>>): string[] => [
  ...new Set([...found.values()].flatMap((marks) => [...marks]).map((mark) => mark.slice(0, 2))),
]

const entered = async (tag: Tag, kind = 'decide-party-penalty'): Promise<string> => {
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, await matter.codeOf(tag, kind))
  return visitor.cookie()
}

/** What a person is told, by its form and answer; his papers name him besides. */
const ownWords = (tag: Tag): string[] => [
  `${tag}·decide-party-penalty·basis`,
  `${tag}·decide-party-penalty·facts`,
  `${tag}·decide-party-penalty·performance`,
  `${tag}·name`,
  `${tag}·notify-party·basis`,
  `${tag}·notify-party·facts`,
  `${tag}·notify-party·reasons`,
  `${tag}·record-party-instalment·receiptNumber`,
  `${tag}·state-party-defence·statement`,
  `${tag}·waive-party-rights·statement`,
]

test.each(both)(
  'promise (secrecy): person %s reads what is his, with his papers, and nothing else',
  async (tag) => {
    const cookie = await entered(tag)
    const { papers } = await (await house.send('/api/own-matter', { headers: { cookie } })).json()
    expect(papers.map((one: { url: string | null }) => one.url).filter(Boolean).length).toBe(4)
    const others = asked.documents.filter(
      (id) => !papers.some((one: { id: string }) => one.id === id),
    )
    for (const id of others) {
      const answer = await house.send(`/api/own-matter/documents/${id}`, { headers: { cookie } })
      expect([id, answer.status]).toEqual([id, 404])
    }
    const found = await readThrough({ cookie })
    expect([...found.keys()].sort()).toEqual([
      'GET /api/own-matter',
      'GET /api/own-matter/documents/{id}',
    ])
    const marks = new Set([...found.values()].flatMap((one) => [...one]))
    expect([...marks].sort()).toEqual(ownWords(tag))
    for (const secret of ['13811110001', '13822220002', '200000'])
      expect(JSON.stringify(papers)).not.toContain(secret)
    const live = await house.send('/api/live', { headers: { cookie } })
    expect(live.status).toBe(401)
  },
)

test('the enterprise reads its own and neither person; a stranger reads neither, also of what is published', async () => {
  const enterprise = await readThrough({ cookie: await house.signIn('mao') })
  expect(tagsIn(enterprise)).toEqual(['EN'])
  const stranger = await readThrough({})
  expect(tagsIn(stranger).filter((tag) => tag !== 'EN')).toEqual([])
  const elsewhere = await readThrough({ cookie: await house.signIn('qi') })
  expect(tagsIn(elsewhere).filter((tag) => tag !== 'EN')).toEqual([])
  expect(JSON.stringify((await house.send('/api/public/notices')).body)).not.toContain('PA·')
})

test('what a person cannot read is there to be read by who handles it', async () => {
  const chief = await readThrough({ cookie: await house.signIn('chen') })
  const marks = new Set([...chief.values()].flatMap((one) => [...one]))
  for (const mark of [
    'PA·weigh-party-defence·findings',
    'PA·name-party·conduct',
    'PB·name-party·conduct',
  ])
    expect(marks).toContain(mark)
})

test('no mail, message or short message says what a person was told', () => {
  expect(JSON.stringify(house.mails)).not.toMatch(/P[ABC]·/)
  expect(JSON.stringify(house.messages)).not.toMatch(/P[ABC]·|EN·/)
})
