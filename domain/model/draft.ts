// How does a decision collect what it changes, before anything is written?

import type { ActorMark } from '../organisation/actor.ts'
import type { Instant } from '../time/instant.ts'
import type { Audience } from './audience.ts'
import { stateKey } from './chart.ts'
import type { CaseItem, CaseRecord, NewEffect, NewFact, Obligation } from './record.ts'

/** What a decision has made of an item; `forms`: what was said with it now, by act; `times`: when. `to`: who is wanted now. */
export type ItemChange = {
  item: CaseItem
  forms: Record<string, Record<string, unknown>>
  times: Record<string, Instant>
  to: string[]
  dueAt: Instant | null
  /** Null: it is open. */
  endedAt: Instant | null
  /** Its periods, once it has ended: its case remembers them no longer. */
  periods: Obligation[]
}

/** The case as it will be, with the facts and effects that lead there. */
export type Draft = {
  record: CaseRecord
  facts: NewFact[]
  effects: NewEffect[]
  /** The items that were opened, moved or ended. */
  items?: ItemChange[]
}

export const draftOf = (record: CaseRecord): Draft => ({ record, facts: [], effects: [] })

type FactInput = {
  type: string
  at: Instant
  recordedAt: Instant
  by: ActorMark
  audience: Audience
  data: Record<string, unknown>
  before?: unknown
}

/** Appends a fact; its number is the next one of the case. */
export const appendFact = (draft: Draft, input: FactInput): Draft => ({
  ...draft,
  record: { ...draft.record, facts: draft.record.facts + 1 },
  facts: [
    ...draft.facts,
    {
      type: input.type,
      occurredAt: input.at,
      recordedAt: input.recordedAt,
      actor: input.by,
      audience: input.audience,
      data: input.data,
      before: input.before === undefined ? null : stateKey(input.before),
      after: stateKey(draft.record.snapshot.value),
    },
  ],
})

/** One decision after another: the case as the later has left it, and what both say and wish. */
export const joined = (before: Draft, { facts, effects, items, ...after }: Draft): Draft => ({
  ...after,
  facts: [...before.facts, ...facts],
  effects: [...before.effects, ...effects],
  ...((before.items ?? items) ? { items: [...(before.items ?? []), ...(items ?? [])] } : {}),
})

/** Replaces parts of the case. */
export const change = (draft: Draft, parts: Partial<CaseRecord>): Draft => ({
  ...draft,
  record: { ...draft.record, ...parts },
})

export const addEffects = (draft: Draft, ...effects: NewEffect[]): Draft => ({
  ...draft,
  effects: [...draft.effects, ...effects],
})

/** Marks regions of the chart as changed for people who decide there; `revision` is the one being written. */
export const touch = (draft: Draft, ...regions: string[]): Draft =>
  change(draft, {
    material: {
      ...draft.record.material,
      ...Object.fromEntries(regions.map((region) => [region, draft.record.revision])),
    },
  })
