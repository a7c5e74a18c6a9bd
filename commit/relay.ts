// Who sends the wakes that were lost with their sender, or while Temporal was away?
import { setTimeout as sleep } from 'node:timers/promises'
import { leaseWakes, type WakeAddress } from '../db/cases/wakes.ts'
import type { Database } from '../db/client.ts'
import type { SendWake } from './sender.ts'

export type Relay = { stop: () => Promise<void> }

const everyMs = 1_000
/** At most so many a turn: after a long absence of Temporal the cases come back paced. */
const mostAtOnce = 64
const inFlight = 32
const deadlineMs = 2_000

/** Leases rows, commits, then sends: a relay that dies in between loses nothing, for the lease ends. Several may run beside one another. */
export const startRelay = (
  db: Pick<Database, 'execute'>,
  send: SendWake,
  warn: (kind: string) => void,
): Relay => {
  const stopping = new AbortController()
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await turn().catch((error: unknown) => warn(error instanceof Error ? error.name : 'unknown'))
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  async function turn(): Promise<void> {
    const left = (await leaseWakes(db, mostAtOnce))[Symbol.iterator]()
    let failed = 0
    const work = async () => {
      // What is left of the turn would fail as well: its lease ends, and it is tried again.
      for (const address of left) if (failed < inFlight) await sendOne(address)
    }
    const sendOne = (address: WakeAddress) =>
      send(address, deadlineMs).catch(() => {
        failed += 1
      })
    await Promise.all(Array.from({ length: inFlight }, work))
    if (failed > 0) warn(`${failed} wakes could not be sent`)
  }
}
