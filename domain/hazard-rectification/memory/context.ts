// What little does the chart remember of a hazard so that its rules can judge?

import type { CorrectedContext } from '../../model/decision-context.ts'
import { answersIn, type ItemAnswer, personIn, stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'

export type ListingLevel = 'county' | 'city' | 'province'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type HazardContext = {
  reporter: string | null
  /** 12350: the reporter is owed an answer. */
  publicReport: boolean
  /** It is owed now, and has not been given yet. */
  answerOwed: boolean
  /** Another city or authority deals with it. */
  handedOutside: boolean
  enterprise: string | null
  grade: 'general' | 'major' | null
  verifiers: string[]
  orderer: string | null
  rectifier: string | null
  rechecker: string | null
  /** The latest re-check has found everything in order; absent: there was none, or it is being made again. */
  passed?: boolean
  /** What must be rectified, item by item, as the order says. */
  items: string[]
  order: 'ordinary' | 'listed' | null
  listedBy: ListingLevel | null
  /** The day on which the order in force, or the listing, was made. */
  orderedOn: string | null
  /** The date of the order in force. */
  dueDate: string | null
  /** The order has reached the enterprise; before, its date binds nobody. */
  served: boolean
  /** 安全法 65(3): production stands still on the spot, wholly or in part. */
  stopped: boolean
  extensions: number
  /** The request in hand came outside a window that does not bind: a person decides. */
  extensionOutside: boolean
  /** More time was asked for in its window and nobody has answered: till then nothing follows from the date. */
  extensionAwaited: boolean
  /** 责令停产停业整顿, not what is stopped on the spot. */
  stopOrdered: boolean
  closureProposed: boolean
  /** Absent: never proposed, or before that was kept. */
  closureProposedOn?: string
  powerNotice: { cutAt: string; emergency: boolean } | null
  /** The date of the order in force has passed without a report of rectification. */
  overdue: boolean
  /** Counted up to 99. */
  failedRechecks: number
}

export type HazardRule = Rule<HazardContext>

export type HazardEvent = Omit<CaseEvent, 'type'>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (report: CaseEvent | undefined): HazardContext => ({
  reporter: report ? personIn(report) : null,
  publicReport: report ? byPublic(report) : false,
  answerOwed: false,
  handedOutside: false,
  enterprise: report ? (enterpriseOf(report) ?? stringIn(report, 'enterprise')) : null,
  grade: null,
  verifiers: [],
  orderer: null,
  rectifier: null,
  rechecker: null,
  items: [],
  order: null,
  listedBy: null,
  orderedOn: null,
  dueDate: null,
  served: false,
  stopped: false,
  extensions: 0,
  extensionOutside: false,
  extensionAwaited: false,
  stopOrdered: false,
  closureProposed: false,
  powerNotice: null,
  overdue: false,
  failedRechecks: 0,
})

/** 重新办理: it begins with its verification again, so of what was ordered, imposed and proposed nothing counts any more. */
export const reopened = (context: Record<string, unknown>): HazardContext => {
  const { reporter, publicReport, enterprise } = context
  return {
    ...opening(undefined),
    reporter: typeof reporter === 'string' ? reporter : null,
    publicReport: publicReport === true,
    enterprise: typeof enterprise === 'string' ? enterprise : null,
  }
}

const datesOfOrders = ['issue-order', 'list-hazard', 're-check-failed', 'grant-extension']

/** Whether the date by which the hazard is to be rectified is the one that this document has set. */
export const isDateInForce = (
  context: Record<string, unknown>,
  type: string,
  { dueDate }: Record<string, unknown>,
): boolean => datesOfOrders.includes(type) && context.dueDate === dueDate

/** 更正: the date in force, where it is that of the corrected document. */
export const corrected: CorrectedContext = ({ snapshot }, { type, was, is }) =>
  typeof is.dueDate === 'string' && isDateInForce(snapshot.context, type, was)
    ? { dueDate: is.dueDate }
    : {}

/** Reported by somebody of the public, himself or by telephone to an official; an enterprise speaks for itself whatever it writes. */
export const byPublic = ({ data, by }: Pick<CaseEvent, 'data' | 'by'>): boolean =>
  by.kind === 'public' ||
  (data.source === 'hotline' && !(by.kind === 'person' && by.enterprise !== null))

const enterpriseOf = (event: HazardEvent): string | null =>
  event.by.kind === 'person' ? event.by.enterprise : null

/** The outcome of each item as a form gives it; empty when there is none. */
export const outcomesIn = (data: Record<string, unknown>): ItemAnswer[] =>
  answersIn(data, 'results')
