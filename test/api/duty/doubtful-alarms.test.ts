// Is the doubt about the moment of an alarm seen at the desk, and may a person end such an alarm?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { fits } from '../http/fits.ts'
import { type AlarmDesk, openAlarmDesk } from './alarm-desk.ts'
import { event, stand } from './standing-alarms.ts'

let desk: AlarmDesk
let house: AlarmDesk['house']
beforeAll(async () => {
  desk = await openAlarmDesk()
  house = desk.house
})
afterAll(() => house.close())

describe('an alarm whose time is in doubt', () => {
  test('promise (alarms): the duty desk sees that the time of an alarm is uncertain, and ends it with a reason that bears a name', async () => {
    const [doubted, sure] = [await stand(house, { doubtful: true }), await stand(house)]
    expect(await desk.row(doubted)).toMatchObject({ doubtful: true, mayDeclareOver: true })
    expect(await desk.row(sure)).toMatchObject({ doubtful: false, mayDeclareOver: false })
    expect((await desk.list('qi')).items.find(({ id }) => id === doubted)).toMatchObject({
      doubtful: true,
      mayDeclareOver: false,
    })
    const key = randomUUID()
    const answer = await desk.does('dan', doubted, 'ending', { reason: '电话核实无火情' }, key)
    fits('POST /api/alarms/{id}/ending', answer)
    expect(answer.status).toBe(200)
    expect(
      (await desk.does('dan', doubted, 'ending', { reason: '电话核实无火情' }, key)).body,
    ).toEqual(answer.body)
    expect((await desk.does('dan', doubted, 'ending', { reason: '别的' }, key)).body.code).toBe(
      'key-reused',
    )
    const requests = await house.db
      .select()
      .from(deviceCommands)
      .where(eq(deviceCommands.alarm, doubted))
    expect(requests).toMatchObject([
      {
        verb: 'declare-over',
        by: 'dan',
        state: 'waiting',
        args: { reason: '电话核实无火情', side: 'city' },
      },
    ])
    expect((await desk.does('dan', sure, 'ending', { reason: '误报' })).body.code).toBe(
      'not-possible-now',
    )
    expect((await desk.does('dan', doubted, 'ending', { reason: ' ' })).status).toBe(422)
    expect((await desk.does('qi', doubted, 'ending', { reason: '误报' })).status).toBe(403)
    expect((await desk.does('jiang', doubted, 'ending', { reason: '误报' })).status).toBe(404)
  })

  test('of a device that is registered no more the desk ends an alarm itself, with a reason', async () => {
    const id = await stand(house, { unwatched: true, stale: true })
    expect(await desk.row(id)).toMatchObject({ unwatched: true, mayDeclareOver: true })
    const answer = await desk.does('dan', id, 'ending', { reason: '设备已拆除' })
    expect(answer.status).toBe(200)
  })

  test('who ended it is named to the authorities, and not to the enterprise', async () => {
    const id = await stand(house, { doubtful: true })
    await event(house, id, 2, 'time-confirmed')
    await event(house, id, 3, 'declared-over', { by: 'dan', text: '电话核实无火情' })
    expect((await desk.detail(id)).events.slice(0, 2)).toMatchObject([
      { words: { zh: '值班人员宣布解除' }, by: '单值班', text: '电话核实无火情' },
      { words: { zh: '时间已核实' } },
    ])
    expect((await desk.detail(id, 'qi')).events[0]?.by).toBeNull()
  })
})
