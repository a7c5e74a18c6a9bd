// How does a committed change reach every open page within moments?
import { EventEmitter } from 'node:events'
import pg from 'pg'
import type { Logger } from 'pino'

/** What is said with NOTIFY when it has committed: by the engine of cases and alarms, by the database of people who have lost something. */
export type Notice =
  | {
      kind: 'case' | 'alarm'
      id: string
      revision: number
      region: string
      owner: string | null
      /** Groups and people in whose inboxes it may show; absent: in anybody's. */
      concerns?: string[]
    }
  | { kind: 'person'; id: string }

export type Live = {
  /** Calls back on every change, and with null when changes may have been missed. */
  subscribe(hear: (notice: Notice | null) => void): () => void
  connected(): boolean
  close(): Promise<void>
}

const channels = ['case', 'alarm', 'person'] as const

/** One LISTEN connection for the process, outside the pool; after a break it listens again and says so to everybody. */
export const createLive = (url: string, log: Pick<Logger, 'warn'>): Live => {
  const hearers = new EventEmitter().setMaxListeners(0)
  const notify = (notice: Notice | null) => void hearers.emit('heard', notice)
  const listening = keepListening(url, log, notify)
  return {
    subscribe(hear) {
      hearers.on('heard', hear)
      return () => hearers.off('heard', hear)
    },
    connected: listening.connected,
    async close() {
      notify(null)
      await listening.stop()
    },
  }
}

/** Listens, and after each break listens again; whoever hears `null` may have missed something in between. */
const keepListening = (
  url: string,
  log: Pick<Logger, 'warn'>,
  notify: (notice: Notice | null) => void,
) => {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let state: 'new' | 'up' | 'down' | 'stopped' = 'new'

  const open = async (attempt: number): Promise<void> => {
    const opening = openClient(url)
    client = opening
    const lost = (wait: number) => {
      if (client !== opening || state === 'stopped') return
      client = undefined
      state = state === 'new' ? 'new' : 'down'
      void discard(opening)
      timer = setTimeout(() => void open(wait), Math.min(5_000, 100 * 2 ** wait))
    }
    opening.on('notification', ({ channel, payload }) => notify(noticeIn(channel, payload)))
    try {
      await opening.connect()
      for (const channel of channels) await opening.query(`LISTEN "${channel}"`)
      opening.on('error', () => lost(0)).on('end', () => lost(0))
      if (state === 'down') notify(null)
      if (state !== 'stopped') state = 'up'
    } catch (error) {
      if (attempt === 0) log.warn({ reason: (error as Error).name }, 'live changes are cut off')
      lost(attempt + 1)
    }
  }
  void open(0)
  return {
    connected: () => state === 'up',
    async stop() {
      state = 'stopped'
      clearTimeout(timer)
      if (client) await discard(client)
    },
  }
}

const openClient = (connectionString: string): pg.Client =>
  new pg.Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: 4_000,
    application_name: 'anjian-live',
  }).on('error', () => undefined)

const discard = (client: pg.Client): Promise<void> => client.end().catch(() => undefined)

/** A payload that is not ours counts as something missed. */
const noticeIn = (channel: string, payload: string | undefined): Notice | null => {
  try {
    const parsed = JSON.parse(payload ?? '')
    return channel === 'alarm' ? { ...parsed, kind: 'alarm', revision: parsed.seq ?? 0 } : parsed
  } catch {
    return null
  }
}

/** Waits until `reached` says yes, asking at once and after each change of the case; answers after `ms` at the latest. */
export const waitUntil = async (
  live: Live,
  caseId: string,
  reached: () => Promise<boolean>,
  ms = 2_000,
): Promise<void> => {
  let wake: () => void = () => undefined
  const leave = live.subscribe((notice) => {
    if (notice === null || (notice.kind === 'case' && notice.id === caseId)) wake()
  })
  const end = Date.now() + ms
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      const changed = new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, Math.max(0, end - Date.now()))
      })
      const done = await reached()
      if (!done) await changed
      clearTimeout(timer)
      if (done || Date.now() >= end) return
    }
  } finally {
    leave()
  }
}
