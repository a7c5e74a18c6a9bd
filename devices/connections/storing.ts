// How is what was said stored, tried again, kept aside or refused?
import type { SessionOutput } from '../frames/protocol.ts'
import type { Untaken } from '../intake/intake.ts'
import type { Observation } from '../port/port.ts'
import { type IngestDeps, noBytes, type Said, type Transport } from './ingest-deps.ts'

/** A stranger: nothing of him is taken, one row a day says that he called. */
const strange = /^unknown-(device|peer|vehicle|station|source)$/

export const refuseSaid = (
  { feed, quarantine, health, now }: IngestDeps,
  { peer }: Transport,
  fault: SessionOutput['faults'][number],
): void => {
  const { reason, at, words, device, bytes } = fault
  health.fault(feed)
  quarantine.refuse({ feed, device, peer, reason, offset: at, words, bytes }, now())
  // Without its number nobody can enrol it; an address of the network is none.
  if (device !== null && strange.test(reason)) quarantine.stranger(feed, device, peer, now())
}

/** False: PostgreSQL stayed away for too long, or the connection has ended. */
export const storeSaid = async (
  deps: IngestDeps,
  transport: Transport,
  all: Said[],
): Promise<boolean> => {
  const { intake, feed, now, storing } = deps
  const observations = all.flatMap(({ output }) => output.observations)
  const received = now()
  for (const end = Date.now() + storing.patienceMs; ; ) {
    try {
      told(deps, transport, await intake(feed, observations, received), all)
      deps.health.stored(feed)
      return true
    } catch (error) {
      if (await isSpooled(deps, observations, received, error as Error)) return true
      if (
        (error as Error).name === 'LeaseLost' ||
        Date.now() + storing.againMs > end ||
        !transport.isOpen()
      )
        return false
      deps.health.state(feed, 'down', cannotStore(error as Error))
      await new Promise((resolve) => setTimeout(resolve, storing.againMs))
    }
  }
}

const cannotStore = ({ message }: Error): string => `cannot store: ${message.slice(0, 200)}`

/** Whether somebody other than the sender keeps it. Of a disk that takes nothing the sender gets to feel, who is no longer read. */
const isSpooled = async (
  { aside, feed, health }: IngestDeps,
  observations: Observation[],
  received: Date,
  error: Error,
): Promise<boolean> => {
  if (!aside) return false
  try {
    await aside(observations, received)
    health.state(feed, 'down', cannotStore(error))
    return true
  } catch {
    return false
  }
}

/** What the register does not know yet may be read again once it does. */
const told = (
  { feed, quarantine, health, now }: IngestDeps,
  { peer }: Transport,
  untaken: Untaken[],
  all: Said[],
): void => {
  for (const { device, reason, of, words = device } of untaken) {
    const { bytes } = all.find(({ output }) => output.observations.includes(of)) ?? {
      bytes: noBytes,
    }
    if (reason === 'unknown-device') quarantine.stranger(feed, device, peer, now())
    quarantine.refuse({ feed, device, peer, reason, offset: 0, words, bytes }, now())
    health.fault(feed)
  }
}
