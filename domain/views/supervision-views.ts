// In which shape do the pages about flow, digests and reachability learn what they show?

import type { Text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'
import type { Page } from './case-views.ts'
import type { DigestItem } from './digest.ts'
import type { FlowFigures } from './flow.ts'
import type { GapEscalationLevel } from './reachability.ts'

/** `few`: too few stays for a figure to mean anything. */
export type FlowCell = FlowFigures & { state: string; few: boolean }
export type FlowView = {
  process: { id: string; title: Text }
  region: { code: string; name: Text }
  regions: { code: string; name: Text }[]
  /** Mondays of the first and the last week. */
  from: string
  to: string
  computedAt: Instant | null
  weeks: string[]
  states: { id: string; words: Text; lane: Text | null }[]
  cells: (FlowCell & { week: string })[]
  totals: FlowCell[]
}
export type FlowCase = {
  id: string
  number: string
  title: string
  enterprise: string | null
  region: Text
  state: Text
  days: number
  pausedDays: number
  returned: boolean
  leftAt: Instant
}
export type FlowCases = Page<FlowCase>
/** `more`: ask again, not everything has been reckoned yet. */
export type FlowRecomputed = { cases: number; weeks: number; more: boolean; at: Instant }

export type DigestView = {
  days: string[]
  digest: {
    day: string
    at: Instant
    since: Instant
    until: Instant
    late: DigestItem[]
    soon: DigestItem[]
    skipped: string[]
    sent: 'pending' | 'mailed' | 'refused' | 'quiet' | 'superseded'
  } | null
}

export type ReachabilityGap = {
  group: string
  words: Text
  nobody: boolean
  people: { name: string; lacks: Text[] }[]
  escalationLevels: Omit<GapEscalationLevel, 'region'>[]
}
export type ReachabilityView = { day: string | null; at: Instant | null; items: ReachabilityGap[] }
