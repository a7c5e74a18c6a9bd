// Does every feed that we dial have its supervisor, with the configuration of its row?
import { createHash } from 'node:crypto'

type OutboundFeed = { id: string; wanted: boolean; configuration: string }
type Supervisors = {
  hold: (feed: string, configuration: string) => Promise<void>
  /** One that has no supervisor needs none. */
  pause: (feed: string) => Promise<void>
  resume: (feed: string) => Promise<void>
}

/**
 * Tells the supervisors what has changed since they were last told; what could not be reported is reported in the next round. The first round tells
 * everything: a supervisor may have been paused, or the feed resumed, while nobody told.
 */
export const createSupervision = (feeds: () => OutboundFeed[], supervisors: Supervisors) => {
  const reported = new Map<string, string>()
  const report = async ({ id, wanted }: OutboundFeed, configuration: string): Promise<void> => {
    if (!wanted) return supervisors.pause(id)
    await supervisors.hold(id, configuration)
    if (!reported.get(id)?.startsWith('on ')) await supervisors.resume(id)
  }
  return async (): Promise<void> => {
    for (const feed of feeds()) {
      // The settings may name a user; only that they are others goes to Temporal.
      const configuration = createHash('sha256')
        .update(feed.configuration)
        .digest('hex')
        .slice(0, 16)
      const now = feed.wanted ? `on ${configuration}` : 'off'
      if (reported.get(feed.id) === now) continue
      await report(feed, configuration)
      reported.set(feed.id, now)
    }
  }
}
