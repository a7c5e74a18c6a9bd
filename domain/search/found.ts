// What does a search answer, and what of a case is it found by?

import type { ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import { verbOf } from '../tasks/verbs.ts'

export const searchKinds = ['case', 'enterprise', 'person'] as const
export type SearchKind = (typeof searchKinds)[number]

/** What people wrote at length: descriptions, findings, opinions, reasons. Names of people are no such thing. */
export const writtenIn = (
  process: ProcessDefinition,
  { type, data }: { type: string; data: Record<string, unknown> },
): string => {
  const fields = (definitionOf(process, type) ?? verbOf(type))?.fields ?? []
  const texts = fields
    .filter(({ kind, confidential }) => kind === 'long-text' && !confidential)
    .map(({ name }) => data[name])
  const opinions = Array.isArray(data.signatures)
    ? (data.signatures as { opinion?: unknown }[]).map(({ opinion }) => opinion)
    : []
  const words = [...texts, ...opinions].filter(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  )
  return [...new Set(words)].join('\n')
}
