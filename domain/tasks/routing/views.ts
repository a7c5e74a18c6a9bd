// What do administrators read of the rules by which new tasks are given out?

import type { Text } from '../../language/words.ts'
import type { Holder } from '../../model/record.ts'
import type { Instant } from '../../time/instant.ts'
import type { Way } from './rules.ts'

export type RuleView = {
  id: string
  group: string
  post: Text
  /** null = every process, every region, every class. */
  process: Text | null
  region: Text | null
  kind: { field: Text; value: Text } | null
  way: Way
  person: Holder | null
  since: Instant
  until: Instant | null
  status: 'planned' | 'in-force' | 'over' | 'ended'
  order: string | null
  reason: string
  by: { name: string; at: Instant }
  endedBy: { name: string; at: Instant; reason: string } | null
  mayEnd: boolean
}
/** What a rule can go by: processes with the classes of their matters, and regions. */
export type RuleChoices = {
  processes: { id: string; title: Text; fields: { name: string; words: Text; values: { value: string; words: Text }[] }[] }[]
  regions: { code: string; name: Text }[]
}
export type RulePage = { items: RuleView[]; choices: RuleChoices }
/** Who holds a post now. */
export type PostHolder = { id: string; name: string; open: number }
