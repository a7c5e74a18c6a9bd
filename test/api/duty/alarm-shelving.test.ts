// What does shelving at the desk do at once, who decides whether it counts, and what may not be shelved?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarms, deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { fits } from '../http/fits.ts'
import { type AlarmDesk, openAlarmDesk } from './alarm-desk.ts'
import { soon, stand } from './standing-alarms.ts'

let desk: AlarmDesk
let house: AlarmDesk['house']
beforeAll(async () => {
  desk = await openAlarmDesk()
  house = desk.house
})
afterAll(() => house.close())

const ids = async (who = 'dan', query = '') =>
  (await desk.list(who, query)).items.map(({ id }) => id)

describe('shelving', () => {
  const shelve = (who: string, id: string, until: string, reason = '仪表检修') =>
    desk.does(who, id, 'shelving', { until, reason })
  test('counts at once, ends at once, and asks the holder of the feed', async () => {
    const id = await stand(house)
    const answer = await shelve('dan', id, soon(30))
    fits('POST /api/alarms/{id}/shelving', answer)
    expect(await ids('dan', '?box=shelved')).toContain(id)
    expect(await desk.row(id, '?box=shelved')).toMatchObject({
      shelvedBy: '单值班',
      shelvedReason: '仪表检修',
    })
    expect((await desk.does('dan', id, 'unshelving', { reason: '已修好' })).status).toBe(200)
    expect(await ids()).toContain(id)
    const requests = await house.db
      .select()
      .from(deviceCommands)
      .where(eq(deviceCommands.alarm, id))
    expect(requests.map(({ verb }) => verb).sort()).toEqual(['shelve', 'unshelve'])
    expect(requests.every(({ args }) => args.side === 'city')).toBe(true)
  })
  test('that the holder of the feed has refused does not count', async () => {
    const id = await stand(house)
    await shelve('dan', id, soon(30))
    await house.db
      .update(deviceCommands)
      .set({ state: 'failed', result: 'not-shelvable' })
      .where(eq(deviceCommands.alarm, id))
    expect(await ids()).toContain(id)
  })
  test('once the device is asked too the alarm itself says whether it is on the shelf: it may have become worse', async () => {
    const id = await stand(house)
    await shelve('dan', id, soon(30))
    await house.db.update(deviceCommands).set({ state: 'sent' }).where(eq(deviceCommands.alarm, id))
    expect(await ids()).toContain(id)
    await house.db
      .update(alarms)
      .set({ shelvedUntil: soon(30), shelvedBy: 'dan', shelvedReason: '检修' })
      .where(eq(alarms.id, id))
    expect(await ids('dan', '?box=shelved')).toContain(id)
  })
  test('has an end within eight hours and a reason, and is not for what may kill', async () => {
    const id = await stand(house)
    for (const until of [soon(-1), soon(481)])
      expect((await shelve('dan', id, until)).body.code).toBe('invalid-input')
    expect((await shelve('dan', id, soon(30), ' ')).body.code).toBe('invalid-input')
    expect((await shelve('lin', id, soon(30))).body.code).toBe('not-allowed')
    const gas = await stand(house, { kind: 'gas', level: 1 })
    const refused = await shelve('dan', gas, soon(30))
    expect([refused.body.code, refused.body.reasons[0].zh]).toEqual([
      'not-possible-now',
      expect.stringContaining('企业'),
    ])
    expect((await desk.row(gas))?.noShelving?.zh).toContain('企业')
    expect((await desk.does('dan', gas, 'unshelving', { reason: '无' })).body.code).toBe(
      'not-possible-now',
    )
  })
})
