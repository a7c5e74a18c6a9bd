// How is one talk carried on, whatever carries its bytes: hear, store, then answer?
import type { DeviceClocks } from '../clocks/clocks.ts'
import type { Conversation, Framer, Heard, Piece } from '../frames/protocol.ts'
import type { Intake, Untaken } from '../intake/intake.ts'
import type { Command, Observation } from '../port/port.ts'
import type { FeedHealth } from './feed-health.ts'
import type { Links } from './links.ts'
import type { Quarantine } from './quarantine.ts'
import type { Unstored } from './unstored.ts'

export type TalkDeps = {
  feed: string
  clocks: DeviceClocks
  intake: Intake
  quarantine: Quarantine
  health: FeedHealth
  links: Pick<Links, 'lost' | 'found'>
  /** Commands that a device has answered. */
  answered: (answers: NonNullable<Heard['answered']>) => void
  now: () => Date
  /** How long to wait before what could not be stored is tried again, and for how long altogether. */
  storing: { againMs: number; patienceMs: number }
  /** Keeps what nobody would send again until it can be stored; absent: the sender is the one who keeps it. */
  aside?: (observations: Observation[], received: Date) => Promise<void>
  unstored: Unstored
}

/** What carries the bytes: a connection, or an address that packets come from. */
export type Carrier = {
  peer: string
  write: (bytes: Uint8Array) => void
  close: (why: string) => void
  isOpen: () => boolean
  /** Who speaks here is known now. */
  knows: (device: string) => void
  dial: (to: NonNullable<Heard['dial']>, device: string | null) => void
}

export type Talking = ReturnType<typeof createTalking>

const mostFaults = 20
const faultsWithinMs = 60_000
/** Longer than any one frame has to wait for its turn. */
const mostWaitMs = 10_000
/** A stranger: nothing of him is taken, one row a day says that he called. */
const strange = /^unknown-(device|peer|vehicle|station|source)$/

/**
 * One piece of the stream after the other: what is whole in it is heard, stored together, and then answered in its order; nothing further is
 * heard before that. What cannot be stored is tried again for a while; then the talk is given up unanswered, so that the sender sends again.
 */
export const createTalking = (
  deps: TalkDeps,
  carrier: Carrier,
  talk: { framer: Framer; conversation: Conversation },
) => {
  const { conversation, framer } = talk
  const line: Line = { device: null, bad: [] }
  let last: Promise<void> = Promise.resolve()
  const hear = async (pieces: Piece[]): Promise<void> => {
    if (!carrier.isOpen() && !deps.aside) return
    let all: Said[] = []
    const answer = (): Promise<void> => {
      const said = all
      all = []
      return serve(deps, carrier, line, said)
    }
    try {
      for (const piece of pieces) {
        const tried = await inTime(carrier, () => attempt(deps, conversation, piece), answer)
        if (!tried) return
        all.push({
          heard: noted(carrier, line, wholly(deps, line, piece, tried), tried.at),
          ...bytesOf(conversation, piece),
          at: tried.at,
        })
        if (all.at(-1)?.heard.close !== undefined) break
      }
    } finally {
      // Also what was said before a frame at which the talk breaks.
      await answer()
    }
  }
  const say = (heard: Heard): Promise<void> =>
    serve(deps, carrier, line, [
      { heard: noted(carrier, line, heard, deps.now()), bytes: nothing, at: deps.now() },
    ])
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: Error) => defect(deps, carrier, line.device, error))
    return last
  }
  return {
    open: () => inTurn(() => say(conversation.open(deps.now()))),
    bytes: (bytes: Uint8Array) => inTurn(() => hear(framer.push(bytes))),
    /** A packet is whole: half a frame at its end will never be finished. */
    packet: (bytes: Uint8Array) =>
      inTurn(async () => {
        await hear(framer.push(bytes))
        if (framer.held() > 0) await hear(framer.giveUp())
      }),
    giveUp: () => inTurn(() => hear(framer.giveUp())),
    /** Resolves when all that has come is dealt with. */
    settled: () => last,
    tick: () => inTurn(() => say(conversation.tick(deps.now()))),
    held: () => framer.held(),
    device: () => line.device,
    takesCommands: () => conversation.command !== undefined,
    command: (command: Command) =>
      inTurn(async () => {
        if (conversation.command) await say(conversation.command(command, deps.now()))
      }),
  }
}

type Attempt = { heard: Heard; at: Date; first: Date | null }

const attempt = (
  { feed, unstored, now }: TalkDeps,
  conversation: Conversation,
  piece: Piece,
): Attempt => {
  const at = now()
  const first = piece.ok ? unstored.first(feed, piece.frame) : null
  return { heard: conversation.hear(piece, at, first ?? undefined), at, first }
}

const wholly = (
  { feed, health }: TalkDeps,
  line: Line,
  piece: Piece,
  { heard, at, first }: Attempt,
): Heard => {
  if (piece.ok) health.frame(feed, at, lagOf(heard, at))
  const told = piece.ok || heard.faults.length > 0
  return since(
    told
      ? heard
      : { ...heard, faults: [{ ...piece.fault, device: line.device, bytes: piece.bytes }] },
    first,
  )
}

/**
 * Who says more than may be taken is read more slowly: what he said before is answered, and nothing further is read until the next may be
 * taken. Null: he has left meanwhile.
 */
const inTime = async (
  carrier: Carrier,
  attempt: () => Attempt,
  answer: () => Promise<void>,
): Promise<Attempt | null> => {
  let tried = attempt()
  for (
    const end = Date.now() + mostWaitMs;
    tried.heard.waitMs !== undefined && Date.now() < end;
    tried = attempt()
  ) {
    const { waitMs } = tried.heard
    await answer()
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    if (!carrier.isOpen()) return null
  }
  return tried
}

/** Who speaks, once he has said so, and when he spoke badly, ms. */
type Line = { device: string | null; bad: number[] }

const nothing = new Uint8Array(0)

/** `bytes`: what may be kept of what it was heard of, if it was heard of anything. */
type Said = { heard: Heard; bytes: Uint8Array; frame?: Uint8Array; at: Date }

const bytesOf = ({ keptOf }: Conversation, piece: Piece): Pick<Said, 'bytes' | 'frame'> =>
  piece.ok
    ? { bytes: keptOf?.(piece.frame) ?? piece.frame, frame: piece.frame }
    : { bytes: nothing }

const since = (heard: Heard, first: Date | null): Heard =>
  first === null
    ? heard
    : {
        ...heard,
        observations: heard.observations.map((one) => ({
          ...one,
          firstHeard: first.toISOString(),
        })),
      }

/** Who speaks, and whether too much of what he says is bad: then it is the last that is heard of him. */
const noted = (carrier: Carrier, line: Line, heard: Heard, at: Date): Heard => {
  if (heard.device !== undefined && heard.device !== line.device) {
    line.device = heard.device
    carrier.knows(heard.device)
  }
  const ms = at.getTime()
  if (isBad(heard)) line.bad = [...line.bad.filter((before) => ms - before < faultsWithinMs), ms]
  return line.bad.length >= mostFaults
    ? { ...heard, close: heard.close ?? 'too many bad frames' }
    : heard
}

const serve = async (deps: TalkDeps, carrier: Carrier, line: Line, all: Said[]): Promise<void> => {
  for (const { heard } of all) for (const fault of heard.faults) refuse(deps, carrier, fault)
  const tells = all.filter(({ heard }) => heard.observations.length > 0)
  if (tells.length > 0) {
    const kept = await stored(deps, carrier, all)
    for (const said of tells) settled(deps, said, kept)
    if (!kept) return carrier.close('what was said could not be stored')
  }
  for (const { heard } of all) reply(deps, carrier, line, heard)
}

const reply = (
  deps: TalkDeps,
  carrier: Carrier,
  line: Line,
  { answered, replies, dial, close }: Heard,
): void => {
  if (answered) deps.answered(answered)
  for (const bytes of replies) carrier.write(bytes)
  if (dial) carrier.dial(dial, line.device)
  if (close !== undefined) carrier.close(close)
}

/** What could not be stored was never heard, but for when it was. */
const settled = ({ feed, unstored }: TalkDeps, { heard, frame, at }: Said, kept: boolean): void => {
  if (!kept) heard.forget?.()
  if (!frame) return
  if (kept) unstored.stored(feed, frame)
  else unstored.failed(feed, frame, at)
}

/** A protocol that throws has a defect: it is told where the frames are, and the connection begins anew. */
const defect = (deps: TalkDeps, carrier: Carrier, device: string | null, error: Error): void => {
  refuse(deps, carrier, { reason: 'defect', at: 0, words: error.message, device, bytes: nothing })
  carrier.close('defect')
}

const isBad = ({ faults, observations }: Heard): boolean =>
  faults.some(({ mild }) => !mild) && observations.length === 0

const lagOf = ({ observations }: Heard, now: Date): number | null => {
  const live = observations.filter(
    ({ flags }) => !flags.includes('late') && !flags.includes('retx'),
  )
  return live.length === 0
    ? null
    : now.getTime() - Math.max(...live.map(({ at }) => Date.parse(at)))
}

const refuse = (
  { feed, quarantine, health, now }: TalkDeps,
  { peer }: Carrier,
  fault: Heard['faults'][number],
): void => {
  const { reason, at, words, device, bytes } = fault
  health.fault(feed)
  quarantine.refuse({ feed, device, peer, reason, offset: at, words, bytes }, now())
  // Without its number nobody can enrol it; an address of the network is none.
  if (device !== null && strange.test(reason)) quarantine.stranger(feed, device, peer, now())
}

/** False: PostgreSQL stayed away for too long, or the line has ended. */
const stored = async (deps: TalkDeps, carrier: Carrier, all: Said[]): Promise<boolean> => {
  const { intake, feed, now, storing } = deps
  const observations = all.flatMap(({ heard }) => heard.observations)
  const received = now()
  for (const end = Date.now() + storing.patienceMs; ; ) {
    try {
      told(deps, carrier, await intake(feed, observations, received), all)
      deps.health.stored(feed)
      return true
    } catch (error) {
      if (await keptAside(deps, observations, received, error as Error)) return true
      if (
        (error as Error).name === 'LineLost' ||
        Date.now() + storing.againMs > end ||
        !carrier.isOpen()
      )
        return false
      deps.health.state(feed, 'down', cannotStore(error as Error))
      await new Promise((resolve) => setTimeout(resolve, storing.againMs))
    }
  }
}

const cannotStore = ({ message }: Error): string => `cannot store: ${message.slice(0, 200)}`

/** Whether somebody other than the sender keeps it. Of a disk that takes nothing the sender gets to feel, who is no longer read. */
const keptAside = async (
  { aside, feed, health }: TalkDeps,
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
  { feed, quarantine, health, now }: TalkDeps,
  { peer }: Carrier,
  untaken: Untaken[],
  all: Said[],
): void => {
  for (const { device, reason, of } of untaken) {
    const { bytes } = all.find(({ heard }) => heard.observations.includes(of)) ?? { bytes: nothing }
    if (reason === 'unknown-device') quarantine.stranger(feed, device, peer, now())
    quarantine.refuse({ feed, device, peer, reason, offset: 0, words: device, bytes }, now())
    health.fault(feed)
  }
}
