// How do all devices of the measured prefecture come to send, each to a process that serves it?
import { setTimeout as sleep } from 'node:timers/promises'
import { query } from '../../bin/infra/postgres/postgres.ts'
import type { Stage } from '../stage.ts'
import { listened, pushed, registerCity } from './devices-city.ts'
import { openSenders } from './devices-senders.ts'
import { createTally } from './devices-tally.ts'

const READY_MS = 60_000

/** Registers them, starts the process that hears them, and lets all begin; what is to be closed in the end goes to `open`. */
export const openDevices = async (stage: Stage, pushBase: string, open: (() => unknown)[]) => {
  const ports = await registerCity(stage.db)
  const devices = await stage.launch('devices', 'bin/devices.ts', {
    ...stage.env,
    PGAPPNAME: 'devices',
  })
  open.push(() => devices.stop('SIGKILL'))
  await serving(stage, [...listened, ...pushed])
  const tally = createTally()
  const senders = await openSenders({ folder: stage.folder, pushBase, ports }, tally)
  open.push(senders.close)
  await serving(stage, ['demo-plant'])
  senders.now.linked = true
  return { devices, tally, senders }
}

const serving = async ({ databaseUrl }: Stage, feeds: readonly string[]): Promise<void> => {
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(200)) {
    const { rows } = await query(
      databaseUrl,
      `SELECT feed FROM feed_states WHERE state IN ('listening', 'connected')`,
    )
    if (feeds.every((id) => rows.some(({ feed }) => feed === id))) return
  }
  throw new Error('not every feed is served')
}
