// Does anybody find what a form keeps secret, going through every door of the product, unless his look is on record?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RouteKey } from '../../contract/contract.ts'
import { contract } from '../../contract/contract.ts'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { processes } from '../../domain/processes.ts'
import { registers } from '../../domain/registers.ts'
import { type House, openHouse } from '../api/house.ts'
import { start } from '../emergency-response/samples.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { type Asked, type Door, doorsOf, wordsOf } from './doors.ts'
import { canary, canaryOf, correctedTo, goOn, keeping, type Planted, plant } from './planted.ts'
import { partner, readers, settleReaders } from './roles.ts'

let house: House
let planted: Planted[]
let asked: Asked
/** Papers that name a person. */
let ofPerson: string[]
const confidential = Object.values(processes).flatMap(({ documents = [] }) =>
  documents.flatMap((one) => (one.confidential ? [one.id] : [])),
)
const streams: { who: string; received: string[]; stop: () => Promise<void> }[] = []

/** The events of one reader's stream, from now on. */
const follow = async (who: string) => {
  const answer = await house.app.request('/api/live', {
    headers: { cookie: await house.signIn(who) },
  })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const received: string[] = []
  const reading = (async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      received.push(next.value)
  })()
  streams.push({ who, received, stop: () => reader.cancel().then(() => reading) })
}

beforeAll(async () => {
  house = await openHouse({ demo: false, behindProxy: true }, null, processes, registers)
  await settleReaders(house.db)
  await settleCertificates(house.db)
  await house.clock.setNow(start)
  for (const who of readers) await follow(who)
  const { planted: begun, follow: followed } = await plant(house)
  planted = begun
  await goOn(house, planted)
  const papers = await Promise.all(
    planted.map(
      async ({ id }) => (await house.as('chen', `/api/cases/${id}/documents`)).body.items,
    ),
  )
  ofPerson = papers
    .flat()
    .filter(({ kind }) => confidential.includes(kind))
    .map(({ id }) => id)
  // Also what is made only when somebody asks for it, and holds everything.
  for (const { id } of planted)
    await house.as('chen', `/api/cases/${id}/dossier`, { method: 'POST' })
  await house.deps.dossiers.kick()
  asked = {
    cases: planted.map(({ id }) => id),
    documents: papers.flat().map(({ id }) => id),
    codes: papers.flat().map(({ code }) => code),
    follow: followed,
    registers: Object.keys(registers),
    words: ['HUSH', '仓库'],
  }
}, 300_000)
afterAll(async () => {
  for (const { stop } of streams) await stop()
  await house?.close()
})

/** What a search says back of the question itself is no find. */
const found = (words: string): boolean => canary.test(words)

let visitors = 0
/** Each time from another address; what is busy is asked again, for a door that did not answer has shown nothing. */
const ask = async (
  address: string,
  headers: Record<string, string>,
  json?: unknown,
  tries = 100,
): Promise<Response> => {
  visitors += 1
  const from = `10.7.${Math.floor(visitors / 250)}.${visitors % 250}`
  const answer = await house.send(address, {
    ...(json === undefined ? {} : { json }),
    headers: { 'x-forwarded-for': from, ...headers },
  })
  if ((answer.status !== 503 && answer.status !== 429) || tries === 0) return answer
  await new Promise((resolve) => setTimeout(resolve, 100))
  return ask(address, headers, json, tries - 1)
}

type Reached = Map<RouteKey, Set<number>>
const readAll = async (
  who: string,
  headers: Record<string, string>,
  doors: Door[],
  reached: Reached,
): Promise<string[]> => {
  const leaks: string[] = []
  for (const { key, address, body } of doors) {
    const answer = await ask(address, headers, body)
    reached.set(key, (reached.get(key) ?? new Set()).add(answer.status))
    if (answer.status >= 500) leaks.push(`${who} ${address} ${answer.status}`)
    if (found(await wordsOf(answer))) leaks.push(`${who} ${address}`)
  }
  return leaks
}

/** Where there is nothing to be shown: no alarm, device, licence, file or proposal stands beside these cases. */
const without: RouteKey[] = [
  'GET /api/alarms/{id}',
  'GET /api/cases/{id}/signatures/{sha256}',
  'GET /api/changes/{id}',
  'GET /api/changes/{id}/differences',
  'GET /api/changes/{id}/moves',
  'GET /api/demo/accounts',
  'GET /api/devices/late/attended',
  'GET /api/devices/{id}',
  'GET /api/devices/{id}/trend',
  'GET /api/draws/{id}',
  'GET /api/draws/{id}/record',
  'GET /api/exports/changes/{id}',
  'GET /api/files/{id}',
  'GET /api/letters/frames/{id}',
  'GET /api/licences/{id}',
  'GET /api/own-matter',
  'GET /api/own-matter/documents/{id}',
  'GET /api/registers/{register}/entries/{id}',
  'GET /api/registry/devices/{id}',
  'GET /api/registry/feeds/{feed}/certificate',
  'GET /api/self-checks/{id}',
  'GET /api/signature/pictures/{sha256}',
  'GET /api/uploads/{id}',
  'GET /api/warnings/{identifier}',
  'GET /api/warnings/{identifier}/document',
  'GET /api/year-plans/{id}',
  'GET /api/year-plans/{id}/completion',
  'GET /api/year-plans/{id}/document',
  'GET /api/year-plans/{id}/rows',
  'GET /metrics',
]

it('every confidential field of every process holds a canary', async () => {
  expect(planted.map(({ process }) => process)).toEqual(keeping)
  const facts = JSON.stringify(await house.db.select({ data: caseFacts.data }).from(caseFacts))
  for (const { process, fields, item } of planted) {
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields)
      for (const one of [canaryOf(process, field), correctedTo(process, field)])
        expect(facts).toContain(one)
    expect(item?.fields ?? []).toEqual(
      process === 'enforcement-case' ? ['personName', 'identity', 'mobile', 'annualIncome'] : [],
    )
  }
  for (const one of ['HUSH-enforcement-case-personName', '330802199111110039', '13866660001'])
    expect(facts).toContain(one)
  for (const one of ['987654321', '13866660002', '13866660003', '330802199002020034'])
    expect(facts).toContain(one)
  expect(facts).toContain('33080219900303004X')
})

it('stands in clear where the record stands, and in no other table or column', async () => {
  const { rows } = await house.db.execute<{ place: string }>(sql`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'json', 'ARRAY', 'character varying')`)
  const places: string[] = []
  for (const { place } of rows) {
    const [table = '', column = ''] = place.split('.')
    const { rows: hits } = await house.db.execute(
      sql`SELECT 1 FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)}::text ~ ${canary.source} LIMIT 1`,
    )
    if (hits.length > 0) places.push(place)
  }
  expect(places.sort()).toEqual([
    'case_facts.data',
    'cases.record',
    'commands.body',
    // What a paper names is frozen with it; its bytes are for who has looked, on record.
    'documents.content',
    // The scan of a power of attorney, by the name that it came under.
    'files.name',
  ])
})

const looksOf = async ({ process, id }: Planted, fields: string[], item?: number) => {
  const seen: Record<string, string[]> = {}
  for (const field of fields) {
    const value = item === undefined ? correctedTo(process, field) : canary
    seen[field] = []
    for (const who of readers) {
      const answer = await house.as(who, `/api/cases/${id}/acts`, {
        json: {
          type: 'unmask',
          data: { field, ...(item === undefined ? {} : { item }), reason: '回拨核实' },
        },
      })
      const shown = JSON.stringify(answer.body.unmasked ?? null)
      if (shown.search(value) >= 0) {
        seen[field].push(who)
        expect([who, answer.headers.get('cache-control')]).toEqual([who, 'no-store'])
      } else {
        expect([who, [403, 404].includes(answer.status)]).toEqual([who, true])
        expect(found(JSON.stringify(answer.body))).toBe(false)
      }
    }
  }
  return seen
}

it('promise (secrecy): who may see what is confidential is named by its process, and each of his looks is on record', async () => {
  const [hazard, emergency, enforcement] = planted as [Planted, Planted, Planted]
  expect(await looksOf(hazard, hazard.fields)).toEqual({ contact: ['chen', 'fang'] })
  const desks = ['dan', 'du', 'zong']
  expect(await looksOf(emergency, emergency.fields)).toEqual({ caller: desks, telephone: desks })
  const chiefs = ['chen', 'fang']
  expect(await looksOf(enforcement, enforcement.fields)).toEqual({
    informant: chiefs,
    courtFinedPersons: chiefs,
    questioned: chiefs,
    personsFined: chiefs,
  })
  const { no, fields } = enforcement.item!
  const ofParty = Object.fromEntries(fields.map((field) => [field, chiefs]))
  expect(Object.keys(ofParty)).toEqual(['personName', 'identity', 'mobile', 'annualIncome'])
  expect(await looksOf(enforcement, fields, no)).toEqual(ofParty)
  for (const power of enforcement.powers!)
    expect(await looksOf(enforcement, power.fields, power.no)).toEqual(
      Object.fromEntries(power.fields.map((field) => [field, chiefs])),
    )
  expect(enforcement.powers!.map(({ fields }) => fields)).toEqual([
    ['counselName', 'counselIdentity', 'counselMobile', 'counselPower'],
    ['agentIdentity', 'agentMobile'],
  ])
  for (const { id } of planted) {
    const { items, chain } = (await house.as('chen', `/api/cases/${id}/timeline`)).body
    const looks = items.filter(({ type }: { type: string }) => type === 'unmask')
    const expected = {
      [hazard.id]: 2,
      [emergency.id]: 2 * desks.length,
      [enforcement.id]: 8 + 2 * 4 + 2 * 6,
    }
    expect(looks.length).toBe(expected[id])
    for (const { fields } of looks)
      expect(fields).toMatchObject([{ name: 'field' }, { value: { zh: '回拨核实' } }])
    expect(chain).toMatchObject({ valid: true })
  }
})

it('promise (secrecy): a canary in every confidential field is found through no reading route of the contract by anybody', async () => {
  const doors = doorsOf(asked)
  const reached: Reached = new Map()
  const leaks: string[] = []
  const all: [string, Record<string, string>][] = [
    ['partner', partner],
    ['anybody', {}],
  ]
  for (const who of readers) all.push([who, { cookie: await house.signIn(who) }])
  // Three beside each other: each waits for the database most of the time.
  const next = async (): Promise<void> => {
    for (let one = all.pop(); one; one = all.pop())
      leaks.push(...(await readAll(...one, doors, reached)))
  }
  await Promise.all([next(), next(), next()])
  // The papers of the person, to the chiefs alone, whose look at it is on record by now.
  const opened = ofPerson.flatMap((id) =>
    ['chen', 'fang'].map((who) => `${who} /api/documents/${id}`),
  )
  expect(opened.length).toBeGreaterThan(0)
  expect(leaks.sort()).toEqual(opened.sort())
  const shut = [...reached].flatMap(([key, statuses]) =>
    statuses.has(contract[key].status) ? [] : [key],
  )
  expect(shut.sort(), JSON.stringify([...reached].map(([key, all]) => [key, ...all]))).toEqual(
    without,
  )
}, 600_000)

it('neither mails nor the streams of events hold a canary', async () => {
  expect(house.mails.length).toBeGreaterThan(0)
  expect(found(JSON.stringify(house.mails))).toBe(false)
  const heard = streams.filter(({ received }) =>
    asked.cases.some((id) => received.join('').includes(id)),
  )
  expect(heard.map(({ who }) => who)).toEqual(expect.arrayContaining(['lin', 'dan', 'yu']))
  expect(found(JSON.stringify(streams.map(({ received }) => received)))).toBe(false)
})
