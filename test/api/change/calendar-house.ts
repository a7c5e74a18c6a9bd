// A house whose periods run in working days of law, and what two administrators do there to its calendars.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { CaseView } from '../../../contract/case/cases.ts'
import type { ProposalView } from '../../../contract/change/changes.ts'
import { contract } from '../../../contract/contract.ts'
import { saveAccounts } from '../../../db/organisation/accounts.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { settleThem } from '../../support/people/people.ts'
import { counter } from '../../support/processes/counter.ts'
import { type House, openHouse, password } from '../house.ts'

const [plain] = counter.clocks
if (!plain) throw new Error('the counter has a clock')
/** The counter with a period in working days that the law knows, and that can be stopped and extended. */
const licence: ProcessDefinition = {
  ...counter,
  id: 'licence',
  numberWord: '许',
  clocks: [{ ...plain, due: { rule: 'licensing.decision' }, audience: 'party' }],
}

/** The house of the test file that has opened it. */
export let house: House

export const openCalendarHouse = (): Promise<void> => openHouseOfLaw()

/** `further`: processes beside those of calendars; `them`: who works there besides. */
export const openHouseOfLaw = async (
  further: Record<string, ProcessDefinition> = {},
  them: Parameters<typeof settleThem>[1] = {},
): Promise<void> => {
  house = await openHouse({}, null, { counter, licence, ...further })
  await settleThem(house.db, them)
  const passwordHash = await quickHash(password)
  const accounts = Object.entries(them).map(([id, [name]]) => ({
    id,
    username: id,
    name,
    passwordHash,
  }))
  if (accounts.length > 0) await saveAccounts(house.db, accounts)
  await house.clock.setNow('2026-12-10T01:00:00.000Z')
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
  )
}

export const start = async (
  who: string,
  process: string,
  data: Record<string, unknown>,
): Promise<string> => {
  const { status, body } = await house.as(who, `/api/cases/${process}`, {
    json: { data },
    headers: { 'idempotency-key': randomUUID() },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}
export const act = async (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
): Promise<void> => {
  const { body: view } = await house.as(who, `/api/cases/${id}`)
  const taskId = (view as CaseView).acts.find((one) => one.type === type && one.allowed)?.taskId
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(taskId ? { taskId } : {}) },
  })
  if (status !== 200) throw new Error(`${type}: ${JSON.stringify(body)}`)
}
export const opened = (who = 'lin') =>
  start(who, 'licence', { region: who === 'jiang' ? '330881' : '330802' })
export const period = async (id: string): Promise<string> =>
  ((await house.as('chen', `/api/cases/${id}`)).body as CaseView).clocks[0]?.id ?? ''

type Row = {
  caseId: string
  id: string
  due: string
  provisional: boolean
  escalationLevels: string[]
}
/** Every period of every case, as the cases themselves know it. */
export const periods = async (): Promise<Map<string, Row>> => {
  const { rows } = await house.db.execute<Row & { record: never }>(sql`
    SELECT c.id AS "caseId", o->>'id' AS id, o->>'due' AS due, (o->>'provisional')::boolean AS provisional,
      (SELECT jsonb_agg((r->>'plannedAt') || (r->>'provisional')) FROM jsonb_array_elements(o->'escalationLevels') r) AS "escalationLevels"
    FROM cases c, jsonb_array_elements(c.record->'obligations') o`)
  return new Map(rows.map((row) => [`${row.caseId} ${row.id}`, row]))
}
export const changed = (before: Map<string, Row>, after: Map<string, Row>): string[] =>
  [...after]
    .flatMap(([key, row]) =>
      JSON.stringify(before.get(key)) === JSON.stringify(row)
        ? []
        : [`${key} ${before.get(key)?.due}→${row.due}`],
    )
    .sort()
export const expected = ({ preview }: ProposalView): string[] =>
  preview.rows.map((row) => `${row.caseId} ${row.obligation} ${row.from}→${row.to}`).sort()

export const days = (off: string[], work: string[] = []) => ({
  decree: '试验通知',
  source: '试验',
  off,
  work,
})
const spring = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12']
export const first = {
  kind: 'year',
  year: 2027,
  ...days(['2027-01-01', '2027-01-04', '2027-01-05', ...spring], ['2027-02-14']),
}
/** The same notice with more days off, up to this one. */
export const until = (day: string): string[] => [
  ...first.off,
  ...['2027-01-06', '2027-01-07', '2027-01-08', '2027-01-11'].filter((one) => one <= day),
]
export const propose = async (who: string, proposed: unknown): Promise<ProposalView> => {
  const { status, body } = await house.as(who, '/api/changes', { json: { proposed, reason: '' } })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}
export const read = async (id: string): Promise<ProposalView> =>
  (await house.as('yu', `/api/changes/${id}`)).body
export const settled = async (id: string): Promise<ProposalView> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const view = await read(id)
    v.parse(contract['GET /api/changes/{id}'].answer, view)
    if (
      view.preview.status === 'done' &&
      (view.status === 'proposed' || view.outcome?.status === 'done')
    )
      return view
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('does not settle')
}
export const approve = async (who: string, id: string): Promise<ProposalView> => {
  const { status, body } = await house.as(who, `/api/changes/${id}/approval`, { json: {} })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return settled(id)
}
export const timelineOf = async (who: string, id: string): Promise<TimelineItem[]> =>
  (await house.as(who, `/api/cases/${id}/timeline`)).body.items
export const rearmed = async (id: string) =>
  (await timelineOf('chen', id)).filter(({ type }) => type === 'reprojected')
