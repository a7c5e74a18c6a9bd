// Which acts may be written without a connection, and which of an order follow on which?
import { describe, expect, test } from 'vitest'
import { order } from '../../../domain/emergency-response/orders/order.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { eventsToFollow } from '../../../domain/engine/items/to-follow.ts'
import { definitionOf } from '../../../domain/model/process.ts'
import { processes } from '../../../domain/processes.ts'

const answers = [
  'receive-order',
  'begin-order',
  'report-progress',
  'ask-for-help',
  'finish-order',
  'refuse-order',
]

test('what may be written without a connection is the log, what is noted at a place, and what a unit answers to its order; no order goes out late', () => {
  const deferrable = Object.values(processes).flatMap((process) =>
    [
      ...Object.keys(process.events),
      ...(process.items ?? []).flatMap(({ events }) => Object.keys(events)),
    ].filter((type) => definitionOf(process, type)?.deferrable),
  )
  expect(deferrable.sort()).toEqual(
    ['note-event', 'note-visit', 'note-on-the-spot', ...answers].sort(),
  )
  for (const type of ['give-order', 'recall-order', 'end-response'])
    expect(definitionOf(emergencyResponse, type)?.deferrable).toBeUndefined()
})

describe('after an order', () => {
  test.each([
    ['that was only given, every answer may follow', { open: 'given' }, answers],
    [
      'that was received, it is not received again',
      { open: 'received' },
      answers.filter((type) => type !== 'receive-order'),
    ],
    [
      'that was begun, it is reported on and ended',
      { open: 'begun' },
      ['report-progress', 'ask-for-help', 'finish-order', 'refuse-order'],
    ],
    ['that is done, nothing follows', 'done', []],
  ])('%s', (_title, value, follow) => {
    const events = eventsToFollow(order.machine, { value })
    expect(answers.filter((type) => events.has(type))).toEqual(follow)
  })
})
