// What do the acts at a fire system and the states of its transmitter mean to the rest of the platform?
import { expect, test } from 'vitest'
import { writeField } from '../../../devices/frames/text-field.ts'
import { tagOf } from '../../../devices/protocols/gb26875/message.ts'
import { component, conditions, converse, frame, later, NOON, receiveBytes } from './centre.ts'

const _RESET = 1 << 13
const time = tagOf(NOON)

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
