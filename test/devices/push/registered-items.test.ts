// What becomes of workers, special equipment, places and topics, whatever an item is?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches } from '../../../devices/push/topics.ts'
import { translate } from '../../../devices/push/translate.ts'
import { mapping, mappings, told, translated } from './translated.ts'

test('workers are pseudonyms: the same for a feed, no other for another, and no identity cards', () => {
  const item = {
    id: 'A1',
    type: 'entry-exit',
    project_code: 'P1',
    worker_key: 'w-17',
    name: '张三',
    direction: '1',
    time: '2026-11-26 08:00:00',
  }
  const keyOf = (secret: string) => {
    const made = translate(mapping('attendance'), item, { ...told, secret })
    expect(JSON.stringify(made)).not.toMatch(/w-17|张三/)
    return made.ok && made.observations[0]?.kind === 'document'
      ? made.observations[0].key
      : expect.fail('no document')
  }
  expect(keyOf('s')).toBe(keyOf('s'))
  expect(keyOf('t')).not.toBe(keyOf('s'))
  for (const worker_key of ['33080219900101123X', '13800138000'])
    expect(translated('attendance', { ...item, worker_key })).toMatchObject({
      code: 'personal-data',
    })
})

test('a register of special equipment: codes in words, dates however written', () => {
  const item = {
    user_code: 'U1',
    code: 'E1',
    type_code: 1000,
    status: 'in-use',
    next_inspection: '20270630',
    updated_at: '2026-11-26T12:00:00+08:00',
  }
  const body = { type: '锅炉', status: 'in-use', nextInspection: '2027-06-30' }
  expect(translated('special-equipment', item)).toMatchObject({
    ok: true,
    observations: [{ document: 'equipment', key: 'E1', at: '2026-11-26T04:00:00.000Z', body }],
  })
  expect(translated('special-equipment', { ...item, next_inspection: '2027-02-30' })).toMatchObject(
    { code: 'bad-time' },
  )
  expect(
    translated('special-equipment', { ...item, updated_at: '2026-11-26T12:00:00' }),
  ).toMatchObject({ code: 'bad-time' })
})

test('an object stands for no moment, kind or code, whatever it calls its own parts', () => {
  for (const odd of [{ toString: false }, { toString: {}, valueOf: 1 }, [], {}])
    for (const name of ['time', 'type', 'register_code', 'fault_id', 'deal_status'])
      for (const of of mappings.values()) {
        const item = { id: 'F1', type: 'fault', register_code: 'L1', time: 'x', [name]: odd }
        expect([name, translate(of, item, told).ok]).toEqual([name, false])
      }
})

test('whatever an item is, it is taken or refused: nothing throws, and no field is made up', () => {
  const good = {
    id: 'F1',
    type: 'fault',
    register_code: 'L1',
    time: '2026-11-26 20:00:00',
    fault_id: '90',
    deal_status: '01',
  }
  const names = Object.keys(good) as (keyof typeof good)[]
  const damaged = fc
    .tuple(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.string(), fc.constant(undefined)))
    .map(([name, value]) => ({ ...good, [name]: value }))
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), damaged),
      fc.constantFrom(...mappings.values()),
      (item, of) => {
        const made = translate(of, item, told)
        for (const one of made.ok ? made.observations : []) {
          expect(Number.isNaN(Date.parse(one.at))).toBe(false)
          if (one.kind === 'reading') expect(Number.isFinite(one.value)).toBe(true)
        }
      },
    ),
    { numRuns: Number(process.env.ANJIAN_MUTATIONS ?? 1000) },
  )
})

test('coordinates of Chinese maps come to WGS 84', () => {
  const item = {
    type: 'position',
    vehicle: '浙H12345-2',
    time: 1795694400,
    lon: 118.8786,
    lat: 28.9456,
    speed: 40,
  }
  const made = translated('vehicle', item)
  const [position] = made.ok ? made.observations : []
  expect(
    position?.kind === 'position' && Math.hypot(position.lon - item.lon, position.lat - item.lat),
  ).toBeGreaterThan(0.003)
  expect(
    position?.kind === 'position' && Math.hypot(position.lon - item.lon, position.lat - item.lat),
  ).toBeLessThan(0.01)
  expect(translated('vehicle', { ...item, lat: 118, lon: 28 })).toMatchObject({
    code: 'out-of-range',
  })
})

test.each([
  ['elevator/+/+/fault', 'elevator/quzhou/L1/fault', true],
  ['elevator/+/+/fault', 'elevator/quzhou/L1/status', false],
  ['elevator/+/+/fault', 'elevator/quzhou/fault', false],
  ['elevator/#', 'elevator/quzhou/L1', true],
  ['elevator/#', 'elevator', true],
  ['#', '$SYS/broker', false],
])('%s hears %s: %s', (filter, topic, heard) => {
  expect(matches(filter, topic)).toBe(heard)
})
