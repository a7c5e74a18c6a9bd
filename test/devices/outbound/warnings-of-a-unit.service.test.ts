// Is one event of a unit one warning that is updated, also where a person has spoken or no place is known?
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { keepWarning, readIncident } from '../../../db/alarms/warnings.ts'
import { outboundOffice, outboundReceivers } from '../../../db/schema/devices/outbound.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import { saidOf } from '../../../domain/warning/alarm-warning.ts'
import { openPlant, type Plant } from '../plant.ts'
import { gas, issuingOf, later, now, office } from './issuing.ts'

let plant: Plant
beforeAll(async () => {
  plant = await openPlant()
  await plant.db.insert(outboundOffice).values({ id: 1, ...office })
  await plant.db.insert(outboundReceivers).values({
    id: 'city',
    name: '市预警中心',
    url: 'https://cap.example/',
    format: 'cap',
    leastLevel: 2,
  })
})
afterAll(() => plant.close())
const { raise, change, issue, messages, clear } = issuingOf(() => plant)
afterEach(() => clear())

test('promise (alarms): the detectors of one unit are one red warning that is updated, and all clear only once all have ended', async () => {
  const first = await raise({ level: 1, site: 'e001' })
  expect(await issue()).toBe(1)
  const joining = [1, 2, 3].map((n) =>
    raise({ level: 1, name: `探头${n}`, lon: 118.871, raisedAt: later(n).toISOString() }),
  )
  const others = await Promise.all(joining)
  const elsewhere = await raise({ site: 'e002', level: 2 })
  expect(
    await issue(later(5_000)),
    'another unit has its own; what joins at the same level waits a minute',
  ).toBe(1)
  expect([await issue(later(61_000)), await issue(later(62_000))]).toEqual([1, 0])
  expect(await readIncident(plant.db, others[2] ?? '')).toBe(first)
  await change(first, { closedAt: later(70_000).toISOString(), active: false })
  expect(await issue(later(70_000)), 'others of the unit still stand').toBe(0)
  for (const id of others)
    await change(id, { closedAt: later(80_000).toISOString(), active: false })
  expect([await issue(later(80_000)), await issue(later(150_000))]).toEqual([1, 0])
  const said = await messages()
  const red = said.filter(({ incident }) => incident === first)
  expect(red.map(({ type, level, references }) => [type, level, references.length])).toEqual([
    ['Alert', 1, 0],
    ['Update', 1, 1],
    ['Cancel', 1, 2],
  ])
  expect(red[1]?.said?.description).toContain('同一单位另有 3 个测点报警：探头1、探头2、探头3')
  expect(red[1]?.said?.also).toMatchObject([{ lon: 118.871 }])
  expect(
    said.filter(({ incident }) => incident !== first).map(({ incident, type }) => [incident, type]),
  ).toEqual([[elsewhere, 'Alert']])
})

test('an alarm that joins what a person has said belongs to it in silence, and gets graver aloud', async () => {
  const id = await raise()
  const said = saidOf({ ...gas, id, raisedAt: now.toISOString(), stale: false, synthetic: false })
  const given = { by: 'dan', byName: '丹', request: randomUUID(), bodyHash: 'h' }
  await plant.db.transaction((tx) =>
    keepWarning(tx, {
      said,
      from: office,
      at: now,
      incident: id,
      earlier: [],
      ended: false,
      to: ['city'],
      given,
    }),
  )
  const other = await raise({ name: '二号罐' })
  expect([await issue(later(90_000)), await issue(later(95_000))]).toEqual([0, 0])
  await change(other, { level: 1 })
  expect(await issue(later(99_000))).toBe(1)
  expect((await messages()).map(({ incident, type, level }) => [incident, type, level])).toEqual([
    [id, 'Alert', 2],
    [id, 'Update', 1],
  ])
})

test('a device without coordinates warns around its enterprise; without these it warns no district', async () => {
  const enterprise = {
    code: '91330800MA00000001',
    pinyin: '',
    industry: '',
    address: '',
    principal: '',
    region: '330802' as const,
  }
  await plant.db.insert(enterprises).values({ ...enterprise, id: 'e001', name: '衢化' })
  await plant.db.execute(`UPDATE devices SET lon = 118.9, lat = 28.9 WHERE key = 'D1'`)
  await raise({ level: 1, lon: null, lat: null, enterprise: 'e001' })
  await raise({ level: 1, lon: null, lat: null, site: 'e009', enterprise: 'e009' })
  expect(await issue()).toBe(2)
  const [near, nowhere] = (await messages()).sort((one) => (one.said?.around ? -1 : 1))
  expect(near?.said).toMatchObject({
    around: { lon: 118.9, lat: 28.9 },
    place: expect.stringContaining('衢化'),
  })
  expect([nowhere?.cap.includes('330802'), nowhere?.cap.includes('<severity>Severe<')]).toEqual([
    false,
    true,
  ])
})
