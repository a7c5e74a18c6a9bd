// How is something done again and again, never twice at once, and whatever goes wrong?

export type Loops = ReturnType<typeof createLoops>

const complainEveryMs = 60_000

/** A round that fails is reported once a minute and tried again. */
export const createLoops = (log: (line: string) => void) => {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Map<string, Promise<void>>()
  const complained = new Map<string, number>()
  let stopped = false
  const complain = (name: string, error: Error): void => {
    if (Date.now() - (complained.get(name) ?? 0) < complainEveryMs) return
    complained.set(name, Date.now())
    log(`${name} failed: ${error.message}`)
  }
  return {
    every: (name: string, ms: number, work: () => Promise<unknown>): void => {
      const turn = async (): Promise<void> => {
        await work().catch((error: Error) => complain(name, error))
        if (!stopped) timers.set(name, setTimeout(begin, ms))
      }
      const begin = () => void running.set(name, turn())
      begin()
    },
    stop: async (): Promise<void> => {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}
