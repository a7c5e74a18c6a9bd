// How is a plant held on to, through restarts, cut cables and certificates that nobody has trusted yet?
import type { ClientSubscription, OPCUAClient } from 'node-opcua'
import type { Command, Condition, Observation } from '../port.ts'
import { type Answer, createCommands } from './commands.ts'
import { createHearing } from './hearing.ts'
import { makeClient, openCertificates, userOf } from './identity.ts'
import type { Item } from './items.ts'
import { createOutlet } from './outlet.ts'
import { createReader, type Line } from './reader.ts'
import { judged, type Refused } from './refusals.ts'
import type { LinkSettings } from './settings.ts'
import { subscribe } from './subscriptions.ts'
import { words } from './words.ts'

export type Health = { state: 'connecting' | 'connected' | 'lost' | 'refused' | 'closed'; reason: Refused | null; detail: string; at: Date }
export type Gap = { reason: 'back-pressure' | 'line'; from: Date; to: Date | null }

export type LinkDeps = {
  settings: LinkSettings
  items: readonly Item[]
  /** Objects of the plant that stand for a device of ours. */
  sources?: ReadonlyMap<string, string>
  /** Conditions that stood open when this process began. */
  known?: readonly Condition[]
  /** The folder of this link's certificates. */
  certificates: string
  /** Done before each attempt to connect, which is given up when it fails. */
  beforeConnecting?: () => Promise<unknown>
  /** What the server that we are connected with has shown. */
  onCertificate?: (certificate: Uint8Array) => void
  /** Delivered again until it resolves. */
  onObservation: (observations: Observation[]) => void | Promise<void>
  onHealth: (health: Health) => void
  onGap?: (gap: Gap) => void
  onAlive?: (at: Date) => void
  /** Something that people who keep the link should know, and that does not end it. */
  onComplaint?: (words: string) => void
  now?: () => Date
  waits?: Waits
  /** How many observations may wait. */
  most?: number
}

/** `reconnectMs`: the first and the longest pause of the stack before it dials again, after a break. */
type Waits = { againMs: number; refusedMs: number; reconnectMs: [first: number, most: number] }

export type Link = ReturnType<typeof openLink>

/** Somebody may trust a certificate at any moment, and to look costs the plant little; a wrong password may lock an account. */
const untrustedMs = 10_000
const usualWaits: Waits = { againMs: 2_000, refusedMs: 300_000, reconnectMs: [1_000, 20_000] }

/** Holds the link until it is closed; whatever happens to the line is told by `onHealth` and tried again. */
export const openLink = (deps: LinkDeps) => {
  const { settings, now = () => new Date() } = deps
  const state: State = { line: null, opening: null }
  const closing = new AbortController()
  const tell: Telling = (to, detail, reason = null) => deps.onHealth({ state: to, reason, detail, at: now() })
  const resumed = (on: boolean) => on && hearing.refresh.want()
  const outlet = createOutlet({
    deliver: deps.onObservation,
    publishing: (on) =>
      void state.line?.subscription.setPublishingMode(on).then(
        () => resumed(on),
        () => undefined,
      ),
    gap: (reason, from, to) => deps.onGap?.({ reason, from, to }),
    now,
    ...(deps.most ? { most: deps.most } : {}),
  })
  const reader = createReader(() => state.line)
  const hearing = createHearing({
    ...{ settings, items: deps.items, sources: deps.sources ?? new Map(), known: deps.known ?? [], outlet, reader, now },
    complain: (said) => deps.onComplaint?.(said),
    alive: (at) => deps.onAlive?.(at),
  })
  const nap = wakeable(closing.signal)
  const keeping = keep({ deps, state, hearing, tell, nap, now, closing: closing.signal })
  const { book, refresh } = hearing
  const commands = createCommands({ session: () => state.line?.session ?? null, book, refresh, nodeOf: reader.nodeOf, now })
  return {
    carryOut: (command: Command): Promise<Answer> => commands.carryOut(command),
    /** Tries at once what would be tried later: somebody has trusted the certificate. */
    again: (): void => nap.wake(),
    /** Lets go of the connection and connects anew: its certificate may be trusted no longer. */
    renew: async (): Promise<void> => {
      nap.wake()
      await state.opening?.disconnect().catch(() => undefined)
    },
    waiting: (): number => outlet.waiting(),
    close: async (): Promise<void> => {
      closing.abort()
      // One that has a session ends by itself now.
      if (state.line === null) await state.opening?.disconnect().catch(() => undefined)
      await keeping
      await hearing.close()
      await outlet.close()
      tell('closed', words.closed)
    },
  }
}

type Telling = (to: Health['state'], detail: string, reason?: Refused | null) => void
type Keeping = {
  deps: LinkDeps
  state: State
  hearing: ReturnType<typeof createHearing>
  tell: Telling
  nap: ReturnType<typeof wakeable>
  now: () => Date
  closing: AbortSignal
}

/** One connection after the other. What would be refused again waits for people. */
const keep = async (given: Keeping): Promise<void> => {
  const { deps, tell, nap, closing } = given
  const { againMs, refusedMs } = deps.waits ?? usualWaits
  const breaking = breaks(given)
  while (!closing.aborted) {
    tell('connecting', words.connecting)
    try {
      await once({ ...given, ...breaking })
      await nap.sleep(againMs)
    } catch (error) {
      const refused = judged(error as Error)
      if (!closing.aborted) tell(refused ? 'refused' : 'lost', `${refused ? words[refused] : words.lost}: ${said(error)}`, refused)
      const soon = refused === 'untrusted' || refused === 'expired'
      await nap.sleep(soon ? Math.min(refusedMs, untrustedMs) : refused ? refusedMs : againMs)
    }
  }
}

/** Between the loss of a line and its return lies a gap; what happened in it is asked for. */
const breaks = ({ deps, hearing, tell, now }: Keeping) => {
  let lostAt: Date | null = null
  return {
    lost: (): void => {
      lostAt ??= now()
      hearing.away()
      deps.onGap?.({ reason: 'line', from: lostAt, to: null })
      tell('lost', words.lost)
    },
    found: (): void => {
      if (lostAt) deps.onGap?.({ reason: 'line', from: lostAt, to: now() })
      lostAt = null
      hearing.refresh.want()
      tell('connected', words.connected)
    },
  }
}

type Live = Line & { subscription: ClientSubscription }
type State = { line: Live | null; opening: OPCUAClient | null }
type Once = {
  deps: LinkDeps
  state: State
  hearing: ReturnType<typeof createHearing>
  lost: () => void
  found: () => void
  closing: AbortSignal
}

const said = (error: unknown): string => (error as Error).message.replace(/\s+/g, ' ').slice(0, 200)

/** One connection from its opening to its end. The stack itself reconnects after a break; only what it gives up ends it. */
const once = async ({ deps, state, hearing, lost, found, closing }: Once): Promise<void> => {
  await deps.beforeConnecting?.()
  const certificates = await openCertificates(deps.certificates)
  const client = makeClient(deps.settings, certificates, (deps.waits ?? usualWaits).reconnectMs)
  state.opening = client
  const ended = new Promise<void>((resolve) => {
    client.on('close', () => resolve())
    closing.addEventListener('abort', () => resolve(), { once: true })
  })
  client.on('connection_lost', lost)
  try {
    await client.connect(deps.settings.url)
    const session = await client.createSession(userOf(deps.settings.identity))
    const namespaces = await session.readNamespaceArray()
    const subscription = await subscribe(session, deps.settings, { items: deps.items, namespaces, on: hearing.on })
    state.line = { session, namespaces, subscription, subscriptionId: () => subscription.subscriptionId }
    const over = new Promise<void>((resolve) => {
      session.on('session_closed', () => resolve())
      subscription.on('terminated', () => resolve())
      session.on(
        'session_restored',
        () =>
          void restored(session, namespaces).then(
            (same) => (same ? found() : resolve()),
            () => resolve(),
          ),
      )
    })
    const { serverCertificate: shown } = client
    if (shown) deps.onCertificate?.(Array.isArray(shown) ? shown[0]! : shown)
    found()
    await Promise.race([ended, over])
    if (!closing.aborted) lost()
  } finally {
    state.line = null
    hearing.away()
    await client.disconnect().catch(() => undefined)
    await certificates.dispose()
  }
}

/** A restarted server may number its namespaces anew: then every name is resolved again, on a new connection. */
const restored = async (session: Live['session'], before: readonly string[]): Promise<boolean> => {
  const after = await session.readNamespaceArray()
  return JSON.stringify(after) === JSON.stringify(before)
}

/** Sleeps that end when somebody wakes them, or for good. */
const wakeable = (forGood: AbortSignal) => {
  let wake = (): void => undefined
  forGood.addEventListener('abort', () => wake(), { once: true })
  return {
    wake: () => wake(),
    sleep: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        if (forGood.aborted || ms === 0) return resolve()
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
