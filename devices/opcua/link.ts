// How is a plant held on to, through restarts, cut cables and certificates that nobody has trusted yet?
import type { Command, Condition, Observation } from '../port/port.ts'
import { type Answer, createCommands } from './commands.ts'
import { type ConnectionDeps, once, type State, Unhealthy } from './connection.ts'
import { createOutlet } from './outlet.ts'
import { createProcessor } from './processor.ts'
import { createReader } from './reader.ts'
import { judged, type Refused } from './refusals.ts'
import { words } from './words.ts'

export type Health = {
  state: 'connecting' | 'connected' | 'lost' | 'refused' | 'closed'
  reason: Refused | null
  detail: string
  at: Date
}
export type Gap = { reason: 'back-pressure' | 'line'; from: Date; to: Date | null }

export type LinkDeps = ConnectionDeps & {
  /** Objects of the plant that stand for a device of ours. */
  sources?: ReadonlyMap<string, string>
  /** Conditions that stood open when this process began. */
  known?: readonly Condition[]
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
const usualWaits: Waits = { againMs: 2_000, refusedMs: 300_000, reconnectMs: [1_000, 8_000] }

/** Who was well for so long is dialled at once again; who takes too much waits the longest, so that he takes little of the process. */
const wellMs = 60_000
const wellAgainMs = 8_000
const mostIllMs = 60_000

/** Holds the link until it is closed; whatever happens to the connection is told by `onHealth` and tried again. */
export const openLink = (deps: LinkDeps) => {
  const { settings, now = () => new Date() } = deps
  const state: State = { live: null, opening: null }
  const closing = new AbortController()
  const reportHealth: ReportHealth = (to, detail, reason = null) =>
    deps.onHealth({ state: to, reason, detail, at: now() })
  const resumed = (on: boolean) => on && processor.refresh.want()
  const outlet = createOutlet({
    deliver: deps.onObservation,
    publishing: (on) =>
      void state.live?.subscription.setPublishingMode(on).then(
        () => resumed(on),
        () => undefined,
      ),
    gap: (reason, from, to) => deps.onGap?.({ reason, from, to }),
    now,
    ...(deps.most ? { most: deps.most } : {}),
  })
  const reader = createReader(() => state.live)
  const processor = createProcessor({
    settings,
    items: deps.items,
    sources: deps.sources ?? new Map(),
    known: deps.known ?? [],
    outlet,
    reader,
    now,
    complain: (complaint) => deps.onComplaint?.(complaint),
    alive: (at) => deps.onAlive?.(at),
  })
  const nap = wakeable(closing.signal)
  const running = keep({ deps, state, processor, reportHealth, nap, now, closing: closing.signal })
  const { book, refresh } = processor
  const commands = createCommands({
    session: () => state.live?.session ?? null,
    book,
    refresh,
    reader,
    now,
  })
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
      if (state.live === null) await state.opening?.disconnect().catch(() => undefined)
      await running
      await processor.close()
      await outlet.close()
      reportHealth('closed', words.closed)
    },
  }
}

type ReportHealth = (to: Health['state'], detail: string, reason?: Refused | null) => void
type LinkContext = {
  deps: LinkDeps
  state: State
  processor: ReturnType<typeof createProcessor>
  reportHealth: ReportHealth
  nap: ReturnType<typeof wakeable>
  now: () => Date
  closing: AbortSignal
}

/** One connection after the other. What would be refused again waits for people; what was unhealthy, ever longer. */
const keep = async (given: LinkContext): Promise<void> => {
  const { deps, reportHealth, nap, now, closing } = given
  const { againMs, reconnectMs } = deps.waits ?? usualWaits
  const breaking = breaks(given)
  let ill = 0
  while (!closing.aborted) {
    reportHealth('connecting', words.connecting)
    const begun = now().getTime()
    try {
      await once({ ...given, ...breaking, reconnectMs })
      await nap.sleep(againMs)
    } catch (error) {
      if (now().getTime() - begun > wellMs) ill = 0
      if (error instanceof Unhealthy) {
        breaking.lost()
        reportHealth('lost', words[error.why])
        await nap.sleep(Math.min(againMs * 2 ** ill++, longestWait(error)))
        continue
      }
      const refused = judged(error as Error)
      if (!closing.aborted) reportFailure(given, refused, messageOf(error))
      await nap.sleep(waitAfter(given, refused))
    }
  }
}

/** What the network answers is for whoever keeps the machine, not for whoever has typed the address. */
const reportFailure = (
  { deps, reportHealth }: LinkContext,
  refused: Refused | null,
  detail: string,
): void => {
  reportHealth(
    refused ? 'refused' : 'lost',
    refused ? `${words[refused]}: ${detail}` : words.lost,
    refused,
  )
  if (!refused) deps.onComplaint?.(detail)
}

const longestWait = ({ why }: Unhealthy): number => (why === 'too-much' ? mostIllMs : wellAgainMs)

const waitAfter = ({ deps }: LinkContext, refused: Refused | null): number => {
  const { againMs, refusedMs } = deps.waits ?? usualWaits
  if (refused === 'untrusted' || refused === 'expired') return Math.min(refusedMs, untrustedMs)
  return refused ? refusedMs : againMs
}

/** Between the loss of a connection and its return lies a gap; what happened in it is asked for. */
const breaks = ({ deps, processor, reportHealth, now }: LinkContext) => {
  let lostAt: Date | null = null
  return {
    lost: (): void => {
      lostAt ??= now()
      processor.away()
      deps.onGap?.({ reason: 'line', from: lostAt, to: null })
      reportHealth('lost', words.lost)
    },
    found: (): void => {
      if (lostAt) deps.onGap?.({ reason: 'line', from: lostAt, to: now() })
      lostAt = null
      processor.refresh.want()
      reportHealth('connected', words.connected)
    },
  }
}

const messageOf = (error: unknown): string =>
  (error as Error).message.replace(/\s+/g, ' ').slice(0, 200)

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
