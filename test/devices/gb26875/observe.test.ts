// What do the states, measures and acts of fire systems mean to the rest of the platform?
import { expect, test } from 'vitest'
import { tagOf } from '../../../devices/protocols/gb26875/message.ts'
import type { Item } from '../../../devices/protocols/gb26875/units.ts'
import {
  component,
  conditions,
  converse,
  frame,
  later,
  NOON,
  receiveBytes,
  registry,
  SOURCE,
  system,
} from './centre.ts'

const RESET = 1 << 13
const time = tagOf(NOON)

test('a component on fire is a red condition, a fault a yellow one, a clear bit an inactive one', () => {
  const output = receiveBytes(converse(), frame([component(1 | 2 | 4)]))
  expect(output.observations).toHaveLength(8)
  expect(conditions(output)).toEqual([
    '+1-3/10-2 fire',
    '+1-3/10-2 fault',
    '-1-3/10-2 shielded',
    '-1-3/10-2 supervisory',
    '-1-3/10-2 started',
    '-1-3/10-2 feedback',
    '-1-3/10-2 delayed',
    '-1-3/10-2 power',
  ])
  expect(output.observations.slice(0, 2)).toMatchObject([
    { level: 1, text: '感烟火灾探测器 原料库 火警', severity: 1 },
    { level: 3, text: '感烟火灾探测器 原料库 故障' },
  ])
})

test('a gas detector that alarms is gas, level 1', () => {
  const output = receiveBytes(converse(), frame([component(1 | 2, NOON, { componentType: 10 })]))
  expect(output.observations[0]).toMatchObject({
    condition: 'gas',
    level: 1,
    active: true,
    text: '可燃气体探测器 原料库 可燃气体报警',
  })
})

test('shielded ≠ normal: suppressed, and a fire that was is not reported to be over', () => {
  const session = converse()
  receiveBytes(session, frame([component(1 | 2)]))
  expect(
    conditions(receiveBytes(session, frame([component(1 | 8, later(5))], later(5)), later(5))),
  ).toEqual(['~1-3/10-2 shielded'])
  expect(
    conditions(receiveBytes(session, frame([component(1 | 2 | 8, later(6))], later(6)), later(6))),
  ).toEqual(['~1-3/10-2 fire', '~1-3/10-2 shielded'])
  expect(
    conditions(receiveBytes(session, frame([component(1, later(9))], later(9)), later(9))),
  ).toContain('-1-3/10-2 fire')
})

test('reset closes: all fires of that system, of no other, and below it whatever is stored', () => {
  const session = converse()
  const other = { systemAddress: 4 }
  receiveBytes(
    session,
    frame([
      component(2),
      component(2, NOON, { component: 5, componentType: 11 }),
      component(2, NOON, other),
    ]),
  )
  const output = receiveBytes(session, frame([system(1 | RESET, later(9))], later(9)), later(9))
  expect(conditions(output).slice(0, 4)).toEqual([
    '-1-3/10-2 fire',
    '-1-3/5-0 gas',
    '-1-3 fire',
    '-1-3 gas',
  ])
  expect(output.observations.flatMap((one) => ('covers' in one ? [one.point] : []))).toEqual([
    '1-3',
    '1-3',
  ])
  expect(conditions(output).some((one) => one.includes('1-4'))).toBe(false)
  const again = receiveBytes(session, frame([system(1 | RESET, later(20))], later(20)), later(20))
  expect(conditions(again)).not.toContain('-1-3/10-2 fire')
})

test('the resend of a reset ends the same fires under the same keys', () => {
  const session = converse()
  receiveBytes(session, frame([component(2)]))
  const reset = frame([system(1 | RESET, later(9))], later(9))
  const [first, again] = [
    receiveBytes(session, reset, later(9)),
    receiveBytes(session, reset, later(19)),
  ]
  expect(conditions(again)).toEqual(conditions(first))
})

test('a reset that comes late ends nothing', () => {
  const session = converse()
  receiveBytes(
    session,
    frame([system(1 | 2, later(60)), component(2, later(60))], later(60)),
    later(60),
  )
  const output = receiveBytes(
    session,
    frame([system(1 | RESET, later(-600))], later(61)),
    later(61),
  )
  expect(output.observations.some((one) => 'covers' in one)).toBe(false)
  expect(output.observations.every(({ flags }) => flags.includes('late'))).toBe(true)
})

test('a system tells its power, bus and mode beside fire and fault', () => {
  const output = receiveBytes(converse(), frame([system(0b1_1111_0000_0000)]))
  expect(conditions(output).filter((one) => one.startsWith('+'))).toEqual(
    ['main-power', 'backup-power', 'bus', 'manual', 'configuration-changed'].map(
      (name) => `+1-3 ${name}`,
    ),
  )
  expect(output.observations[0]).toMatchObject({ text: '火灾报警系统（3号） 火警解除' })
})

test('bit 0 clear is a test only where the registry trusts it', () => {
  expect(conditions(receiveBytes(converse(), frame([component(2)])))).toContain('+1-3/10-2 fire')
  const trusted = conditions(
    receiveBytes(
      converse(registry({ key: SOURCE, dialect: { testBit: true } })),
      frame([component(2)]),
    ),
  )
  expect(trusted).toContain('~1-3/10-2 fire')
  expect(trusted).toContain('~1-3/10-2 test')
})

const analog = (kind: number, value: number, of: Partial<Item> = {}) =>
  frame([
    {
      type: 3,
      items: [
        {
          systemType: 1,
          systemAddress: 3,
          componentType: 40,
          component: 0x0002000a,
          kind,
          value,
          time,
          ...of,
        },
      ],
    },
  ])

test.each([
  [1, 12, 'events', 12, '件'],
  [2, 1234, 'height', 12.34, 'm'],
  [3, 800, 'temperature', 80, '℃'],
  [3, -105, 'temperature', -10.5, '℃'],
  [4, 7, 'pressure-mpa', 0.7, 'MPa'],
  [5, 1013, 'pressure-kpa', 101.3, 'kPa'],
  [6, 251, 'gas', 25.1, '%LEL'],
  [7, 90, 'time', 90, 's'],
  [8, 2204, 'voltage', 220.4, 'V'],
  [9, 13, 'current', 1.3, 'A'],
  [10, 305, 'flow', 30.5, 'L/s'],
  [11, 100, 'air-volume', 10, 'm³/min'],
  [12, 5, 'air-speed', 5, 'm/s'],
])('measure of kind %d, %d: %s %d %s', (kind, raw, point, value, unit) => {
  expect(receiveBytes(converse(), analog(kind, raw)).observations).toMatchObject([
    {
      kind: 'reading',
      point: `1-3/10-2/${point}`,
      value,
      unit,
      quality: 'good',
      at: NOON.toISOString(),
    },
  ])
})

test.each([
  [6, 1001],
  [6, -1],
  [3, -2731],
  [12, 21],
  [1, 32_001],
])('s16 raw range: kind %d, %d is bad', (kind, raw) => {
  expect(receiveBytes(converse(), analog(kind, raw)).observations).toMatchObject([
    { quality: 'bad' },
  ])
})

test('a kind that nobody knows is no reading, and is counted', () => {
  expect(receiveBytes(converse(), analog(99, 5))).toMatchObject({
    observations: [],
    faults: [{ reason: 'unknown-kind', device: SOURCE }],
  })
})
