// How does what a plant tells reach its reader, who may be slower than the plant?
import type { Observation } from '../port/port.ts'

export type Outlet = ReturnType<typeof createOutlet>

type Deps = {
  deliver: (observations: Observation[]) => void | Promise<void>
  /** Asks the server to hold back, or to go on. */
  publishing: (on: boolean) => void
  /** From when to when measurements may be missing. */
  gap: (reason: 'back-pressure', from: Date, to: Date | null) => void
  now: () => Date
  most?: number
  batch?: number
  againMs?: number
}

/**
 * A bounded queue. Conditions go first and are never dropped. When `most` wait, the server is asked to hold back, and what it still sends
 * is kept up to half as much again; measurements beyond that are lost within a marked gap. What cannot be delivered is delivered again.
 */
export const createOutlet = ({
  deliver,
  publishing,
  gap,
  now,
  most = 10_000,
  batch = 1_000,
  againMs = 1_000,
}: Deps) => {
  const first: Observation[] = []
  const then: Observation[] = []
  let pausedAt: Date | null = null
  let lost = 0
  let busy: Promise<void> | null = null
  let closed = false
  const size = () => first.length + then.length
  const relieve = (): void => {
    if (pausedAt === null || size() > most / 2) return
    gap('back-pressure', pausedAt, now())
    pausedAt = null
    publishing(true)
  }
  const next = (): Observation[] => {
    const some = first.splice(0, batch)
    return some.length > 0 ? some : then.splice(0, batch)
  }
  const run = async (): Promise<void> => {
    while (size() > 0 && !closed) {
      const some = next()
      await untilDone(() => deliver(some), { againMs, givenUp: () => closed })
      relieve()
    }
    busy = null
  }
  return {
    push: (observations: readonly Observation[]): void => {
      for (const one of observations) {
        if (one.kind !== 'reading') first.push(one)
        else if (size() < most * 1.5) then.push(one)
        else lost++
      }
      if (size() >= most && pausedAt === null) {
        pausedAt = now()
        gap('back-pressure', pausedAt, null)
        publishing(false)
      }
      if (size() > 0) busy ??= run()
    },
    paused: () => pausedAt !== null,
    waiting: size,
    lost: () => lost,
    /** What waits is delivered for as long as it is taken; nothing is begun again after a failure. */
    close: async (): Promise<void> => {
      const last = busy
      await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 2 * againMs))])
      closed = true
    },
  }
}

const untilDone = async (
  work: () => void | Promise<void>,
  { againMs, givenUp }: { againMs: number; givenUp: () => boolean },
): Promise<void> => {
  while (!givenUp()) {
    try {
      return await work()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }
}
