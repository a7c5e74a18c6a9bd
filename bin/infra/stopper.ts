// In which order does a run end, whatever ends it?

/** Thrown by `check` when the person stops a run that is still starting. */
export class Stopped extends Error {
  override name = 'Stopped'
}

/** Collects what was started; on Ctrl-C, SIGTERM, SIGHUP or the end of the parent it stops all of it in the reverse order. */
export function createStopper(log: (text: string) => void) {
  const running: { name: string; stop: () => Promise<void> }[] = []
  let stopping = false
  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    for (const { name, stop } of running.toReversed()) {
      await stop().catch((error: Error) => log(`${name} did not stop cleanly: ${error.message}`))
    }
    process.exit(code)
  }
  onEnd(() => {
    // A second Ctrl-C does not wait: what is left is ended by the guards of `children.ts`.
    if (stopping) process.exit(130)
    log('stopping')
    void stop(0)
  })
  return {
    started: (name: string, stop: () => Promise<void>) => {
      running.push({ name, stop })
    },
    check: () => {
      if (stopping) throw new Stopped()
    },
    /** Says what went wrong, once, and stops everything. */
    fail: (error: Error) => {
      if (!stopping) log(error.message)
      void stop(1)
    },
  }
}

function onEnd(end: () => void): void {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, end)
  if (process.connected) process.once('disconnect', end)
  process.channel?.unref()
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
}
