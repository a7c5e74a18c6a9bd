// Does what is pushed about a lift end as one true alarm, whatever number and order it comes with?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Devices } from '../../../devices/service.ts'
import { type City, openCity, push, wall } from './city.ts'

let city: City
let devices: Devices
beforeAll(async () => {
  city = await openCity()
  devices = await city.start()
})
afterAll(async () => {
  await devices?.stop()
  await city?.close()
})

const send = (items: unknown[]) => push(devices.pushPort(), 'lifts', items)
const register_code = '31103308022026000001'
const began = Date.now() - 3_600_000
const at = (seconds: number) => wall(began + 1_000 * seconds)
let numbers = 0
const fault = (seconds: number, fault_id: string, deal_status = '01', id = `F${++numbers}`) => ({
  id,
  type: 'fault',
  register_code,
  time: at(seconds),
  fault_id,
  deal_status,
})
const rescue = (seconds: number, id = `R${++numbers}`) => ({
  id,
  type: 'rescue',
  register_code,
  time: at(seconds),
  order_no: `96333-${numbers}`,
  status: 'released',
})
const trapped = async () =>
  (await city.alarms()).filter(({ condition }) => condition === 'trapped').at(-1)?.active

test('a rescue with the number of its fault, or the fault reported as dealt with, is no duplicate of it', async () => {
  for (const [n, ended] of [rescue(5, 'same'), fault(15, '90', '00', 'same')].entries()) {
    const pressed = fault(10 * n, '90', '01', 'same')
    expect(await send([pressed])).toMatchObject({ body: { accepted: 1 } })
    expect(await trapped()).toBe(true)
    expect(await send([ended, pressed])).toMatchObject({ body: { accepted: 1, duplicate: 1 } })
    expect(await send([ended])).toMatchObject({ body: { duplicate: 1 } })
    expect(await trapped()).toBe(false)
  }
})

test('reported in another order than it happened: the button is received, and no rescue is forgotten', async () => {
  const after = async (...items: object[]) => {
    for (const one of items) expect(await send([one])).toMatchObject({ body: { accepted: 1 } })
    return trapped()
  }
  expect(await after(fault(100, '90'), rescue(120), fault(101, '11'))).toBe(false)
  expect(await after(fault(300, '90'))).toBe(true)
  expect(await after(fault(295, '90', '00'), rescue(290))).toBe(true)
  expect(await after(rescue(330))).toBe(false)
  expect(await after(rescue(420), fault(400, '90'))).toBe(false)
  expect(await after(fault(440, '90'), fault(470, '90', '00'), fault(460, '11'))).toBe(true)
  expect(await after(fault(465, '11', '00'))).toBe(false)
})

test('whoever takes the line over remembers what was reported last, also of one and the same moment', async () => {
  const dealt = fault(500, '90', '00', 'T')
  for (const one of [fault(500, '90', '01', 'T'), dealt])
    expect(await send([one])).toMatchObject({ body: { accepted: 1 } })
  expect(await trapped()).toBe(false)
  await devices.stop()
  devices = await city.start()
  expect(await send([fault(520, '90')])).toMatchObject({ body: { accepted: 1 } })
  expect(await trapped()).toBe(true)
})
