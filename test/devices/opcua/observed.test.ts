// What do the events of a real server, written down once, say of its condition?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Condition } from '../../../devices/port/port.ts'
import { changes, driver, node, text } from './plant-events.ts'

const lines = readFileSync(
  join(import.meta.dirname, '../../fixtures/opcua/node-opcua-2.182.2-observed.txt'),
  'utf8',
).split('\n')
const firstRun = lines.slice(0, lines.indexOf('-- network cut: server shutdown'))
const raw = /^ {3}RAW (\S+) .*branch (\S+) act (\S+) ack (\S+) ret (\S+) time (\S+)$/

const stated = (of: string | undefined) => (of === 'null' ? null : of === 'true')

/** Each line as the event that it was; a sensor that fails is known to fail before the end that the server tells. */
const replay = async () => {
  const receiver = driver()
  const steps: { step: string; one: Condition }[] = []
  let [step, ids] = ['', 0]
  for (const line of firstRun) {
    if (line.startsWith('-- ')) step = line.slice(3)
    receiver.input.good = step !== 'bad quality'
    const [, type, branch = '', active, acked, retain, time = ''] = raw.exec(line) ?? []
    if (type === undefined) continue
    const isCondition = type === 'ns=0;i=9341'
    const event = changes({
      EventId: Buffer.from([++ids]),
      EventType: node(type),
      BranchId: branch === 'undefined' ? null : node(branch),
      'ActiveState.Id': stated(active),
      'AckedState.Id': stated(acked),
      Retain: stated(retain),
      Time: new Date(time),
      ReceiveTime: new Date(time),
      ...(isCondition ? {} : { ConditionId: null }),
      ...(active === 'false' ? { Message: text('Back to normal'), Severity: 0 } : {}),
    })
    for (const one of await receiver.conditions(event)) steps.push({ step, one })
  }
  return { steps, receiver }
}

test('audits, transitions and markers tell nothing; conditions tell what happened', async () => {
  const { steps } = await replay()
  const recorded = steps.map(
    ({ step, one }) =>
      `${step}: ${one.branch ? 'branch ' : ''}${one.active ? 'active' : 'normal'}${one.acked ? ' acked' : ''}`,
  )
  expect(recorded).toEqual([
    'set 1.7 (High): active',
    'set 2.1 (HighHigh): active',
    'ack: active acked',
    'normal 1.0: normal acked',
    'confirm: normal acked',
    'set 1.7 then back w/o ack -> branch?: active',
    'set 1.7 then back w/o ack -> branch?: branch active',
    // The server called it acknowledged; nobody had.
    'set 1.7 then back w/o ack -> branch?: normal',
    'set 1.7 then back w/o ack -> branch?: active',
    'ConditionRefresh: active',
    // And a failed sensor is no return to normal.
    'bad quality: branch active',
  ])
})

test('at its end the alarm stands, with two earlier occurrences that nobody has acknowledged', async () => {
  const { receiver } = await replay()
  const [[condition, held] = ['', undefined]] = receiver.book.trunks()
  expect(held).toMatchObject({ active: true, acked: false })
  expect(receiver.book.branchesOf(condition)).toHaveLength(2)
})
