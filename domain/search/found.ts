// What does a search answer, and what of a case is it found by?

import type { Text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import { verbOf } from '../tasks/verbs.ts'
import type { Marked } from './hit.ts'

export const searchKinds = ['case', 'enterprise', 'person'] as const
export type SearchKind = (typeof searchKinds)[number]

export type FoundCase = {
  id: string
  process: string
  number: Marked
  title: Marked
  enterprise: Marked | null
  state: Text
  status: 'open' | 'closed'
  level: 1 | 2 | 3 | 4 | null
  /** A line of what was written in the case, where the words stand there. */
  excerpt: Marked | null
}
export type FoundEnterprise = { id: string; name: Marked; code: Marked; region: Text }
export type FoundPerson = { id: string; name: Marked; mail: string; enterprise: string | null; office: Text; role: Text }

/** Grouped by kind, within the scope of who asks; of a kind not asked for nothing. */
export type SearchView = { cases: FoundCase[]; enterprises: FoundEnterprise[]; people: FoundPerson[] }

/** What people wrote at length: descriptions, findings, opinions, reasons. Names of people are no such thing. */
export const writtenIn = (process: ProcessDefinition, { type, data }: { type: string; data: Record<string, unknown> }): string => {
  const fields = (definitionOf(process, type) ?? verbOf(type))?.fields ?? []
  const said = fields.filter(({ kind, confidential }) => kind === 'long-text' && !confidential).map(({ name }) => data[name])
  const hands = Array.isArray(data.signatures) ? (data.signatures as { opinion?: unknown }[]).map(({ opinion }) => opinion) : []
  const words = [...said, ...hands].filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  return [...new Set(words)].join('\n')
}
