// What does a made-up device do on its connection? The socket is put round it by others.

/** Each answers the bytes to send now, in order; the same seed and the same moments give the same bytes. */
export type Simulated = {
  open: (now: Date) => Uint8Array[]
  receive: (bytes: Uint8Array, now: Date) => Uint8Array[]
  /** Called every few seconds. */
  tick: (now: Date) => Uint8Array[]
}

/** One that keeps what nobody has acknowledged yet; how many frames that are. */
export type Resending = Simulated & { unanswered: () => number }

/** Something that is due so many seconds after the line was first opened: a fire does not wait until the connection is mended. */
export type Step<Act extends string> = { after: number; act: Act }

/** Gives each step once, when it is due. */
export const stepsDue = <Act extends string>(
  steps: readonly Step<Act>[],
): ((seconds: number) => Act[]) => {
  const open = [...steps].sort((a, b) => a.after - b.after)
  return (seconds) => {
    const due = open.filter(({ after }) => after <= seconds)
    open.splice(0, due.length)
    return due.map(({ act }) => act)
  }
}

/** True at most once in so many seconds. */
export const every = (seconds: number): ((now: Date) => boolean) => {
  let last = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now.getTime() - last < seconds * 1000) return false
    last = now.getTime()
    return true
  }
}
