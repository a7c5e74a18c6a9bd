// Do orders to transmitters get their answer, from the machine or from the person on duty?
import { expect, test } from 'vitest'
import type { Command } from '../../../devices/port/port.ts'
import { gb26875 } from '../../../devices/protocols/gb26875/codec.ts'
import { ACKNOWLEDGED, CONTROL, DENIED, tagOf } from '../../../devices/protocols/gb26875/message.ts'
import {
  answers,
  CENTRE,
  component,
  conditions,
  converse,
  frame,
  later,
  message,
  NOON,
  receiveBytes,
  SOURCE,
} from './centre.ts'

const command = (of: Partial<Command>): Command => ({
  key: 'k1',
  feed: 'fire',
  device: SOURCE,
  verb: 'query',
  args: {},
  until: later(600).toISOString(),
  ...of,
})
const reply = (serial: number, code: number, now: Date) =>
  gb26875.encode(message([], now, { serial, command: code }), {})

test('set-clock: sent as control 90, sent again three times, then given up', () => {
  const session = converse()
  receiveBytes(session, frame([]))
  const order = answers(session.command!(command({ verb: 'set-clock' }), NOON))
  expect(order).toMatchObject([
    { command: CONTROL, source: CENTRE, target: SOURCE, units: [{ type: 90 }] },
  ])
  const again = [10, 20, 30].flatMap((seconds) => answers(session.tick(later(seconds))))
  expect(again.map(({ serial }) => serial)).toEqual([
    order[0]!.serial,
    order[0]!.serial,
    order[0]!.serial,
  ])
  expect(session.tick(later(40))).toMatchObject({
    replies: [],
    answered: [{ key: 'k1', ok: false }],
  })
  expect(session.tick(later(50)).answered).toEqual([])
})

test('set-clock: acknowledged with the same serial it is done; an acknowledgement of nothing is nothing', () => {
  const session = converse()
  receiveBytes(session, frame([]))
  const [order] = answers(session.command!(command({ verb: 'set-clock' }), NOON))
  expect(
    receiveBytes(session, reply(order!.serial + 1, ACKNOWLEDGED, later(1)), later(1)).answered,
  ).toEqual([])
  expect(
    receiveBytes(session, reply(order!.serial, ACKNOWLEDGED, later(1)), later(1)).answered,
  ).toMatchObject([{ key: 'k1', ok: true }])
})

test('查岗: the machine acknowledges, only the person answers', () => {
  const session = converse()
  receiveBytes(session, frame([]))
  const [order] = answers(session.command!(command({}), NOON))
  expect(order).toMatchObject({ command: CONTROL, units: [{ type: 91 }] })
  expect(
    receiveBytes(session, reply(order!.serial, ACKNOWLEDGED, later(1)), later(1)).answered,
  ).toEqual([])
  const pressed = frame(
    [{ type: 24, items: [{ act: 0x20, operator: 7, time: tagOf(later(60)) }] }],
    later(60),
  )
  expect(receiveBytes(session, pressed, later(60)).answered).toEqual([
    { key: 'k1', ok: true, words: expect.stringContaining('值班员7') },
  ])
})

test('查岗: nobody answers within ten minutes', () => {
  const session = converse()
  receiveBytes(session, frame([]))
  const [order] = answers(session.command!(command({}), NOON))
  receiveBytes(session, reply(order!.serial, ACKNOWLEDGED, later(1)), later(1))
  expect(session.tick(later(600)).answered).toEqual([])
  expect(session.tick(later(601)).answered).toMatchObject([
    { ok: false, words: expect.stringContaining('未应答') },
  ])
})

test('a denied order is sent again; a read is answered with its observations', () => {
  const session = converse()
  receiveBytes(session, frame([]))
  const [order] = answers(
    session.command!(command({ args: { read: '62', system: '1-3', component: '10-2' } }), NOON),
  )
  expect(order).toMatchObject({
    command: 4,
    units: [{ type: 62, items: [{ systemType: 1, systemAddress: 3, component: 0x0002000a }] }],
  })
  expect(
    answers(receiveBytes(session, reply(order!.serial, DENIED, later(1)), later(1))),
  ).toMatchObject([{ serial: order!.serial, command: 4 }])
  const response = gb26875.encode(
    message([component(2)], later(2), { serial: order!.serial, command: 5 }),
    {},
  )
  const output = receiveBytes(session, response, later(2))
  expect(output).toMatchObject({ answered: [{ key: 'k1', ok: true }], replies: [] })
  expect(conditions(output)).toContain('+1-3/10-2 fire')
})

test.each([
  ['to who is not there', { device: '0000000000FF' }],
  ['of a verb it does not know', { verb: 'shelve' as const }],
  ['of a type that is none', { args: { read: '70' } }],
  ['at an address that is none', { args: { read: '62', component: '70000-1' } }],
])('a command %s is answered at once', (_what, of) => {
  const session = converse()
  receiveBytes(session, frame([]))
  expect(session.command!(command(of), NOON)).toMatchObject({
    replies: [],
    answered: [{ key: 'k1', ok: false }],
  })
})

test('a command is done once by its key, and neither begun nor repeated after its time', () => {
  const session = converse()
  receiveBytes(session, frame([]))
  const deviceCommand = command({ verb: 'set-clock', until: later(15).toISOString() })
  expect(session.command!(deviceCommand, NOON).replies).toHaveLength(1)
  expect(session.command!(deviceCommand, later(1))).toMatchObject({ replies: [], observations: [] })
  expect(session.tick(later(10)).replies).toHaveLength(1)
  expect(session.tick(later(20))).toMatchObject({
    replies: [],
    answered: [{ key: 'k1', ok: false }],
  })
  expect(session.command!({ ...deviceCommand, key: 'k2' }, later(16))).toMatchObject({
    replies: [],
    answered: [{ key: 'k2', ok: false }],
  })
})
