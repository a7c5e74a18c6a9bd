// Does a fire ring that could not be stored for longer than a sender is believed to be on time?
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { alarmEvents, alarms } from '../../db/schema/devices/alarms.ts'
import { gb26875 } from '../../devices/protocols/gb26875/codec.ts'
import { ACKNOWLEDGED } from '../../devices/protocols/gb26875/message.ts'
import { component, frame, system } from './gb26875/centre.ts'
import {
  failing,
  later,
  now,
  plant,
  raisedAt,
  running,
  said,
  start,
  useToldLatePlant,
} from './told-late-plant.ts'

useToldLatePlant()

const acknowledged = (answer: Uint8Array): boolean => {
  const results = gb26875.framer({ packets: false }).push(answer)
  const decoded = results.map((result) => (result.ok ? gb26875.decode(result.frame, {}) : null))
  return decoded.some((one) => one?.ok && one.message.command === ACKNOWLEDGED)
}

/** A fire of a detector of its own, as it is sent and sent again: the same bytes. */
let detectors = 0x100
const fire = () => {
  const at = new Date(Math.floor(now().getTime() / 1_000) * 1_000)
  const detector = ++detectors
  return {
    at,
    point: `/${detector}`,
    bytes: frame([component(1 | 2, at, { component: detector })], at),
  }
}
describe('a fire that could not be stored', () => {
  const rings = async ({ at, bytes }: ReturnType<typeof fire>, minutes: number) => {
    expect(acknowledged(await said('fire', [bytes]))).toBe(true)
    const all = await plant.db.select().from(alarmEvents).where(eq(alarmEvents.kind, 'raised'))
    const event = all.find((one) => Math.abs(Date.parse(one.recordedAt) - now().getTime()) < 5_000)
    expect(event, 'the fire has been raised').toBeDefined()
    expect(Date.parse(event?.at ?? '')).toBe(at.getTime())
    expect(event?.text).toContain(`${minutes}分钟后才得知`)
  }

  test.each([6, 11])(
    'sent again after %i minutes with its own time it rings, and says that it was told late',
    async (minutes) => {
      const one = fire()
      await failing(async () => {
        expect(acknowledged(await said('fire', [one.bytes]))).toBe(false)
        later(3)
        expect(acknowledged(await said('fire', [one.bytes]))).toBe(false)
        later(minutes - 3)
      })
      await rings(one, minutes)
    },
  )

  test('sent again to a process that has been started meanwhile it rings', async () => {
    for (const minutes of [6, 11]) {
      const one = fire()
      await failing(async () => {
        await said('fire', [one.bytes])
        await running.stop()
        later(minutes)
      })
      await start()
      const before = (await plant.db.select().from(alarms)).length
      expect(acknowledged(await said('fire', [one.bytes]))).toBe(true)
      expect((await plant.db.select().from(alarms)).length).toBe(before + 1)
    }
  })

  test('the panel says first that it was reset, then that there was a fire: it rings as one that is over', async () => {
    const at = now()
    const first = frame([system(2, at)], at)
    const reset = frame(
      [system(0x2000, new Date(at.getTime() + 60_000))],
      new Date(at.getTime() + 60_000),
    )
    await failing(async () => {
      await said('fire', [first])
      later(7)
    })
    expect(acknowledged(await said('fire', [reset]))).toBe(true)
    expect(acknowledged(await said('fire', [first]))).toBe(true)
    const { alarm, kinds } = await raisedAt('fire', '1-3')
    expect(alarm).toMatchObject({ active: false, latched: true, acked: false, level: 1 })
    expect(kinds).toEqual(expect.arrayContaining(['raised', 'rtn']))
  })

  test('what was stored and is sent again is acknowledged and rings once', async () => {
    const one = fire()
    expect(acknowledged(await said('fire', [one.bytes]))).toBe(true)
    const before = (await plant.db.select().from(alarms)).length
    later(6)
    expect(acknowledged(await said('fire', [one.bytes]))).toBe(true)
    expect((await plant.db.select().from(alarms)).length).toBe(before)
  })
})
