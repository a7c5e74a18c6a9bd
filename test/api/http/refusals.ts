// How is it seen that a refused request leaves nothing behind?
import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect } from 'vitest'
import { type House, openHouse, report, type Sent } from '../house.ts'

export let house: House
export let id: string
/** Called at the head of each file of tests, which gets one of its own. */
export const useRefusingHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    id = await report(house)
  })
  afterAll(() => house.close())
}

/** What no refused request may change. */
export const traces = async (): Promise<unknown> => {
  const tables = [
    'cases',
    'case_facts',
    'commands',
    'effects',
    'files',
    'calendar_proposals',
    'calendar_history',
    'machine_tokens',
    'quarantine',
    'persons',
  ]
  const counts = tables.map(
    (table) =>
      sql`(SELECT count(*)::int FROM ${sql.identifier(table)}) AS ${sql.identifier(table)}`,
  )
  const { rows } = await house.db.execute(
    sql`SELECT ${sql.join(counts, sql`, `)}, (SELECT sum(revision)::int FROM cases) AS revisions`,
  )
  return {
    ...rows[0],
    bytes: readdirSync(house.filesDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length,
  }
}

export const refused = async (
  who: string | null,
  path: string,
  sent: Sent,
  status: number,
  code: string,
): Promise<void> => {
  const before = await traces()
  const cookie = who === null ? {} : { cookie: await house.signIn(who) }
  const answer = await house.send(path, { ...sent, headers: { ...cookie, ...sent.headers } })
  const words = await answer.text()
  expect([answer.status, words.slice(0, 400)], path).toEqual([
    status,
    expect.stringContaining(`"code":"${code}"`),
  ])
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const title = { zh: expect.any(String), en: expect.any(String) }
  expect(JSON.parse(words)).toMatchObject({
    type: `urn:anjian:problem:${code}`,
    title,
    status,
    code,
    reasons: expect.any(Array),
  })
  expect(words.length).toBeLessThan(20_000)
  expect(await traces()).toEqual(before)
}

export const json = { 'content-type': 'application/json' }
export const raw = (body: string): Sent => ({ body, headers: json })

export const deep = `${'['.repeat(2_000)}${']'.repeat(2_000)}`
export const unnamed = (value: string) => `${'{"":'.repeat(2_000)}${value}${'}'.repeat(2_000)}`
