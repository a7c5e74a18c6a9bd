// Do mapping files say what they may, and is an item what its mapping says?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMapping, readMappings } from '../../../devices/push/mapping.ts'
import { matches } from '../../../devices/push/topics.ts'
import { translate } from '../../../devices/push/translate.ts'

const mappings = readMappings()
const mapping = (name: string) => mappings.get(name) ?? expect.fail(`no mapping ${name}`)
const context = { secret: 's', flags: [] }
const translated = (name: string, item: unknown) => translate(mapping(name), item, context)

test('every mapping file is valid and has a version', () => {
  expect([...mappings.keys()].sort()).toEqual([
    'attendance',
    'cylinder',
    'hazard-source',
    'lift',
    'special-equipment',
    'vehicle',
  ])
  expect([...mappings.values()].every(({ version }) => version >= 1)).toBe(true)
})

test.each([
  [{ version: 0 }, 'version'],
  [{ device: { from: 'code' } }, 'device'],
  [{ time: { from: '/t', format: 'guess' } }, 'time.format'],
  [{ extra: 1 }, 'extra'],
  [{ makes: { a: [] } }, 'makes.a'],
])('a file with %j is refused at start, with the place', (wrong, place) => {
  const right = {
    name: 'x',
    version: 1,
    device: { from: '/code' },
    time: { from: '/t', format: 'iso' },
    makes: { a: [{ reading: 'p', value: { from: '/v' } }] },
  }
  expect(() => readMapping('x.json', JSON.stringify(right))).not.toThrow()
  expect(() => readMapping('x.json', JSON.stringify({ ...right, ...wrong }))).toThrow(
    new RegExp(`x.json: ${place}`),
  )
})

test('half a character is no text: neither in what is taken, nor in the words of a refusal, nor in a key', () => {
  const rescue = {
    type: 'rescue',
    register_code: 'L1',
    order_no: 'R1',
    time: '2026-11-26 20:00:00',
    status: 'released',
  }
  const item = translated('lift', { ...rescue, id: 'a\ud800\u0000', station: '电\udc00梯\ud83d' })
  expect(item).toMatchObject({
    ok: true,
    observations: [{ body: { station: '电\ufffd梯\ufffd' } }],
  })
  expect(translated('lift', { ...rescue, station: `a${'😀'.repeat(600)}` })).toMatchObject({
    observations: [{ body: { station: `a${'😀'.repeat(255)}\ufffd` } }],
  })
  const refused = translated('lift', { ...rescue, status: 'x\ud800\u0000' })
  expect(refused).toMatchObject({ ok: false, code: 'unknown-code', words: '/status: x\ufffd' })
  for (const { key } of [item, refused])
    expect([key.isWellFormed(), /\p{Cc}/u.test(key)]).toEqual([true, false])
})

describe('lifts', () => {
  const fault = {
    id: 'F1',
    type: 'fault',
    register_code: 'L1',
    time: '2026-11-26 20:00:00',
    fault_id: '90',
    deal_status: '01',
  }
  test('a fault by the names of GB/T 24476', () => {
    const item = translated('lift', fault)
    expect(item).toMatchObject({
      ...{ ok: true, key: expect.stringMatching(/^L1\/F1\/[0-9a-f]{32}$/), device: 'L1' },
      observations: [
        {
          kind: 'document',
          document: 'lift-fault',
          key: '90',
          at: '2026-11-26T12:00:00.000Z',
          body: { fault: '90', active: true },
        },
        {
          kind: 'condition',
          condition: 'fault',
          point: '90',
          active: true,
          level: 4,
          text: '轿厢报警按钮',
        },
      ],
    })
  })
  test.each([
    [{ ...fault, time: '2026-02-30 20:00:00' }, 'bad-time'],
    [{ ...fault, time: '20261126200000' }, 'bad-time'],
    [{ ...fault, fault_id: '99' }, 'unknown-code'],
    [{ ...fault, fault_id: 'constructor' }, 'unknown-code'],
    [{ ...fault, type: 'joke' }, 'unknown-kind'],
    [{ ...fault, type: 'toString' }, 'unknown-kind'],
    [{ ...fault, register_code: undefined }, 'missing-field'],
    [{ ...fault, register_code: { a: 1 } }, 'bad-value'],
    ['text', 'not-an-object'],
    [null, 'not-an-object'],
    [[fault], 'not-an-object'],
  ])('%j is refused: %s', (item, code) => {
    expect(translated('lift', item)).toMatchObject({ ok: false, code })
  })
  test('the present state: numbers in their range, what is not there is not reported', () => {
    const status = {
      type: 'status',
      register_code: 'L1',
      time: '2026-11-26 20:00:00',
      direction: '0',
      door_zone: 1,
      service_mode: 1,
    }
    const item = translated('lift', status)
    expect(
      item.ok && item.observations.map((one) => one.kind === 'reading' && [one.point, one.value]),
    ).toEqual([
      ['direction', 0],
      ['door_zone', 1],
      ['service_mode', 1],
    ])
    expect(translated('lift', { ...status, service_mode: 8 })).toMatchObject({
      code: 'out-of-range',
    })
    for (const wrong of ['NaN', '1e3', '--', Number.POSITIVE_INFINITY, true])
      expect(translated('lift', { ...status, door_zone: wrong })).toMatchObject({
        code: 'bad-value',
      })
  })
})

test('an item without a key of its own is known again by what it says', () => {
  const value = {
    equip_code: 'T1',
    bit_no: 'LT-1',
    value: '81.5',
    unit: '%',
    quality: 'good',
    time: 1795694400000,
  }
  const [one, again, other] = [value, { ...value }, { ...value, value: '81.6' }].map((item) =>
    translated('hazard-source', item),
  )
  expect(one?.key).toBe(again?.key)
  expect(other?.key).not.toBe(one?.key)
  expect(one).toMatchObject({
    ok: true,
    observations: [
      { point: 'LT-1', value: 81.5, unit: '%', quality: 'good', at: '2026-11-26T12:00:00.000Z' },
    ],
  })
})

test('the same is reported again if it means the same: not under its id alone, nor by how it is written or whether it was retained', () => {
  const fault = {
    id: '1',
    type: 'fault',
    register_code: 'L1',
    time: '2026-11-26 20:00:00',
    fault_id: '90',
    deal_status: '01',
  }
  const rescue = {
    id: '1',
    type: 'rescue',
    register_code: 'L1',
    time: '2026-11-26 20:00:00',
    order_no: 'R1',
    status: 'released',
  }
  const keyOf = (item: object, flags: 'retx'[] = []) =>
    translate(mapping('lift'), item, { ...context, flags }).key
  const others = [
    rescue,
    { ...fault, deal_status: '00' },
    { ...fault, time: '2026-11-26 20:00:01' },
    { ...fault, id: '2' },
  ]
  expect(new Set([fault, ...others].map((item) => keyOf(item))).size).toBe(5)
  const resent = {
    sent_at: '2026-11-26 20:00:09',
    ...Object.fromEntries(Object.entries(fault).reverse()),
  }
  expect([keyOf(resent), keyOf(fault, ['retx'])]).toEqual([keyOf(fault), keyOf(fault)])
})

test('a paper that is reported anew under its id is that paper still', () => {
  const fill = {
    id: 'C-3',
    type: 'fill',
    station: 'ST01',
    cylinder: 'QZ-1',
    time: '2026-03-02 09:30:00',
  }
  for (const item of [fill, { ...fill, time: '2026-03-02 09:31:00' }])
    expect(translated('cylinder', item)).toMatchObject({
      observations: [{ document: 'cylinder/QZ-1', key: 'C-3' }],
    })
})

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
    const made = translate(mapping('attendance'), item, { ...context, secret })
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
        const made = translate(of, item, context)
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
])('%s hears %s: %s', (filter, topic, isTaken) => {
  expect(matches(filter, topic)).toBe(isTaken)
})
