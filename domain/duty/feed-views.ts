// What is shown of the feeds to those who keep them: how each does, and which servers it believes?

import type { Instant } from '../time/instant.ts'

/** In this order: what comes first hides what comes after it. */
export const feedStates = ['off', 'paused', 'unheld', 'down', 'awaited', 'silent', 'held'] as const
export type FeedState = (typeof feedStates)[number]

/** `unheld`: no process holds its lease. `awaited`: never heard so far. */
export const feedStateOf = (feed: {
  enabled: boolean
  paused: boolean
  held: boolean
  down: boolean
  everReceived: boolean
  silent: boolean
}): FeedState => {
  if (!feed.enabled) return 'off'
  if (feed.paused) return 'paused'
  if (!feed.held) return 'unheld'
  if (feed.down) return 'down'
  if (!feed.everReceived) return 'awaited'
  return feed.silent ? 'silent' : 'held'
}

export type Validity = 'pending' | 'valid' | 'soon' | 'expired'

/** A plant's engineers want some weeks to renew one. */
const soonMs = 30 * 86_400_000

export const validityOf = (
  { from, to }: { from: Instant; to: Instant },
  now: Instant,
): Validity => {
  if (Date.parse(to) <= Date.parse(now)) return 'expired'
  if (Date.parse(from) > Date.parse(now)) return 'pending'
  return Date.parse(to) - Date.parse(now) < soonMs ? 'soon' : 'valid'
}

/** So many of the last signs of a thumbprint are typed by whoever trusts it: he has it before him, from another source. */
export const typedSigns = 8
export const isTypedFrom = (typed: string, thumbprint: string): boolean =>
  typed.replace(/[\s:]/g, '').toUpperCase() === thumbprint.slice(-typedSigns)
