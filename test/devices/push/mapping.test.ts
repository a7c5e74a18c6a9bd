// Do mapping files say what they may, and does an item become what its mapping means?
import { describe, expect, test } from 'vitest'
import { readMapping } from '../../../devices/push/mapping.ts'
import { translate } from '../../../devices/push/translate.ts'
import { mapping, mappings, told, translated } from './translated.ts'

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
      ok: true,
      key: expect.stringMatching(/^L1\/F1\/[0-9a-f]{32}$/),
      device: 'L1',
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

test('the same is reported again if it tells the same: not under its id alone, nor by how it is written or whether it was retained', () => {
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
    translate(mapping('lift'), item, { ...told, flags }).key
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
