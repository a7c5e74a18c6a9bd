// Does the desk know who is heard, who keeps it, what was handed over, and whom it cannot reach?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepShift } from '../../../db/alarms/duty.ts'
import { devices } from '../../../db/schema/devices/devices.ts'
import { lackWords } from '../../../domain/views/reachability.ts'
import { settlePhones } from '../../support/people/people.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'
import { ago, settlePlant, stand, wait } from './standing-alarms.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
})
afterAll(() => house.close())

describe('the desk', () => {
  test('feeds: who is heard, who is silent, and how far behind the cases are; a county sees its own', async () => {
    const id = await stand(house)
    await wait(house, id, 42)
    await house.db
      .insert(devices)
      .values({ feed: 'river', key: 'R2', name: '新水位站', region: '330881', since: ago(60) })
    const answer = await house.as('du', '/api/duty/feeds')
    fits('GET /api/duty/feeds', answer)
    expect(answer.body.signals).toEqual({ total: 2, good: 1, awaited: 1, resting: 0 })
    expect(answer.body.items.map(({ id, silent, state }: never) => [id, silent, state])).toEqual([
      ['park', false, 'connected'],
      ['river', true, 'down'],
    ])
    expect(answer.body.items[0]).toMatchObject({
      synthetic: true,
      lagMs: 240,
      faults: 2,
      devices: { total: 1, reporting: 1 },
    })
    expect(answer.body.items[1]).toMatchObject({
      gaps: 1,
      gapSince: expect.any(String),
      synthetic: false,
    })
    expect(answer.body.workflowDelaySeconds).toBeGreaterThanOrEqual(42)
    expect(Date.now() - Date.parse(answer.body.heartbeatAt)).toBeLessThan(60_000)
    expect(
      (await house.as('dan', '/api/duty/feeds')).body.items.map(({ id }: { id: string }) => id),
    ).toEqual(['park'])
    expect((await house.as('jiang', '/api/duty/feeds')).body.workflowDelaySeconds).toBe(0)
    expect((await house.as('qi', '/api/duty/feeds')).status).toBe(403)
  })
  test('a night without a frame is no dead process: who renews his lines lives, and who has not is missed', async () => {
    await house.db.execute(sql`UPDATE feed_states SET at = now() - interval '2 hours'`)
    const age = async () =>
      (Date.now() - Date.parse((await house.as('dan', '/api/duty/feeds')).body.heartbeatAt)) / 1_000
    expect(await age()).toBeGreaterThan(3_600)
    await house.db.execute(
      sql`INSERT INTO feed_owners (feed, fence, since, lease_until) VALUES ('work/keeper', 1, now() - interval '1 hour', now() + interval '16 seconds')`,
    )
    expect(await age()).toBeLessThan(10)
    await house.db.execute(sql`UPDATE feed_owners SET lease_until = now() - interval '25 seconds'`)
    expect(await age()).toBeGreaterThan(40)
  })
  test('is taken over with both names and what stands; the log is for its keepers', async () => {
    const id = await stand(house, { name: '交接时仍在的报警', level: 1 })
    const take = (who: string, region: string, key: string = randomUUID()) =>
      house.as(who, '/api/duty/shifts', {
        json: { region, note: '注意 2 号罐' },
        headers: { 'idempotency-key': key },
      })
    const first = await take('dan', '330802', 'k1')
    fits('POST /api/duty/shifts', first)
    expect((await take('dan', '330802', 'k1')).body.id).toBe(first.body.id)
    expect(first.body).toMatchObject({ person: { id: 'dan' }, from: null })
    expect(first.body.standing).toContainEqual(
      expect.objectContaining({ id, level: 1, acked: false }),
    )
    expect((await take('lin', '330802')).status).toBe(403)
    expect((await take('dan', '330800')).status).toBe(403)
    await house.db.execute(
      sql`INSERT INTO appointments (person, office, role, region, since) VALUES ('lin', '330802-bureau', 'duty-officer', '330802', '2004-01-01')`,
    )
    expect((await take('lin', '330802')).body).toMatchObject({
      person: { id: 'lin' },
      from: { id: 'dan', name: '单值班' },
    })
    const noted = await house.as('dan', '/api/duty/notes', {
      json: { region: '330802', text: '电话核实，液位计故障', alarm: id },
    })
    fits('POST /api/duty/notes', noted)
    const desk = await house.as('dan', '/api/duty?region=330802')
    fits('GET /api/duty', desk)
    expect(desk.body).toMatchObject({
      mine: false,
      mayKeep: true,
      current: { person: { id: 'lin' }, until: null },
      notes: [{ alarm: id, by: '单值班' }],
    })
    expect(desk.body.shifts[1].until).toBe(desk.body.current.since)
    expect((await house.as('yu', '/api/duty?region=330802')).body).toMatchObject({ mayKeep: false })
    expect((await house.as('jiang', '/api/duty?region=330802')).status).toBe(404)
    expect((await house.as('qi', '/api/duty')).status).toBe(403)
    await expect(house.db.execute(sql`UPDATE duty_shifts SET note = ''`)).rejects.toThrow()
  })
  test('promise (alarms): of two who take a desk at once the one who waited for the other keeps it, whoever asked first', async () => {
    const shift = (person: string, since: string) => ({
      id: randomUUID(),
      region: '330881',
      person,
      personName: person,
      since,
      standing: { total: 0, items: [] },
      note: '',
      bodyHash: '',
    })
    await keepShift(house.db, shift('quick', '2026-03-02T01:00:00.200Z'))
    const waited = await keepShift(house.db, shift('slow', '2026-03-02T01:00:00.100Z'))
    expect(waited).toMatchObject({ person: 'slow', from: 'quick' })
    const { body } = await house.as('jiang', '/api/duty?region=330881')
    expect(body.current).toMatchObject({
      person: { id: 'slow' },
      from: { id: 'quick' },
      until: null,
    })
  })
  test('promise (alarms): of more alarms than a hand-over lists it says how many stand in all', async () => {
    const takeOver = async () => {
      const taken = await house.as('dan', '/api/duty/shifts', {
        json: { region: '330802', note: '汛期' },
        headers: { 'idempotency-key': randomUUID() },
      })
      fits('POST /api/duty/shifts', taken)
      return taken.body
    }
    const { stood: before, standing } = await takeOver()
    expect(before).toBe(standing.length)
    for (let n = 0; n < 205; n++) await stand(house, { name: `第${n}条`, level: 3 })
    const body = await takeOver()
    expect([body.stood, body.standing.length]).toEqual([before + 205, 200])
    await house.db.execute(sql`UPDATE alarms SET closed_at = now() WHERE name LIKE '第%条'`)
  })
  test('says beforehand whom the escalation policy cannot reach', async () => {
    await house.db.execute(sql`UPDATE persons SET mail = '' WHERE id = 'du'`)
    await settlePhones(house.db, { dan: '13900000001' })
    const noPhone = lackWords['no-phone']
    const { reach } = (await house.as('dan', '/api/duty?region=330802')).body
    expect(reach.map(({ post }: { post: { zh: string } }) => post.zh)).toHaveLength(4)
    expect(reach[2].people).toEqual([
      { name: '杜值班', lacks: [{ zh: '没有邮箱', en: 'has no e-mail' }, noPhone] },
    ])
    expect(reach[0].people).toContainEqual({ name: '单值班', lacks: [] })
  })
})

test('a change of an alarm reaches open pages in its region only, by its id', async () => {
  const stream = async (who: string) => {
    const answer = await house.app.request('/api/live', {
      headers: { cookie: await house.signIn(who) },
    })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    const messages: string[] = []
    void (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read())
        messages.push(part.value)
    })()
    return { messages, stop: () => reader.cancel() }
  }
  const [dan, jiang] = [await stream('dan'), await stream('jiang')]
  const id = await stand(house)
  const begun = Date.now()
  await house.as('dan', `/api/alarms/${id}/acknowledgement`, { json: { seq: 1 } })
  while (!dan.messages.join('').includes(id) && Date.now() - begun < 2_000)
    await new Promise((resolve) => setTimeout(resolve, 5))
  expect(dan.messages.join('')).toContain(
    `event: alarm\ndata: ${JSON.stringify({ kind: 'alarm', id, revision: 1 })}`,
  )
  expect(jiang.messages.join('')).not.toContain(id)
  await Promise.all([dan.stop(), jiang.stop()])
})
