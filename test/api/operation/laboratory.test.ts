// Does the laboratory's clock always come to where it was sent, whatever a case does?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { createRounds } from '../../../bin/auditor/rounds.ts'
import { cases, notices } from '../../../db/schema/cases/cases.ts'
import type { CaseEvent, ProcessDefinition } from '../../../domain/model/process.ts'
import { counter } from '../../support/processes/counter.ts'
import { type House, openHouse } from '../house.ts'

const remembering = {
  ...counter.machine.config,
  context: ({ input }: { input: CaseEvent }) => ({ count: 0, late: 0, date: input?.data.date }),
}
/** Its own lateness sets the same date again. */
const restless: ProcessDefinition = {
  ...counter,
  id: 'restless',
  numberWord: '不息',
  machine: createMachine(remembering as never, counter.machine.implementations as never),
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    due: { dateField: 'date', article: '§1', kept: true },
    startsOn: [...clock.startsOn, 'fall-late'],
  })),
}

const start = '2026-03-02T01:00:00.000Z'
let house: House
beforeAll(async () => {
  house = await openHouse({ noticeWindowMs: 600_000 }, null, { counter, restless })
  await house.clock.setNow(start)
})
afterAll(() => house?.close())

const open = async (date = '2026-03-10', process = 'counter'): Promise<string> => {
  const data = { region: '330802', date }
  const { status, body } = await house.as('lin', `/api/cases/${process}`, { json: { data } })
  expect(status).toBe(201)
  return body.id
}
const forward = (period: string) => house.as('lin', '/api/clock', { json: { advance: period } })
const rowOf = async (id: string) => (await house.db.select().from(cases).where(eq(cases.id, id)))[0]

it('promise (law): a case whose notices have gone out over their window waits for nothing in the past', async () => {
  const id = await open()
  const { status, body } = await forward('P20D')
  expect([status, body.left]).toEqual([200, []])
  expect(await house.db.select().from(notices).where(eq(notices.caseId, id))).not.toEqual([])
  expect((await rowOf(id))?.wakeAt).toBeNull()
})

it('promise (screens): a case that is due and does not move is named, left behind and not asked without end', async () => {
  const id = await open()
  await house.db.update(cases).set({ wakeAt: start }).where(eq(cases.id, id))
  const { tick } = house.deps.cases
  const requests: string[] = []
  house.deps.cases.tick = async (key) => {
    requests.push(key.caseId)
    if (key.caseId !== id) await tick(key)
  }
  const before = await house.clock.now()
  const { status, body } = await forward('P20D')
  house.deps.cases.tick = tick
  const { number } = (await rowOf(id)) ?? {}
  expect([status, body.left]).toEqual([200, [{ caseId: id, number }]])
  expect(Date.parse(body.now) - Date.parse(before)).toBeGreaterThanOrEqual(20 * 86_400_000)
  expect(requests.filter((one) => one === id).length).toBeLessThan(6)
  expect((await forward('PT1H')).body.left).toEqual([])
})

it('promise (screens): whoever looks while the clock moves sees how far it has come', async () => {
  await open('2026-04-30')
  const { tick } = house.deps.cases
  const seen: unknown[] = []
  house.deps.cases.tick = async (key) => {
    seen.push((await house.as('wu', '/api/clock')).body.move)
    await tick(key)
  }
  const { body: from } = await house.as('lin', '/api/clock')
  await forward('P30D')
  house.deps.cases.tick = tick
  const moves = seen as { from: string; to: string; at: string }[]
  expect(moves.length).toBeGreaterThan(0)
  for (const move of moves) {
    expect(Date.parse(move.to) - Date.parse(move.from)).toBe(30 * 86_400_000)
    expect(move.from >= from.now && move.at >= move.from && move.at <= move.to).toBe(true)
  }
  expect((await house.as('lin', '/api/clock')).body.move).toBeNull()
})

it('promise (law): a case whose clock starts itself anew without end is put aside and reported, with nothing of it written', async () => {
  const id = await open('2026-07-31', 'restless')
  const before = await rowOf(id)
  await house.clock.setNow('2026-08-02T01:00:00.000Z')
  const { status, body } = await forward('P2D')
  expect([status, body.left]).toEqual([200, [{ caseId: id, number: before?.number }]])
  expect(await rowOf(id)).toEqual(before)
  const found = await createRounds({
    db: house.db,
    processes: {},
    now: Date.now,
    noticeWindowMs: 0,
  })()
  expect(found.findings.filter(({ caseId }) => caseId === id).map(({ kind }) => kind)).toEqual([
    'wake-missed',
    'escalation-level-late',
    'put-aside',
  ])
})
