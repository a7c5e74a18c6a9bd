// What do the states, measures and acts of fire systems mean to the rest of the platform?
import { expect, test } from 'vitest'
import { writeField } from '../../../devices/frames/text-field.ts'
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
    ...[
      '+1-3/10-2 fire',
      '+1-3/10-2 fault',
      '-1-3/10-2 shielded',
      '-1-3/10-2 supervisory',
      '-1-3/10-2 started',
    ],
    ...['-1-3/10-2 feedback', '-1-3/10-2 delayed', '-1-3/10-2 power'],
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

test('the transmitter tells its own power and lines', () => {
  const output = receiveBytes(
    converse(),
    frame([{ type: 21, items: [{ status: 0b0110_1000, time }] }]),
  )
  expect(conditions(output).filter((one) => one.startsWith('+'))).toEqual([
    '+transmitter main-power',
    '+transmitter link',
    '+transmitter line',
  ])
})

test('an alarm by hand is a red condition until it is cleared; every act is a sign', () => {
  const session = converse()
  const act = (bits: number) => frame([{ type: 24, items: [{ act: bits, operator: 3, time }] }])
  const alarm = receiveBytes(session, act(4))
  expect(alarm.observations).toMatchObject([
    { kind: 'sign', sign: 'manual-alarm', text: '用户信息传输装置 手动报警，操作员3' },
    { kind: 'condition', condition: 'manual-alarm', level: 1, active: true },
  ])
  expect(conditions(receiveBytes(session, act(8)))).toEqual(['-transmitter manual-alarm'])
  const panel = receiveBytes(
    session,
    frame([
      { type: 4, items: [{ systemType: 13, systemAddress: 1, act: 0b11, operator: 9, time }] },
    ]),
  )
  expect(panel.observations).toMatchObject([
    { sign: 'reset', text: '气体灭火系统 复位，操作员9' },
    { sign: 'silenced' },
    { condition: 'manual-alarm', point: '13-1', active: false },
  ])
})

test('versions and clocks are signs, configurations documents', () => {
  const systemOf = { systemType: 11, systemAddress: 2 }
  const text = writeField('消火栓泵2台', 11)
  const output = receiveBytes(
    converse(),
    frame([
      { type: 5, items: [{ ...systemOf, major: 2, minor: 7 }] },
      { type: 6, items: [{ ...systemOf, text }] },
      {
        type: 7,
        items: [{ ...systemOf, componentType: 91, component: 1, note: writeField('一号泵', 31) }],
      },
      { type: 8, items: [{ ...systemOf, time }] },
      { type: 25, items: [{ major: 1, minor: 1 }] },
      { type: 26, items: [{ text }] },
      { type: 28, items: [{ time }] },
    ]),
  )
  expect(output.observations).toMatchObject([
    { kind: 'sign', sign: 'system-version', text: '消火栓系统 2.7' },
    {
      kind: 'document',
      document: 'system-configuration',
      key: '11-2',
      body: { text: '消火栓泵2台' },
    },
    {
      kind: 'document',
      document: 'component-configuration',
      key: '11-2/1-0',
      body: { component: '消防水泵', text: '一号泵' },
    },
    { kind: 'sign', sign: 'system-clock', text: '消火栓系统 2026-11-26 12:00:00' },
    { kind: 'sign', sign: 'transmitter-version', text: '1.1' },
    { kind: 'document', document: 'transmitter-configuration', body: { text: '消火栓泵2台' } },
    { kind: 'sign', sign: 'transmitter-clock', text: '2026-11-26 12:00:00' },
  ])
})

test('text: GB 18030 ends at the first 00, control characters and what follows are dropped', () => {
  const note = new Uint8Array(31)
  note.set([...writeField('\u0007仓库', 5), 0, ...writeField('垃圾', 4)])
  expect(
    receiveBytes(converse(), frame([component(2, NOON, { note })])).observations[0],
  ).toMatchObject({
    text: '感烟火灾探测器 仓库 火警',
  })
})

test('an object that claims tomorrow happens now, marked', () => {
  const output = receiveBytes(converse(), frame([component(2, later(86_400))]))
  expect(output.observations[0]).toMatchObject({
    at: NOON.toISOString(),
    flags: ['doubtful', 'skew'],
  })
})

test('acts of the past that were asked for ring no alarm', () => {
  const act = [{ type: 24, items: [{ act: 4, operator: 3, time: tagOf(later(-300)) }] }]
  const output = receiveBytes(converse(), frame(act, NOON, { command: 5 }))
  expect(output.observations.map(({ flags }) => flags)).toEqual([['late'], ['late']])
  expect(receiveBytes(converse(), frame(act)).observations.map(({ flags }) => flags)).toEqual([
    [],
    [],
  ])
})
