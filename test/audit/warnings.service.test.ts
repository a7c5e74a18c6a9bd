// Does the auditor see a warning that its receivers have not got?
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import {
  outboundDeliveries,
  outboundMessages,
  outboundReceivers,
} from '../../db/schema/devices/outbound.ts'
import { processes } from '../../domain/processes.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { at, NOW } from './rows.ts'

let connection: DatabaseConnection
let drop: () => Promise<void>
beforeEach(async () => {
  const database = await createDatabase()
  drop = database.drop
  connection = connect(database.url, 2)
  await connection.db.insert(outboundReceivers).values({
    id: 'hospital',
    name: '市急救中心',
    url: 'https://warning.example/cap',
    format: 'cap',
    leastLevel: 4,
  })
})
afterEach(async () => {
  await connection.close()
  await drop()
})

const found = async () => {
  const deps = { db: connection.db, processes, now: () => Date.parse(NOW), noticeWindowMs: 0 }
  return (await createRounds(deps)()).findings
    .filter(({ kind }) => kind === 'warning-undelivered')
    .map(({ words }) => words.zh)
}

type Told = Partial<typeof outboundDeliveries.$inferInsert> & {
  status?: 'Actual' | 'Exercise'
  minutes?: number
}
const incident = randomUUID()
const told = async ({ status = 'Actual', minutes = -20, place = 1, ...more }: Told) => {
  const identifier = randomUUID()
  await connection.db.insert(outboundMessages).values({
    identifier,
    incident,
    place,
    type: place === 1 ? 'Alert' : 'Update',
    status,
    synthetic: status === 'Exercise',
    sender: 'anjian.example',
    sent: at(minutes),
    level: 1,
    region: '330802',
    references: [],
    cap: '<alert/>',
    geojson: '{}',
    sha256: 'x',
  })
  await connection.db.insert(outboundDeliveries).values({
    message: identifier,
    receiver: 'hospital',
    incident,
    place,
    state: 'waiting',
    since: at(minutes),
    dueAt: at(0),
    ...more,
  })
}

test.each([
  ['waiting', 'unreachable', '待送达，无法连接'],
  ['refused', 'declined', '被拒绝，对方拒收'],
  ['given-up', 'bad-answer', '送达失败，答复不符合约定'],
] as const)(
  'promise (alarms): a warning that is %s is told until a later one arrives',
  async (state, error, words) => {
    await told({ state, error })
    expect(await found()).toEqual([
      `2026-03-10 09:40:00 的预警没有送达“市急救中心”（${words}）：请另行通知`,
    ])
    await told({ place: 2, minutes: -10, state: 'taken' })
    expect(await found()).toEqual([])
  },
)

test('what has just been sent, was taken, is an exercise or of the day before is none', async () => {
  await told({ minutes: -2 })
  await told({ place: 2, state: 'acknowledged' })
  await told({ place: 3, status: 'Exercise' })
  await told({ place: 4, minutes: -25 * 60, state: 'given-up', error: 'unreachable' })
  expect(await found()).toEqual([])
})
