// What is pushed in these tests, and to whom?
import { afterAll, beforeAll } from 'vitest'
import type { Devices } from '../../../devices/service.ts'
import { type City, openCity, push, type Sent, wall } from './city.ts'

export let city: City
let devices: Devices
/** Called at the head of each file of tests, which gets one of its own. */
export const usePushedCity = (): void => {
  beforeAll(async () => {
    numbers = 0
    city = await openCity()
    devices = await city.start()
  })
  afterAll(async () => {
    await devices?.stop()
    await city?.close()
  })
}

export const send = (feed: string, body: unknown, sent?: Sent) =>
  push(devices.pushPort(), feed, body, sent)
export let numbers = 0
export const lift = '31103308022026000001'
export const fault = (more: object = {}) => ({
  id: `F${++numbers}`,
  type: 'fault',
  register_code: lift,
  time: wall(),
  fault_id: '42',
  deal_status: '00',
  ...more,
})

export const now = () => Math.floor(Date.now() / 1_000)

/** What the process remembers of pushes is gone afterwards. */
export const restart = async (): Promise<void> => {
  await devices.stop()
  devices = await city.start()
}
