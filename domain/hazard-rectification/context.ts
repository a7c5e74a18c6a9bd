// What little does the chart remember of a hazard so that its rules can judge?
import type { CaseEvent } from '../case/process.ts'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type HazardContext = {
  reporter: string | null
  enterprise: string | null
  grade: 'general' | 'major' | null
  verifiers: string[]
  orderer: string | null
  rectifier: string | null
  rechecker: string | null
  /** The date of the order in force has passed without a report of rectification. */
  overdue: boolean
  /** Counted up to 99. */
  failedRechecks: number
}

type Asked = { context: HazardContext; event: Omit<CaseEvent, 'type'> }

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (report: CaseEvent | undefined): HazardContext => ({
  reporter: report ? personOf(report) : null,
  enterprise: report ? (enterpriseOf(report) ?? namedIn(report)) : null,
  grade: null,
  verifiers: [],
  orderer: null,
  rectifier: null,
  rechecker: null,
  overdue: false,
  failedRechecks: 0,
})

export const verified = ({ event }: Asked): Partial<HazardContext> => ({
  grade: event.data.grade === 'major' ? 'major' : 'general',
  verifiers: [...new Set(event.signatures.filter((hand) => !hand.withdrawn).map((hand) => hand.person))].slice(0, 5),
})

export const ordered = ({ event }: Asked): Partial<HazardContext> => ({ orderer: personOf(event), overdue: false })

export const rectified = ({ event }: Asked): Partial<HazardContext> => ({ rectifier: personOf(event) })

export const rechecked = ({ event }: Asked): Partial<HazardContext> => ({ rechecker: personOf(event) })

export const failed = ({ context, event }: Asked): Partial<HazardContext> => ({
  rechecker: personOf(event),
  overdue: false,
  failedRechecks: Math.min(context.failedRechecks + 1, 99),
})

const personOf = (event: Omit<CaseEvent, 'type'>): string | null => (event.by.kind === 'person' ? event.by.id : null)
const enterpriseOf = (event: Omit<CaseEvent, 'type'>): string | null => (event.by.kind === 'person' ? event.by.enterprise : null)
const namedIn = ({ data }: CaseEvent): string | null => (typeof data.enterprise === 'string' ? data.enterprise : null)
