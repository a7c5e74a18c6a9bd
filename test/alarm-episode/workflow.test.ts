// How does an alarm live on the real Temporal: called to the minute, told by signals, put aside by its own clock, ended?
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceCommandKeyOf, giveDeviceCommand } from '../../db/devices/device-commands.ts'
import { caseFacts, effects, notices } from '../../db/schema/cases/cases.ts'
import { alarms, deviceCommands } from '../../db/schema/devices/alarms.ts'
import { placeIn } from '../../domain/engine/clocks/jitter.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { later } from '../../domain/time/instant.ts'
import { queueFor, urgentQueue } from '../../workflows/queues.ts'
import { devices } from '../support/people/cast.ts'
import { onDuty, settleThem } from '../support/people/people.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'
import { settleDevices } from './desk.ts'
import { sample } from './playing.ts'
import { gas, light } from './samples.ts'

const process = 'alarm-episode'
/** Ten minutes, over which midnight's notices of other processes are spread. */
const noticeWindowMs = 600_000

describe('with a worker that moves its clock', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage((deps) => ({ ...deps, noticeWindowMs }))
    await settleThem(stage.db, onDuty)
    await settleDevices(stage.db)
  })
  afterAll(() => stage?.close())

  const where = async (id: string) => stateKey((await stage.record(id)).snapshot.value)
  const statusOf = (caseId: string) => stage.client.status({ caseId, process, generation: 1 })
  const recipientsOf = async (id: string, escalationLevel: string): Promise<string[]> => {
    const rows = await stage.db
      .select()
      .from(notices)
      .where(and(eq(notices.caseId, id), eq(notices.escalationLevel, escalationLevel)))
    return rows.map(({ person }) => person).sort()
  }
  /** The row by which the desk knows that alarm. */
  const atDesk = async (id: string) => {
    const { kind, level, text, region, site, condition, point, feed } = light
    await stage.db.insert(alarms).values({
      id,
      key: id,
      feed,
      point,
      condition,
      kind,
      name: text,
      region,
      text,
      site,
      level: level as 3,
      standing: 'unacknowledged',
      active: true,
      acked: false,
      latched: false,
      suppressed: false,
      outOfService: false,
      stale: false,
      synthetic: false,
      raisedAt: light.at,
      seq: 1,
      policy: 'episode',
    })
  }
  /** As the dispatcher does it: a row, then a signal that is kept also while no worker is up. */
  const reports = async (caseId: string, type: string, data = sample(type)) => {
    const commandId = await stage.store(caseId, devices.id, type, data)
    await stage.client.observe({ caseId, process, generation: 1, commandId })
  }
  /** Under an id whose place in the window is so far back that it would be waited for. */
  const raised = async (at: string, form: Record<string, unknown>): Promise<string> => {
    await stage.clock.setNow(at)
    let caseId = randomUUID()
    while (placeIn(noticeWindowMs, caseId) < 120_000) caseId = randomUUID()
    const commandId = await stage.store(caseId, devices.id, 'raise', form)
    await stage.performer.act({ caseId, process, commandId })
    return caseId
  }

  test('belongs to the urgent lane', () => {
    expect(queueFor(process)).toBe(urgentQueue)
  })

  test('nobody acknowledges: the timer alone calls the desk again on the full hour, and the notice waits for no place in a window', async () => {
    const id = await raised('2026-03-02T00:59:00.000Z', gas)
    const due = (await stage.record(id)).obligations[0]?.dueAt ?? ''
    expect(Date.parse(due) - Date.parse('2026-03-02T01:00:00.000Z')).toBeLessThan(30_000)
    await stage.clock.setNow(later(due, -2_000))
    await stage.client.tick({ caseId: id, process, generation: 1 })
    await expect.poll(() => recipientsOf(id, 'again'), { timeout: 30_000 }).toEqual(['dan', 'qi'])
    const [escalationLevel] = (await stage.record(id)).obligations.flatMap(({ escalationLevels }) =>
      escalationLevels.filter((one) => one.escalationLevel === 'again'),
    )
    expect(Date.parse(escalationLevel?.recordedAt ?? '') - Date.parse(due)).toBeLessThan(60_000)
    const waiting = () =>
      stage.db
        .select()
        .from(effects)
        .where(and(eq(effects.caseId, id), eq(effects.status, 'pending')))
    await expect.poll(waiting, { timeout: 30_000 }).toEqual([])
    await stage.moveTo(id, later(due, 540_000))
    await expect.poll(() => recipientsOf(id, 'city'), { timeout: 30_000 }).toEqual(['du', 'shi'])
    expect(await recipientsOf(id, 'leader')).toEqual(['dan', 'gao'])
  })

  test('signals of the devices reach it in order; acknowledged and returned it ends, and its chain is whole', async () => {
    const id = await raised('2026-03-02T02:00:00.000Z', light)
    await reports(id, 'lose-quality')
    await reports(id, 'escalate', { level: 2, value: 9.8, at: gas.at })
    await expect.poll(() => where(id), { timeout: 30_000 }).toContain('quality.unknown')
    await expect
      .poll(async () => (await stage.record(id)).snapshot.context.level, { timeout: 30_000 })
      .toBe(2)
    await stage.act(id, 'dan', 'acknowledge', { measures: '已通知现场' })
    await reports(id, 'return-to-normal')
    await expect.poll(() => where(id), { timeout: 30_000 }).toContain('response.concluding')
    await stage.act(id, 'dan', 'conclude', sample('conclude', 1))
    await expect.poll(() => statusOf(id), { timeout: 30_000 }).toBe('COMPLETED')
    const record = await stage.record(id)
    const facts = await stage.db
      .select()
      .from(caseFacts)
      .where(eq(caseFacts.caseId, id))
      .orderBy(caseFacts.seq)
    expect(verifyChain(facts, { facts: record.facts, head: record.headHash })).toMatchObject({
      valid: true,
    })
    await reports(id, 're-alarm')
    expect((await stage.record(id)).status).toBe('closed')
  })

  test('a shelving ends by its own clock, at the second that was set, and the desk is called again', async () => {
    const id = await raised('2026-03-02T03:00:00.000Z', light)
    await stage.act(id, 'dan', 'shelve', { until: '2026-03-02T04:00:00.000Z', reason: '搅拌扰动' })
    expect(await where(id)).toContain('response.shelved')
    await stage.clock.setNow('2026-03-02T03:59:58.500Z')
    await stage.client.tick({ caseId: id, process, generation: 1 })
    await expect.poll(() => where(id), { timeout: 30_000 }).toContain('response.unacknowledged')
    expect((await stage.record(id)).obligations.at(-1)).toMatchObject({
      clock: 'acknowledge-3',
      dueAt: '2026-03-02T04:30:00.000Z',
    })
  })

  test('who acknowledges asks the device too, once; without an alarm of its id nobody is asked', async () => {
    const [id, stranger] = [
      await raised('2026-03-02T06:00:00.000Z', light),
      await raised('2026-03-02T06:00:00.000Z', light),
    ]
    await atDesk(id)
    for (const one of [id, stranger]) await stage.act(one, 'dan', 'acknowledge')
    const requestsOf = () => stage.db.select().from(deviceCommands)
    await expect
      .poll(
        async () =>
          (await requestsOf()).map(({ alarm, verb, by, state }) => [alarm, verb, by, state]),
        { timeout: 30_000 },
      )
      .toEqual([[id, 'acknowledge', '单值班', 'waiting']])
    await stage.client.tick({ caseId: stranger, process, generation: 1 })
    expect(await requestsOf()).toHaveLength(1)
  })

  test('promise (alarms): one press at the desk is one device command to the plant, with the words that were given, though the case hears of it too', async () => {
    const id = await raised('2026-03-02T06:30:00.000Z', light)
    await atDesk(id)
    const commandId = await stage.store(id, 'dan', 'acknowledge', { measures: '已派人到场' })
    const deviceCommand = {
      key: deviceCommandKeyOf(commandId),
      alarm: id,
      verb: 'acknowledge' as const,
      args: { comment: '已派人到场' },
    }
    await giveDeviceCommand(stage.db, { ...deviceCommand, by: 'dan', at: new Date().toISOString() })
    await stage.performer.act({ caseId: id, process, commandId })
    const effect = async () =>
      (await stage.db.select().from(effects).where(eq(effects.caseId, id))).find(
        (one) => one.kind === 'device',
      )
    await expect.poll(async () => (await effect())?.status, { timeout: 30_000 }).toBe('done')
    expect(
      await stage.db.select().from(deviceCommands).where(eq(deviceCommands.alarm, id)),
    ).toMatchObject([deviceCommand])
    // The case alone has the words too.
    expect((await effect())?.payload).toMatchObject({
      verb: 'acknowledge',
      args: { comment: '已派人到场' },
    })
  })

  test('a token that was taken away reports nothing', async () => {
    const id = await raised('2026-03-02T05:00:00.000Z', light)
    const commandId = await stage.store(id, 'lin', 're-alarm', sample('re-alarm'))
    await expect(stage.performer.act({ caseId: id, process, commandId })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
