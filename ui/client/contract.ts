// Which answers of the API have no type in domain/views yet?

import type { Text } from '../../domain/language/words.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { ClockMove } from '../../domain/views/case-views.ts'

export type Account = { username: string; password: string; name: string; roles: Role[]; place: Text }
export type Chain = { valid: boolean; checked: number; brokenAt: number | null }
export type ProcessSummary = { id: string; title: Text; summary: Text; version: number }
export type Enterprise = { id: string; name: string; code: string; region: Text }
export type PersonChoice = { id: string; name: string; office: Text; role: Text }
export type LabState = { now: Instant; laboratory: boolean; next: Instant | null; move: ClockMove | null }

/** A row of the rule book, as far as the reckoner shows it. */
export type RuleRow = {
  id: string
  version: string
  title: Text
  norm: Text
  article: Text
  unit: 'WD' | 'ND' | 'H' | 'MIN' | 'M' | 'Y'
  n: number
  start?: Text
  from: string
  to: string | null
  /** Kinds of interval that this rule does not count. */
  pauses?: string[]
  confidence?: string
}

export type ComputePause = { from: string; to: string; kind: string }
export type ComputeExtension = { at: string; by: number }
export type ComputeInput = {
  rule: string
  version?: string
  start: string
  unit?: string
  n?: number
  roll?: boolean
  pauses: ComputePause[]
  extensions: ComputeExtension[]
}
/** `why` is a code: `start-day`, `counted`, `make-up-workday`, `rest-day`, `holiday:<name>`, `pause:<kind>`, `rolled`, `continuous-hours`. */
export type ComputedDay = { date: string; counted: boolean; index: number | null; why: string }
export type Computed = {
  due: string
  dueAt: Instant
  nominal: string
  provisional: boolean
  reasons: Text[]
  days: ComputedDay[]
  explanation: Text
  expiry: { words: Text; provisional: boolean }
  rule: { unit: RuleRow['unit'] }
}
