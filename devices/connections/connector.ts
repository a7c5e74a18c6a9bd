// How does a feed come in that is not listened for on a port of its own: through a shared one, or because we call?

import type { Feed } from '../episodes/registry.ts'
import type { IngestDeps } from './ingest-deps.ts'
import type { Listener } from './listener.ts'

export type FeedConnector = {
  /** As a feed's row names it. */
  protocol: string
  /** Serves the feed until it is closed. Rejects when the feed's row makes no sense; then it is tried again. */
  open: (ingest: IngestDeps, feed: Feed) => Promise<Listener>
}
