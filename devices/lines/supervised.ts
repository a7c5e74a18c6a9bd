// Does every feed that we dial have its supervisor, with the configuration of its row?
import { createHash } from 'node:crypto'

type Dialled = { id: string; enabled: boolean; configuration: string }
type Supervisors = {
  hold: (feed: string, configuration: string) => Promise<void>
  pause: (feed: string) => Promise<void>
  resume: (feed: string) => Promise<void>
}

/** Tells the supervisors what has changed since they were last told; what could not be told is told in the next round. */
export const createSupervision = (feeds: () => Dialled[], supervisors: Supervisors) => {
  const told = new Map<string, string>()
  const tell = async ({ id, enabled }: Dialled, configuration: string): Promise<void> => {
    if (!enabled) {
      // One that never had a supervisor needs none.
      if (told.get(id)?.startsWith('on ')) await supervisors.pause(id)
      return
    }
    await supervisors.hold(id, configuration)
    if (told.get(id) === 'off') await supervisors.resume(id)
  }
  return async (): Promise<void> => {
    for (const feed of feeds()) {
      // The settings may name a user; only that they are others goes to Temporal.
      const configuration = createHash('sha256').update(feed.configuration).digest('hex').slice(0, 16)
      const now = feed.enabled ? `on ${configuration}` : 'off'
      if (told.get(feed.id) === now) continue
      await tell(feed, configuration)
      told.set(feed.id, now)
    }
  }
}
