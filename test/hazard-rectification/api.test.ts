// Does the API, at every step of the core path and for everybody, offer, refuse and show exactly what the rules say?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { knownDocuments } from '../../db/cases/documents.ts'
import { loadBooks } from '../../db/change/books.ts'
import { createClock } from '../../db/clock.ts'
import { personOf } from '../../db/organisation/accounts.ts'
import { caseFacts, cases, notices } from '../../db/schema/cases/cases.ts'
import { judge } from '../../domain/engine/judging/judge.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { errorCodes } from '../../domain/language/errors.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { Field } from '../../domain/model/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { acts } from '../../domain/views/acts.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import {
  beginning,
  type Company,
  cast,
  fillings,
  follow,
  gather,
  mark,
  marksIn,
  official,
  outsiders,
  type Part,
  parts,
  party,
  report,
  stepsWith,
  surely,
  upload,
} from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct } from '../api/own-product.ts'
import { deep } from '../support/deep.ts'

let product: OwnProduct
let people: Company
let actors: Record<Part, Person>
let id: string
let stream: Awaited<ReturnType<typeof follow>>
let photo: string

beforeAll(async () => {
  product = await openOwnProduct(beginning)
  people = await gather(product)
  const known = await Promise.all(
    parts.map((part) => personOf(product.db, `p-${cast[part]}`, beginning)),
  )
  actors = Object.fromEntries(parts.map((part, at) => [part, known[at]!.person])) as Record<
    Part,
    Person
  >
  stream = await follow(product.base, people.principal)
  photo = await upload(product.base, people.first, `${mark('photo')}.png`)
  id = (await surely((key) => people.safety.start('hazard-rectification', report, key))).id
}, 120_000)

afterAll(async () => {
  await stream?.stop()
  await product?.closeAll()
})

const stored = async () =>
  (await product.db.select({ record: cases.record }).from(cases).where(eq(cases.id, id)))[0]!.record
/** Documents that have just got their numbers are waited for: what the acts on them offer depends on it. */
const madeDocuments = async () => {
  const known = () => knownDocuments(product.db, id)
  await expect
    .poll(async () => (await known()).some(({ state }) => state === 'issuing'), { timeout: 20_000 })
    .toBe(false)
  return known()
}
const decisionContextNow = async (): Promise<DecisionContext> => ({
  documents: await madeDocuments(),
  at: await createClock(product.db, true).now(),
  ...(await loadBooks(product.db)),
  noticeWindowMs: 0,
})

/** Everything that a refusal must leave as it was. */
const traces = async (): Promise<unknown> =>
  (
    await product.db.execute(sql`SELECT
      (SELECT revision FROM cases WHERE id = ${id}) AS revision, (SELECT count(*)::int FROM case_facts WHERE case_id = ${id}) AS facts,
      (SELECT count(*)::int FROM commands) AS commands, (SELECT md5(string_agg(id || answer::text, ',' ORDER BY id)) FROM commands) AS answers,
      (SELECT count(*)::int FROM effects) AS effects`)
  ).rows[0]

type Problem = { status: number; code: string; reasons: unknown[] }
const attempt = async (
  part: Part,
  type: string,
  data: Record<string, unknown>,
): Promise<Problem> => {
  const answer = await people[part].raw('POST', `/api/cases/${id}/acts`, { type, data })
  const { status, code, reasons } = (await answer.json()) as Problem
  return { status, code, reasons }
}

/** Hundreds of criteria that nobody may tick now are left out of what is read. */
const withoutChoices = (field: Field): Field =>
  field.kind === 'choices' ? { ...field, choices: {} } : field

/** The acts that the API offers to each person are those that the rules give for the stored record. */
const offersAgree = async (): Promise<void> => {
  const [record, decisionContext] = [await stored(), await decisionContextNow()]
  for (const part of parts) {
    if (outsiders.includes(part)) {
      expect((await people[part].raw('GET', `/api/cases/${id}`)).status, part).toBe(404)
      continue
    }
    const wanted = acts(process, record, actors[part], decisionContext)
    const visible = wanted.map((act) =>
      act.allowed ? act : { ...act, fields: official(part) ? act.fields.map(withoutChoices) : [] },
    )
    expect((await people[part].view(id)).acts, part).toEqual(JSON.parse(JSON.stringify(visible)))
  }
}

const refusals = new Set<string>()
/** Whether this is the first time that somebody is to hear this refusal: at the next step the same one would teach nothing. */
const isNewRefusal = (...refusal: unknown[]): boolean =>
  refusals.size < refusals.add(JSON.stringify(refusal)).size

/** Whoever may not, and sends it all the same, gets the code and the reasons of the rules, and leaves no trace. */
const refusalsAgree = async (): Promise<number> => {
  const [record, decisionContext, before] = [
    await stored(),
    await decisionContextNow(),
    await traces(),
  ]
  const tried = parts.map(async (part) => {
    let refused = 0
    // For an outsider there is no case, whatever he asks of it.
    for (const type of outsiders.includes(part)
      ? ['verify', 'acknowledge']
      : Object.keys(process.events)) {
      const data = fillings[type] ?? {}
      const verdict = judge(
        process,
        record,
        actors[part],
        { type, data, taskId: null },
        decisionContext,
      )
      if (verdict.allowed && !outsiders.includes(part)) continue
      refused += 1
      const wanted =
        verdict.allowed || outsiders.includes(part)
          ? { code: 'not-found' as const, reasons: [] }
          : verdict
      if (!isNewRefusal(part, type, wanted)) continue
      const { status, ...answer } = await attempt(part, type, data)
      expect({ status, ...answer }, `${part} ${type}`).toEqual({
        status: errorCodes[wanted.code].status,
        code: wanted.code,
        reasons: wanted.reasons,
      })
    }
    return refused
  })
  const refused = (await Promise.all(tried)).reduce((sum, one) => sum + one, 0)
  expect(await traces()).toEqual(before)
  return refused
}

const boxes = ['todo', 'pool', 'done', 'mine', 'cc']
const pagesOf = (of = id): string[] => [
  `/api/cases/${of}`,
  `/api/cases/${of}/timeline`,
  '/api/cases?limit=200',
  '/api/cases?q=安全阀',
  ...boxes.map((box) => `/api/inbox?box=${box}&limit=200`),
]
const names = (): string[] => parts.filter(official).map((part) => actors[part].name)
const leaksIn = (words: string): string[] => [
  ...marksIn(words),
  ...names().filter((name) => words.includes(name)),
]

/** Nothing internal stands in anything that the enterprise can ask for, and it cannot be searched for. */
const nothingLeaks = async (): Promise<void> => {
  for (const part of party) {
    for (const page of pagesOf())
      expect(
        leaksIn(await (await people[part].raw('GET', page)).text()),
        `${part} ${page}`,
      ).toEqual([])
    expect(await people[part].get('/api/cases?q=CANARY')).toMatchObject({ total: 0 })
    expect((await people[part].raw('GET', `/api/files/${photo}`)).status).toBe(404)
  }
}

describe('the core path over HTTP', () => {
  test('the names of the people do not occur in each other by chance', () => {
    expect(leaksIn(JSON.stringify(party.map((part) => actors[part].name)))).toEqual([])
  })

  test('reported: offers, refusals and what the enterprise reads agree with the rules', async () => {
    await offersAgree()
    expect(await refusalsAgree()).toBeGreaterThan(100)
    await nothingLeaks()
  })

  test.each(stepsWith('').map(({ name }, at) => [name, at] as const))(
    '%s: the same',
    async (_, at) => {
      const step = stepsWith(photo)[at]!
      if ('advance' in step) await people.chief.advance(step.advance)
      else await surely((key) => people[step.by].act(id, step.type, step.data, { key }))
      await offersAgree()
      if (!deep && at % 3 > 0) return
      await refusalsAgree()
      await nothingLeaks()
    },
  )
})

describe('afterwards', () => {
  test('it has gone all the way, and its record is whole', async () => {
    const { chain, items } = await people.leader.timeline(id)
    expect(chain).toMatchObject({ valid: true, brokenAt: null })
    expect((await people.leader.view(id)).status).toBe('closed')
    const happened = items.map(({ type }) => type)
    for (const type of [
      'supervise-red',
      'supervise-city',
      'supervise-province',
      're-check-failed',
      'write-off',
    ]) {
      expect(happened.filter((one) => one === type)).toHaveLength(1)
    }
  })

  test('the authorities do read every mark, so that the search for them means something', async () => {
    const seen = marksIn(JSON.stringify(await people.leader.timeline(id)))
    const written = marksIn(JSON.stringify(stepsWith(photo))).filter((one) => !one.endsWith('sign'))
    expect(written.filter((one) => !seen.includes(one))).toEqual([])
  })

  test('what the public reads is the published summary and nothing else', async () => {
    const facts = await product.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, id))
      .orderBy(caseFacts.seq)
    const items = facts.flatMap((fact) => timelineItem(process, fact, 'public') ?? [])
    expect(items.map(({ type }) => type)).toEqual(['write-off'])
    expect(items[0]?.fields.map(({ name }) => name)).toEqual(['publicSummary'])
    expect(leaksIn(JSON.stringify(items))).toEqual([])
  })

  test('notices and mails to the enterprise, and its stream, hold nothing internal', async () => {
    const noticeRows = await product.db
      .select()
      .from(notices)
      .where(inArray(notices.person, ['p-e001.safety', 'p-e001.principal']))
    expect(noticeRows.length).toBeGreaterThan(4)
    expect(leaksIn(JSON.stringify(noticeRows))).toEqual([])
    const mails = readFileSync(join(inject('infra').mailDir, 'mails.jsonl'), 'utf8')
    const own = mails
      .split('\n')
      .filter((line) => line.includes('e001.') && noticeRows.some((one) => line.includes(one.id)))
    expect(own.length).toBeGreaterThan(4)
    expect(leaksIn(own.join('\n'))).toEqual([])
    expect(stream.received()).toContain(id)
    expect(leaksIn(stream.received())).toEqual([])
    const events = stream.received().match(/^data: .*$/gm) ?? []
    expect(
      events.every(
        (line) =>
          Object.keys(JSON.parse(line.slice(6))).join() ===
          (line.includes('heartbeat')
            ? 'kind,id,revision,waitsSince'
            : `kind,id,revision${line.includes('"others"') ? ',others' : ''}`),
      ),
    ).toBe(true)
  })

  test('who reported stays unknown to the enterprise when it was an inspector', async () => {
    const other = (
      await surely((key) =>
        people.first.start('hazard-rectification', { ...report, enterprise: 'e001' }, key),
      )
    ).id
    for (const part of party) {
      for (const page of pagesOf(other))
        expect(leaksIn(await (await people[part].raw('GET', page)).text()), page).toEqual([])
    }
    expect(JSON.stringify(await people.second.timeline(other))).toContain(actors.first.name)
  })
})
