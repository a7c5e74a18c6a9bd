// How does a committed change reach every open page within moments?
import { EventEmitter } from 'node:events'
import pg from 'pg'
import type { Logger } from 'pino'

/** What the engine says with NOTIFY when it has committed. */
export type Notice = { kind: 'case'; id: string; revision: number; region: string; owner: string | null }

export type Live = {
  /** Calls back on every change, and with null when changes may have been missed. */
  subscribe(hear: (notice: Notice | null) => void): () => void
  connected(): boolean
  close(): Promise<void>
}

const channel = 'case'

/** One LISTEN connection for the process, outside the pool; after a break it listens again and says so to everybody. */
export const createLive = (url: string, log: Pick<Logger, 'warn'>): Live => {
  const hearers = new EventEmitter().setMaxListeners(0)
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let connected = false
  let closed = false
  let before = false

  const again = (attempt: number) => {
    connected = false
    client?.removeAllListeners().on('error', () => undefined)
    void client?.end().catch(() => undefined)
    client = undefined
    if (!closed) timer = setTimeout(() => void open(attempt), Math.min(5_000, 100 * 2 ** attempt))
  }
  const open = async (attempt: number): Promise<void> => {
    const opening = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 4_000, application_name: 'anjian-live' })
    client = opening
    opening.on('error', () => again(0)).on('end', () => again(0))
    opening.on('notification', ({ payload }) => deliver(hearers, payload))
    try {
      await opening.connect()
      await opening.query(`LISTEN "${channel}"`)
      connected = true
      if (before) hearers.emit('heard', null)
      before = true
    } catch (error) {
      if (attempt === 0) log.warn({ reason: (error as Error).name }, 'live changes are cut off')
      if (client === opening) again(attempt + 1)
    }
  }
  void open(0)
  return {
    subscribe(hear) {
      hearers.on('heard', hear)
      return () => hearers.off('heard', hear)
    },
    connected: () => connected,
    async close() {
      closed = true
      clearTimeout(timer)
      hearers.emit('heard', null)
      client?.removeAllListeners().on('error', () => undefined)
      await client?.end().catch(() => undefined)
    },
  }
}

const deliver = (hearers: EventEmitter, payload: string | undefined): void => {
  try {
    hearers.emit('heard', JSON.parse(payload ?? '') as Notice)
  } catch {
    // a payload that is not ours
  }
}

/** Waits until `reached` says yes, asking at once and after each change of the case; answers after `ms` at the latest. */
export const waitUntil = async (live: Live, caseId: string, reached: () => Promise<boolean>, ms = 2_000): Promise<void> => {
  let wake: () => void = () => undefined
  const leave = live.subscribe((notice) => {
    if (notice === null || notice.id === caseId) wake()
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
