// Does a connection with a plant have a healthy session, and does it ask no more than its share?
import type { OPCUAClient } from 'node-opcua'
import { createMeter, type Share } from '../port/share.ts'

/** `no-session`: for too long; `silent`: nothing is published, not even a sign of life; `too-much`: beyond its share. */
export type Sick = 'no-session' | 'silent' | 'too-much' | 'republish'

/** Milliseconds. `reachedMs`: since the server has been reached; `everMs`: whatever the reason is. */
export type Patience = { reachedMs: number; everMs: number; share: Share }

/** A restored session takes a second or two; one that is given up costs a gap that is marked, and a replay. */
export const usualPatience: Patience = {
  reachedMs: 8_000,
  everMs: 60_000,
  share: { most: 1_500, seconds: 5 },
}

/** What we ask because of what the plant says: as much as its own events want, in a flood too. */
const ours =
  /^(Read|TranslateBrowsePathsToNodeIds|Call|CreateMonitoredItems|SetPublishingMode)Request$/
/** So many answers to Republish that bring nothing new, and the server does not know how to end the asking (Part 4 §5.14.6). */
const mostEmpty = 3

type Watched = Pick<OPCUAClient, 'on'>
type Named = { schema: { name: string } }
type Republished = Named & { notificationMessage?: { sequenceNumber: number } }

/**
 * Watches one connection from its opening to its end and calls `sick` once when it has to be given up. `keepAliveMs`: how often the server
 * promises a sign of life.
 */
export const watch = (
  client: Watched,
  patience: Patience,
  sick: (why: Sick) => void,
  now: () => number = Date.now,
) => {
  const meter = createMeter(patience.share, now)
  const observed = {
    reached: null as number | null,
    unwell: now() as number | null,
    alive: now(),
    keepAliveMs: Number.POSITIVE_INFINITY,
  }
  let reported = false
  const report = (why: Sick): void => {
    if (reported) return
    reported = true
    sick(why)
  }
  client.on('send_request', (request) => {
    if (!ours.test((request as unknown as Named).schema.name) && meter.takes()) report('too-much')
  })
  client.on(
    'receive_response',
    republishes(() => report('republish')),
  )
  client.on('connection_lost', () => {
    observed.reached = null
    observed.unwell ??= now()
  })
  client.on('after_reconnection', () => {
    observed.reached ??= now()
  })
  const look = (): void => {
    const { reached, unwell, alive, keepAliveMs } = observed
    const at = now()
    if (unwell !== null && at - unwell > patience.everMs) report('no-session')
    else if (unwell !== null && reached !== null && at - reached > patience.reachedMs)
      report('no-session')
    else if (unwell === null && at - alive > 3 * keepAliveMs + patience.reachedMs) report('silent')
  }
  const timer = setInterval(look, 500)
  return {
    alive: (): void => {
      observed.alive = now()
    },
    /** There is a session that publishes. */
    healthy: (keepAliveMs: number): void => {
      Object.assign(observed, { unwell: null, alive: now(), keepAliveMs })
    },
    look,
    stop: () => clearInterval(timer),
  }
}

/** Each message may be had once; who answers with what was not asked for would be asked for ever. */
const republishes = (report: () => void) => {
  let [last, empty] = [0, 0]
  return (response: unknown): void => {
    const { schema, notificationMessage } = response as Republished
    if (schema.name !== 'RepublishResponse') return
    const sequence = notificationMessage?.sequenceNumber ?? 0
    empty = sequence > last ? 0 : empty + 1
    last = Math.max(sequence, last)
    if (empty >= mostEmpty) report()
  }
}
