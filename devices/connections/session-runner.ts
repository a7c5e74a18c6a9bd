// How is one session carried on, whatever carries its bytes: receive, store, then answer?
import type { DeviceClocks } from '../clocks/clocks.ts'
import type { Framer, FramerResult, Session, SessionOutput } from '../frames/protocol.ts'
import type { Intake, Untaken } from '../intake/intake.ts'
import type { Command, Observation } from '../port/port.ts'
import type { FeedHealth } from './feed-health.ts'
import type { Links } from './links.ts'
import type { Quarantine } from './quarantine.ts'
import type { Unstored } from './unstored.ts'

export type IngestDeps = {
  feed: string
  clocks: DeviceClocks
  intake: Intake
  quarantine: Quarantine
  health: FeedHealth
  links: Pick<Links, 'lost' | 'found'>
  /** Commands that a device has answered. */
  answered: (answers: NonNullable<SessionOutput['answered']>) => void
  now: () => Date
  /** How long to wait before what could not be stored is tried again, and for how long altogether. */
  storing: { againMs: number; patienceMs: number }
  /** Keeps what nobody would send again until it can be stored; absent: the sender is the one who keeps it. */
  aside?: (observations: Observation[], received: Date) => Promise<void>
  unstored: Unstored
}

/** What carries the bytes: a connection, or an address that packets come from. */
export type Transport = {
  peer: string
  write: (bytes: Uint8Array) => void
  close: (why: string) => void
  isOpen: () => boolean
  /** Who speaks here is known now. */
  knows: (device: string) => void
  dial: (to: NonNullable<SessionOutput['dial']>, device: string | null) => void
}

export type SessionRunner = ReturnType<typeof createSessionRunner>

const mostFaults = 20
const faultsWithinMs = 60_000
/** Longer than any one frame has to wait for its turn. */
const mostWaitMs = 10_000
/** A stranger: nothing of him is taken, one row a day says that he called. */
const strange = /^unknown-(device|peer|vehicle|station|source)$/

/**
 * One part of the stream after the other: what is whole in it is received, stored together, and then answered in its order; nothing further is
 * received before that. What cannot be stored is tried again for a while; then the session is given up unanswered, so that the sender sends again.
 */
export const createSessionRunner = (
  deps: IngestDeps,
  transport: Transport,
  protocol: { framer: Framer; session: Session },
) => {
  const { session, framer } = protocol
  const speaker: Speaker = { device: null, bad: [] }
  let last: Promise<void> = Promise.resolve()
  const receive = async (results: FramerResult[]): Promise<void> => {
    if (!transport.isOpen() && !deps.aside) return
    let all: Received[] = []
    const answer = (): Promise<void> => {
      const received = all
      all = []
      return serve(deps, transport, speaker, received)
    }
    try {
      for (const result of results) {
        const tried = await inTime(transport, () => attempt(deps, session, result), answer)
        if (!tried) return
        all.push({
          output: noted(
            transport,
            speaker,
            withFramerFault(deps, speaker, result, tried),
            tried.at,
          ),
          ...bytesOf(session, result),
          at: tried.at,
        })
        if (all.at(-1)?.output.close !== undefined) break
      }
    } finally {
      // Also what was said before a frame at which the session breaks.
      await answer()
    }
  }
  const answerWith = (output: SessionOutput): Promise<void> =>
    serve(deps, transport, speaker, [
      { output: noted(transport, speaker, output, deps.now()), bytes: nothing, at: deps.now() },
    ])
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: Error) => defect(deps, transport, speaker.device, error))
    return last
  }
  return {
    open: () => inTurn(() => answerWith(session.open(deps.now()))),
    bytes: (bytes: Uint8Array) => inTurn(() => receive(framer.push(bytes))),
    /** A packet is whole: half a frame at its end will never be finished. */
    packet: (bytes: Uint8Array) =>
      inTurn(async () => {
        await receive(framer.push(bytes))
        if (framer.held() > 0) await receive(framer.giveUp())
      }),
    giveUp: () => inTurn(() => receive(framer.giveUp())),
    /** Resolves when all that has come is dealt with. */
    settled: () => last,
    tick: () => inTurn(() => answerWith(session.tick(deps.now()))),
    held: () => framer.held(),
    device: () => speaker.device,
    takesCommands: () => session.command !== undefined,
    command: (command: Command) =>
      inTurn(async () => {
        if (session.command) await answerWith(session.command(command, deps.now()))
      }),
  }
}

type Attempt = { output: SessionOutput; at: Date; first: Date | null }

const attempt = (
  { feed, unstored, now }: IngestDeps,
  session: Session,
  result: FramerResult,
): Attempt => {
  const at = now()
  const first = result.ok ? unstored.first(feed, result.frame) : null
  return { output: session.receive(result, at, first ?? undefined), at, first }
}

const withFramerFault = (
  { feed, health }: IngestDeps,
  speaker: Speaker,
  result: FramerResult,
  { output, at, first }: Attempt,
): SessionOutput => {
  if (result.ok) health.frame(feed, at, lagOf(output, at))
  const isComplete = result.ok || output.faults.length > 0
  return since(
    isComplete
      ? output
      : { ...output, faults: [{ ...result.fault, device: speaker.device, bytes: result.bytes }] },
    first,
  )
}

/**
 * Who says more than may be taken is read more slowly: what he said before is answered, and nothing further is read until the next may be
 * taken. Null: he has left meanwhile.
 */
const inTime = async (
  transport: Transport,
  attempt: () => Attempt,
  answer: () => Promise<void>,
): Promise<Attempt | null> => {
  let tried = attempt()
  for (
    const end = Date.now() + mostWaitMs;
    tried.output.waitMs !== undefined && Date.now() < end;
    tried = attempt()
  ) {
    const { waitMs } = tried.output
    await answer()
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    if (!transport.isOpen()) return null
  }
  return tried
}

/** Who speaks, once he has said so, and when he spoke badly, ms. */
type Speaker = { device: string | null; bad: number[] }

const nothing = new Uint8Array(0)

/** `bytes`: what may be kept of what it was heard of, if it was heard of anything. */
type Received = { output: SessionOutput; bytes: Uint8Array; frame?: Uint8Array; at: Date }

const bytesOf = ({ redact }: Session, result: FramerResult): Pick<Received, 'bytes' | 'frame'> =>
  result.ok
    ? { bytes: redact?.(result.frame) ?? result.frame, frame: result.frame }
    : { bytes: nothing }

const since = (output: SessionOutput, first: Date | null): SessionOutput =>
  first === null
    ? output
    : {
        ...output,
        observations: output.observations.map((one) => ({
          ...one,
          firstReceivedAt: first.toISOString(),
        })),
      }

/** Who speaks, and whether too much of what he says is bad: then it is the last that is heard of him. */
const noted = (
  transport: Transport,
  speaker: Speaker,
  output: SessionOutput,
  at: Date,
): SessionOutput => {
  if (output.device !== undefined && output.device !== speaker.device) {
    speaker.device = output.device
    transport.knows(output.device)
  }
  const ms = at.getTime()
  if (isBad(output))
    speaker.bad = [...speaker.bad.filter((before) => ms - before < faultsWithinMs), ms]
  return speaker.bad.length >= mostFaults
    ? { ...output, close: output.close ?? 'too many bad frames' }
    : output
}

const serve = async (
  deps: IngestDeps,
  transport: Transport,
  speaker: Speaker,
  all: Received[],
): Promise<void> => {
  for (const { output } of all) for (const fault of output.faults) refuse(deps, transport, fault)
  const observed = all.filter(({ output }) => output.observations.length > 0)
  if (observed.length > 0) {
    const kept = await stored(deps, transport, all)
    for (const one of observed) settled(deps, one, kept)
    if (!kept) return transport.close('what was said could not be stored')
  }
  for (const { output } of all) reply(deps, transport, speaker, output)
}

const reply = (
  deps: IngestDeps,
  transport: Transport,
  speaker: Speaker,
  { answered, replies, dial, close }: SessionOutput,
): void => {
  if (answered) deps.answered(answered)
  for (const bytes of replies) transport.write(bytes)
  if (dial) transport.dial(dial, speaker.device)
  if (close !== undefined) transport.close(close)
}

/** What could not be stored was never heard, but for when it was. */
const settled = (
  { feed, unstored }: IngestDeps,
  { output, frame, at }: Received,
  kept: boolean,
): void => {
  if (!kept) output.forget?.()
  if (!frame) return
  if (kept) unstored.stored(feed, frame)
  else unstored.failed(feed, frame, at)
}

/** A protocol that throws has a defect: it is told where the frames are, and the connection begins anew. */
const defect = (
  deps: IngestDeps,
  transport: Transport,
  device: string | null,
  error: Error,
): void => {
  refuse(deps, transport, { reason: 'defect', at: 0, words: error.message, device, bytes: nothing })
  transport.close('defect')
}

const isBad = ({ faults, observations }: SessionOutput): boolean =>
  faults.some(({ mild }) => !mild) && observations.length === 0

const lagOf = ({ observations }: SessionOutput, now: Date): number | null => {
  const live = observations.filter(
    ({ flags }) => !flags.includes('late') && !flags.includes('retx'),
  )
  return live.length === 0
    ? null
    : now.getTime() - Math.max(...live.map(({ at }) => Date.parse(at)))
}

const refuse = (
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
const stored = async (
  deps: IngestDeps,
  transport: Transport,
  all: Received[],
): Promise<boolean> => {
  const { intake, feed, now, storing } = deps
  const observations = all.flatMap(({ output }) => output.observations)
  const received = now()
  for (const end = Date.now() + storing.patienceMs; ; ) {
    try {
      noteUntaken(deps, transport, await intake(feed, observations, received), all)
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
const noteUntaken = (
  { feed, quarantine, health, now }: IngestDeps,
  { peer }: Transport,
  untaken: Untaken[],
  all: Received[],
): void => {
  for (const { device, reason, of } of untaken) {
    const { bytes } = all.find(({ output }) => output.observations.includes(of)) ?? {
      bytes: nothing,
    }
    if (reason === 'unknown-device') quarantine.stranger(feed, device, peer, now())
    quarantine.refuse({ feed, device, peer, reason, offset: 0, words: device, bytes }, now())
    health.fault(feed)
  }
}
