// How far is the clock of a device off ours, and from which of its frames may that be learned?

/** Moments and spans in ms. `offset`: our clock less the device's. */
export type DeviceClock = {
  /** Null: unknown. */
  offset: number | null
  /** When it was learned or last corrected. */
  learnedAt: number
  /** The newest moment of the device, by our clock. */
  newest: number | null
  /** Frames that agree with each other and not yet with what is known. */
  run: Run | null
}

type Run = {
  kind: 'own' | 'astray' | 'beat'
  began: number
  sent: number
  offset: number
  count: number
}

/**
 * How sure it is that a frame was sent when it came. `answer`: it answers what we have just asked; `beat`: a sign-in or a heartbeat; `data`: it may
 * have been kept; `again`: it says itself that it is sent once more.
 */
export type Sureness = 'answer' | 'beat' | 'data' | 'again'

/** `sent`: by the device's own clock, null where it names none. `prior`: the offset of a platform that has passed it on live. */
export type Frame = { sent: number | null; sureness: Sureness; prior?: number | null }

export const unknownClock: DeviceClock = { offset: null, learnedAt: 0, newest: null, run: null }

/** So far from its receipt a frame may be said to be live, and a clock to be right. */
export const liveMs = 120_000
const steadyMs = 60_000
const stepMs = 10_000
/** One second in an hour: more than any clock of quartz drifts. */
const driftPerMs = 1 / 3_600
const dayMs = 86_400_000

/** Before this a clock was never set: it says nothing. */
const firstMoment = Date.UTC(2010, 0, 1)
export const isTime = (moment: number | null): moment is number =>
  moment !== null && moment >= firstMoment

/**
 * The clock after a frame was received. An offset is learned at once from an answer, from a heartbeat that agrees with our clock or with the one before,
 * and from live data of a platform whose own clock is known. Data alone teach it where three frames, two minutes apart, have come within two minutes of
 * the moment that they name: kept ones cannot, since they are as old as the delay. What is known never moves by more than a clock drifts to make old
 * frames young; where three frames in five minutes agree on another offset, nothing is known any more.
 */
export const clockAfter = (clock: DeviceClock, frame: Frame, receipt: number): DeviceClock => {
  const { sent, sureness } = frame
  if (!isTime(sent)) return clock
  const sample = receipt - sent
  if (sureness === 'answer') return learned(clock, sample, sent, receipt)
  if (sureness === 'beat') return beaten(clock, sample, sent, receipt)
  if (sureness === 'again') return noted(clock, sent, receipt)
  const { prior = null } = frame
  const known =
    clock.offset ?? (prior !== null && Math.abs(sample - prior) <= liveMs ? prior : null)
  if (known === null) return alone(clock, sample, sent, receipt)
  const before =
    clock.offset === null ? { ...clock, offset: known, learnedAt: receipt, run: null } : clock
  if (Math.abs(sample - known) <= liveMs)
    return noted(followed(before, sample, known, receipt), sent, receipt)
  return noted(astray(before, sample, sent, receipt), sent, receipt)
}

/** By our clock; a clock within two minutes is right, so that what is sent again keeps its moment. */
export const corrected = ({ offset }: Pick<DeviceClock, 'offset'>, moment: number): number =>
  moment + (offset === null || Math.abs(offset) <= liveMs ? 0 : offset)

const learned = (
  clock: DeviceClock,
  sample: number,
  sent: number,
  receipt: number,
): DeviceClock => {
  const steady = clock.offset !== null && Math.abs(sample - clock.offset) <= steadyMs
  const offset = steady ? clock.offset : sample
  return noted({ ...clock, offset, learnedAt: receipt, run: null }, sent, receipt)
}

/** What was on its way for long looks like a clock that is slow, never like one that is fast: so only a second one in step is believed about that. */
const beaten = (clock: DeviceClock, sample: number, sent: number, receipt: number): DeviceClock => {
  const { offset, run } = clock
  if (offset === null ? Math.abs(sample) <= liveMs : sample - offset <= liveMs)
    return learned(clock, sample, sent, receipt)
  const second =
    run?.kind === 'beat' && Math.abs(sample - run.offset) <= stepMs && receipt - run.began >= stepMs
  if (second) return learned(clock, sample, sent, receipt)
  const same = run?.kind === 'beat' && Math.abs(sample - run.offset) <= stepMs
  return same
    ? clock
    : { ...clock, run: { kind: 'beat', began: receipt, sent, offset: sample, count: 1 } }
}

const followed = (
  clock: DeviceClock,
  sample: number,
  known: number,
  receipt: number,
): DeviceClock => {
  const behind = sample - known
  if (behind < -steadyMs) return { ...clock, offset: sample, learnedAt: receipt, run: null }
  const drift = Math.min(behind, (receipt - clock.learnedAt) * driftPerMs)
  if (behind > steadyMs && drift >= stepMs)
    return { ...clock, offset: known + drift, learnedAt: receipt, run: null }
  return clock.run === null ? clock : { ...clock, run: null }
}

/** Nothing is known: the frames of a device whose clock is right are in step with ours. */
const alone = (clock: DeviceClock, sample: number, sent: number, receipt: number): DeviceClock => {
  if (Math.abs(sample) > liveMs) return clock
  const run = stepped(clock.run, 'own', sample, sent, receipt)
  const enough = run.count >= 3 && receipt - run.began >= liveMs
  return enough
    ? noted({ ...clock, offset: run.offset, learnedAt: receipt, run: null }, sent, receipt)
    : { ...clock, run }
}

/** Something is known, and the frames do not agree with it. */
const astray = (clock: DeviceClock, sample: number, sent: number, receipt: number): DeviceClock => {
  const before =
    clock.run?.kind === 'astray' && Math.abs(sample - clock.run.offset) <= liveMs ? clock.run : null
  const run = stepped(before, 'astray', sample, sent, receipt)
  if (run.count < 3 || receipt - run.began < 2.5 * liveMs) return { ...clock, run }
  const right = Math.abs(sample) <= liveMs
  return { ...clock, offset: right ? run.offset : null, learnedAt: receipt, run: null }
}

/** The same frame once more is no step. */
const stepped = (
  run: Run | null,
  kind: Run['kind'],
  sample: number,
  sent: number,
  receipt: number,
): Run => {
  if (run === null || run.kind !== kind)
    return { kind, began: receipt, sent, offset: sample, count: 1 }
  return sent > run.sent
    ? { ...run, sent, offset: Math.min(run.offset, sample), count: run.count + 1 }
    : run
}

const noted = (clock: DeviceClock, sent: number, receipt: number): DeviceClock => {
  const at = corrected(clock, sent)
  if (clock.offset === null || at > receipt + dayMs) return clock
  return { ...clock, newest: Math.max(clock.newest ?? 0, Math.min(at, receipt)) }
}
