// What does an item say of the person whom it concerns: what he reads of it, and what he may do himself?
import type { Text } from '../../language/words.ts'
import type { AskedBy } from '../../law/calculations/ask.ts'
import type { CounselScope } from '../../organisation/actor.ts'
import type { Day } from '../../time/days.ts'

/** One thing that he owes or may do, in words. */
export type ConcernLine = { words: Text; value: Text }

type Forms = Record<string, Record<string, unknown>>

/** How the item stands: by its own chart while it is open, by what was said in its forms also later. */
export type ConcernNow = {
  /** The how manieth of its kind it is. */
  nth: number
  /** What the chart of its case remembers, also once the item has ended. */
  ofCase: Record<string, unknown>
  /** Null: it has ended. */
  context: Record<string, unknown> | null
  forms: Forms
  today: Day
  law: AskedBy
}

/** 处罚到人: the person reads his own item by number, code and telephone, and acts on it himself (docs/decisions/own-matter.md). */
export type Concern = {
  /** The confidential answer, in the form that opens the item, to which his one-time codes are sent. */
  telephone: string
  /** The acts that he may do himself, in words that speak to him; and what his counsel must be empowered for. */
  acts: Record<string, { words: Text; scope: CounselScope }>
  /** Where it stands, in plain words, by the states of the item. */
  states: Record<string, Text>
  /** What he reads of what was said in its forms, in this order. */
  reads: Record<string, { words: Text; fields: readonly string[] }>
  /** The periods that are his. */
  clocks: readonly string[]
  /** What he owes, and what he may do against it. Total. */
  lines: (now: ConcernNow) => readonly ConcernLine[]
}

/** For which of the things of a case somebody may act (null: for its enterprise), how far, and from when until when, both days included. */
export type Power = {
  of: { kind: string; nth: number } | null
  name: string
  scope: CounselScope
  from: Day
  until: Day
}

/** The confidential answer of its opening form to which one-time codes go; undefined: nobody comes in by it. */
export const entranceTelephone = ({
  concern,
  empowers,
}: {
  concern?: Pick<Concern, 'telephone'>
  empowers?: Pick<Empowering, 'telephone'>
}): string | undefined => concern?.telephone ?? empowers?.telephone

/** 委托代理: an item that is a power of attorney. */
export type Empowering = {
  /** The confidential answer, in the form that opens it, to which one-time codes are sent. */
  telephone: string
  /** What it empowers to as it stands; null: to nothing, not yet or no more. Total. */
  of: (snapshot: { value: unknown; context: Record<string, unknown> }) => Power | null
}
