// How is one session carried on, whatever carries its bytes: receive, store, then answer?
import type { Framer, FramerResult, Session, SessionOutput } from '../frames/protocol.ts'
import type { Command } from '../port/port.ts'
import { type IngestDeps, noBytes, type Said, type Transport } from './ingest-deps.ts'
import { refuseSaid, storeSaid } from './storing.ts'

export type SessionRunner = ReturnType<typeof createSessionRunner>

const mostFaults = 20
const faultsWithinMs = 60_000
/** Longer than any one frame has to wait for its turn. */
const mostWaitMs = 10_000

/**
 * One part of the stream after the other: what is whole in it is heard, stored together, and then answered in its order; nothing further is
 * received before that. What cannot be stored is tried again for a while; then the session is given up unanswered, so that the sender sends again.
 */
export const createSessionRunner = (
  deps: IngestDeps,
  transport: Transport,
  protocol: {
    framer: Framer
    session: Session
    /** We have called him ourselves, where the registry says that he is. */
    called?: boolean
  },
) => {
  const { session, framer, called = false } = protocol
  const speaker: Speaker = { device: null, named: null, bad: [] }
  let last: Promise<void> = Promise.resolve()
  const receive = async (results: FramerResult[]): Promise<void> => {
    if (!transport.isOpen() && !deps.aside) return
    let all: Said[] = []
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
            withFramerFault(deps, speaker, result, tried, called),
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
      { output: noted(transport, speaker, output, deps.now()), bytes: noBytes, at: deps.now() },
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
    /** Whom he has named last, whether we know him or not, and whether he has proved it or not. */
    named: () => speaker.named,
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
  called: boolean,
): SessionOutput => {
  // Of strangers, wrong passwords and rubbish a feed is not heard: they must not keep its silence quiet.
  const isOfKnown = called || (output.device ?? speaker.device) !== null
  if (result.ok && isOfKnown) health.frame(feed, at, lagOf(output, at))
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

/** Who speaks, once he has said so, whom he has named, and when he spoke badly, ms. */
type Speaker = { device: string | null; named: string | null; bad: number[] }

const bytesOf = ({ redact }: Session, result: FramerResult): Pick<Said, 'bytes' | 'frame'> =>
  result.ok
    ? { bytes: redact?.(result.frame) ?? result.frame, frame: result.frame }
    : { bytes: noBytes }

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
  speaker.named = namedIn(output) ?? speaker.named
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
  all: Said[],
): Promise<void> => {
  for (const { output } of all)
    for (const fault of output.faults) refuseSaid(deps, transport, fault)
  const observed = all.filter(({ output }) => output.observations.length > 0)
  if (observed.length > 0) {
    const kept = await storeSaid(deps, transport, all)
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
  { output, frame, at }: Said,
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
  refuseSaid(deps, transport, {
    reason: 'defect',
    at: 0,
    words: error.message,
    device,
    bytes: noBytes,
  })
  transport.close('defect')
}

const namedIn = ({ device, faults, observations }: SessionOutput): string | null =>
  device ?? observations[0]?.device ?? faults.find((one) => one.device !== null)?.device ?? null

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
