// Do other alarms ring that could not be stored for longer than a sender is believed to be on time?
import { describe, expect, test } from 'vitest'
import { write, writeMs } from '../../devices/protocols/hj212/time.ts'
import { frameOf as station } from './hj212/session.ts'
import { Lower, lorry, plain } from './jt809/lower.ts'
import { until } from './plant.ts'
import { push, wall } from './push/city.ts'
import {
  failing,
  later,
  now,
  raisedAt,
  running,
  said,
  useToldLatePlant,
} from './told-late-plant.ts'

useToldLatePlant()

describe('other ways', () => {
  test('HJ 212: a measurement beyond its limit, sent again after six minutes, rings', async () => {
    const area = `DataTime=${write(now())};w01018-Rtd=60,w01018-Flag=N`
    const bytes = station(area, { QN: writeMs(now()) })
    await failing(async () => {
      expect(await said('waters', [bytes])).toHaveLength(0)
      later(6)
    })
    await until(async () =>
      Buffer.from(await said('waters', [bytes]))
        .toString()
        .includes('CN=9014'),
    )
    expect((await raisedAt('high', 'w01018-Rtd')).alarm).toMatchObject({ level: 3, active: true })
  })

  test('JT/T 809: a lorry that has turned over, reported by a position that could not be stored, rings with the next position', async () => {
    const lower = new Lower()
    const signIn = lower.frame(0x1001, {
      values: { user: 7, password: 'abc12345', ip: '', port: 0 },
    })
    const position = (alarm = 0x4000_0000) =>
      lower.frame(0x1200, {
        vehicle: lorry,
        sub: 0x1202,
        positions: [{ form: '2011', encrypted: 0, plain: plain(now(), { alarm }) }],
      })
    await said('lorries', [Buffer.concat([signIn, position(0)])])
    await failing(async () => {
      await said('lorries', [Buffer.concat([signIn, position()])])
      later(6)
    })
    await said('lorries', [Buffer.concat([signIn, position()])])
    await until(async () => (await raisedAt('rollover')).alarm !== undefined)
  })

  test('pushed: a lift fault that was not taken rings when it is pushed again, and so does a measurement of gas', async () => {
    const fault = {
      id: 'F1',
      type: 'fault',
      register_code: 'LIFT-1',
      time: wall(now().getTime()),
      fault_id: '90',
      deal_status: '01',
    }
    const gas = {
      equip_code: 'TANK-1',
      bit_no: 'GT-1',
      value: 60,
      unit: '%LEL',
      quality: 'good',
      time: now().getTime(),
    }
    const send = (feed: string, item: object) =>
      push(running.pushPort(), feed, [item], { timestamp: Math.floor(now().getTime() / 1_000) })
    await failing(async () => {
      // Refused at once, or after waiting in vain for the store: either asks for it again.
      expect([429, 503]).toContain((await send('lifts', fault)).status)
      expect([429, 503]).toContain((await send('sources', gas)).status)
      later(6)
    })
    // Who was refused asks again until it is taken: the store may need a moment to come back.
    await until(async () => (await send('lifts', fault)).status === 202)
    await until(async () => (await send('sources', gas)).status === 202)
    expect((await raisedAt('trapped')).alarm).toMatchObject({ level: 1, active: true })
    const { alarm, raised } = await raisedAt('high', 'GT-1')
    expect(alarm).toMatchObject({ level: 1, active: true })
    expect(raised?.text).toContain('6分钟后才得知')
  })
})
