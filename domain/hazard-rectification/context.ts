// What little does the chart remember of a hazard so that its rules can judge?

import type { CaseEvent, CorrectedContext } from '../model/process.ts'
import { civilDate } from '../time/instant.ts'

export type ListingLevel = 'county' | 'city' | 'province'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type HazardContext = {
  reporter: string | null
  /** 12350: the reporter is owed an answer. */
  publicReport: boolean
  enterprise: string | null
  grade: 'general' | 'major' | null
  verifiers: string[]
  orderer: string | null
  rectifier: string | null
  rechecker: string | null
  /** What must be rectified, item by item, as the order says. */
  items: string[]
  order: 'ordinary' | 'listed' | null
  listedBy: ListingLevel | null
  /** The date of the order in force. */
  dueDate: string | null
  /** The order has reached the enterprise; before, its date binds nobody. */
  served: boolean
  /** Measures on the spot are imposed; `stopped`: production stands still, wholly or in part. */
  measured: boolean
  stopped: boolean
  extensions: number
  /** The request in hand came outside a window that does not bind: a person decides. */
  extensionOutside: boolean
  closureProposed: boolean
  powerNotice: { cutAt: string; emergency: boolean } | null
  /** The date of the order in force has passed without a report of rectification. */
  overdue: boolean
  /** Counted up to 99. */
  failedRechecks: number
}

type Event = Omit<CaseEvent, 'type'>
type Asked = { context: HazardContext; event: Event }
type Note = (asked: Asked) => Partial<HazardContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (report: CaseEvent | undefined): HazardContext => ({
  reporter: report ? personOf(report) : null,
  publicReport: report ? byPublic(report) : false,
  enterprise: report ? (enterpriseOf(report) ?? namedIn(report)) : null,
  grade: null,
  verifiers: [],
  orderer: null,
  rectifier: null,
  rechecker: null,
  items: [],
  order: null,
  listedBy: null,
  dueDate: null,
  served: false,
  measured: false,
  stopped: false,
  extensions: 0,
  extensionOutside: false,
  closureProposed: false,
  powerNotice: null,
  overdue: false,
  failedRechecks: 0,
})

export const verified: Note = ({ context, event }) => ({
  grade: event.data.grade === 'major' ? 'major' : 'general',
  enterprise: context.enterprise ?? namedIn(event),
  verifiers: [...new Set(event.signatures.filter((hand) => !hand.withdrawn).map((hand) => hand.person))].slice(0, 5),
})

export const measured: Note = ({ event }) => ({
  measured: event.data.measures !== 'none',
  stopped: ['stop-part', 'stop-all'].includes(String(event.data.measures)),
})

export const unmeasured: Note = () => ({ measured: false, stopped: false })

export const ordered: Note = ({ event }) => ({
  orderer: personOf(event),
  order: 'ordinary',
  items: itemsIn(event),
  dueDate: dateIn(event),
  served: event.data.service !== 'later',
  overdue: false,
})

export const listed: Note = (asked) => ({ ...ordered(asked), order: 'listed', listedBy: levelIn(asked.event) })

export const served: Note = () => ({ served: true })

export const rectified: Note = ({ event }) => ({ rectifier: personOf(event), extensionOutside: false })

export const rechecked: Note = ({ event }) => ({ rechecker: personOf(event) })

export const failed: Note = ({ context, event }) => ({
  rechecker: personOf(event),
  dueDate: dateIn(event),
  items: stillOpen(context, event),
  overdue: false,
  failedRechecks: Math.min(context.failedRechecks + 1, 99),
})

export const extended: Note = ({ context, event }) => ({
  dueDate: dateIn(event),
  extensions: Math.min(context.extensions + 1, 99),
  extensionOutside: false,
  overdue: false,
})

const datesOfOrders = ['issue-order', 'list-hazard', 're-check-failed', 'grant-extension']

/** 更正: the date in force, where it is that of the corrected document. */
export const corrected: CorrectedContext = ({ snapshot }, { type, was, is }) =>
  datesOfOrders.includes(type) && typeof is.dueDate === 'string' && snapshot.context.dueDate === was.dueDate ? { dueDate: is.dueDate } : {}

export const powerNoticed: Note = ({ event }) => ({
  powerNotice: { cutAt: String(event.data.cutAt), emergency: event.data.emergency === true },
})

/** Reported by somebody of the public, himself or by telephone to an official; an enterprise speaks for itself whatever it writes. */
export const byPublic = ({ data, by }: Pick<CaseEvent, 'data' | 'by'>): boolean =>
  by.kind === 'public' || (data.source === 'hotline' && !(by.kind === 'person' && by.enterprise !== null))

const personOf = (event: Event): string | null => (event.by.kind === 'person' ? event.by.id : null)
const enterpriseOf = (event: Event): string | null => (event.by.kind === 'person' ? event.by.enterprise : null)
const namedIn = ({ data }: Event): string | null => (typeof data.enterprise === 'string' ? data.enterprise : null)
const dateIn = ({ data, at }: Event): string => (typeof data.dueDate === 'string' ? data.dueDate : civilDate(at))
const levelIn = ({ data }: Event): ListingLevel => (data.level === 'province' || data.level === 'city' ? data.level : 'county')
const itemsIn = ({ data }: Event): string[] =>
  Array.isArray(data.items) ? data.items.filter((one): one is string => typeof one === 'string').slice(0, 30) : []

/** What a failed re-check has found in order need not be shown again. */
const stillOpen = ({ items }: HazardContext, { data }: Event): string[] => {
  const passed = new Set(outcomesIn(data).flatMap(({ item, passed }) => (passed ? [item] : [])))
  return items.filter((item) => !passed.has(item))
}

export type Outcome = { item: string; passed: boolean }

/** The outcome of each item as a form gives it; empty when there is none. */
export const outcomesIn = (data: Record<string, unknown>): Outcome[] =>
  Array.isArray(data.results)
    ? data.results.flatMap((one: unknown) => {
        const { item, passed } = (one ?? {}) as Partial<Outcome>
        return typeof item === 'string' ? [{ item, passed: passed === true }] : []
      })
    : []
