// Which kinds of work are there, and what does a permit do to a case?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../db/schema/cases/cases.ts'
import { alarms } from '../../../db/schema/devices/alarms.ts'
import { alarmAcknowledgements } from '../../../db/schema/devices/duty.ts'
import { createDeskActs } from '../../../devices/episodes/desk-acts.ts'
import { acknowledgedFirst } from '../../../domain/duty/kinds.ts'
import { bearer } from '../../alarm-episode/desk.ts'
import { raised } from '../../alarm-episode/samples.ts'
import { ago, stand } from '../duty/standing-alarms.ts'
import { fits } from '../http/fits.ts'
import { end, house, soon, take, usePermitHouse } from './permit-house.ts'

usePermitHouse()

test('the kinds of work are told with how long each may last', async () => {
  const answer = await house.as('dan', '/api/permits/works')
  fits('GET /api/permits/works', answer)
  expect(answer.body.items).toContainEqual({
    id: 'hot-first',
    words: { zh: '动火（特级、一级）', en: 'Hot work, special or first grade' },
    hours: 8,
  })
})

describe('a case', () => {
  const begin = async (point: string): Promise<string> => {
    const sent = {
      json: { data: { ...raised, point } },
      headers: { ...bearer, 'idempotency-key': randomUUID() },
    }
    const { id } = (await (await house.send('/api/cases/alarm-episode', sent)).json()) as {
      id: string
    }
    await stand(house, { id })
    return id
  }
  const state = async (id: string) => (await house.as('dan', `/api/cases/${id}`)).body.state.zh
  const texts = async (id: string, type: string) =>
    (await house.db.select().from(commands).where(eq(commands.caseId, id))).filter(
      (one) => one.type === type,
    )

  test.each(['dan', 'ji'])(
    'stands aside and comes back with its point, by %s too: nobody is called meanwhile',
    async (who) => {
      const id = await begin(`P-${who}`)
      const { id: permitId } = (await take(who)).body
      await expect.poll(() => state(id)).toContain('停用')
      const running = (await house.as('dan', `/api/cases/${id}`)).body.clocks.filter(
        ({ running }: { running: boolean }) => running,
      )
      expect(running.map(({ clock }: { clock: string }) => clock)).not.toContain('acknowledge-2')
      expect(await texts(id, 'take-out-of-service')).toMatchObject([
        { body: { permit: 'JX-2026-031' }, answer: { ok: true } },
      ])
      await end(who, permitId)
      await expect.poll(() => state(id)).not.toContain('停用')
      await house.db
        .update(alarms)
        .set({ closedAt: ago(0), active: false })
        .where(eq(alarms.id, id))
    },
  )

  test('that began a moment later, or could not be reached, is reported by the devices process, once', async () => {
    const { act } = house.deps.cases
    house.deps.cases.act = async () => {
      throw new Error('Temporal is away')
    }
    const first = await begin('P-a')
    const { id: permitId } = (await take('dan')).body
    const later = await begin('P-b')
    const desk = createDeskActs({
      db: house.db,
      now: () => new Date(),
      log: () => undefined,
      legalNow: async () => '2026-03-02T01:00:00.000Z',
      cases: { observe: async (address) => void (await act(address)) },
    })
    expect(await desk.round()).toBe(2)
    expect([await state(first), await state(later)].every((words) => words.includes('停用'))).toBe(
      true,
    )
    expect(await desk.round()).toBe(0)
    await end('dan', permitId)
    await desk.round()
    expect([await state(first), await state(later)].some((words) => words.includes('停用'))).toBe(
      false,
    )
    expect(await texts(later, 'return-to-service')).toMatchObject([
      { actor: { id: 'dan' }, body: { reason: '提前完工' } },
    ])
    house.deps.cases.act = act
  })
})

test('promise (alarms): what rings of fire or gas at level 1 is acknowledged by whose it is before anything silences it', async () => {
  const alarm = await stand(house, { kind: 'fire', level: 1, point: 'LT-101' })
  for (const point of ['LT-101', null]) {
    const refused = await take('dan', { point })
    expect([refused.status, refused.body.reasons[0].zh]).toEqual([409, acknowledgedFirst.zh])
  }
  await house.db.insert(alarmAcknowledgements).values({
    id: randomUUID(),
    alarm,
    seq: 1,
    by: 'dan',
    byName: '单值班',
    bodyHash: '',
    at: ago(1),
    occurredAt: ago(1),
  })
  const { status, body } = await take('dan')
  expect(status).toBe(201)
  await end('dan', body.id)
})

test('a term entered by one administrator and approved by another binds the next permit, and is told', async () => {
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
  )
  const proposed = {
    kind: 'rule',
    rule: 'special-work.maintenance',
    region: null,
    from: '2026-01-01',
    n: 3,
    source: '试验〔2026〕3号',
    running: null,
    norm: { zh: '试验标准', en: 'Trial standard' },
    article: { zh: '试验标准第3条', en: 'Trial standard art. 3' },
    confidence: 'V',
  }
  const { status, body } = await house.as('shi', '/api/changes', { json: { proposed, reason: '' } })
  expect(status).toBe(201)
  expect((await house.as('yu', `/api/changes/${body.id}/approval`, { json: {} })).status).toBe(200)
  const { items } = (await house.as('dan', '/api/permits/works')).body
  expect(items.find(({ id }: { id: string }) => id === 'maintenance').hours).toBe(3)
  const refused = await take('dan', { until: soon(4) })
  expect([refused.status, refused.body.reasons[0].zh]).toEqual([422, '设备检维修最长停用 3 小时'])
  expect((await take('dan', { until: soon(2) })).status).toBe(201)
})
