// What little does the chart remember of a listing so that its rules can judge?
import { countsFrom } from '../documents/being-served.ts'
import { askLaw } from '../law/calculations/ask.ts'
import { creditTerm } from '../law/calculations/certificates.ts'
import { personIn, stringIn } from '../model/event-reading.ts'
import type { CaseEvent, Rule } from '../model/process.ts'
import type { Snapshot } from '../model/record.ts'
import type { Day } from '../time/days.ts'
import { civilDate, type Instant } from '../time/instant.ts'

export type ListingContext = {
  ground: string | null
  /** The case of the penalty, by its printed number. */
  penaltyCase: string | null
  noticedOn: Day | null
  noticeServedOn: Day | null
  /** The party has said something in time. */
  stated: boolean
  /** When it has first done so, and when it has done without while its notice was being served; absent, null: it has not. */
  statedAt?: Instant | null
  waivedAt?: Instant | null
  /** When it has used its right within the window, where that is ended by something else; absent, null: not yet. */
  heardAt?: Instant | null
  /** Who has weighed that; somebody else decides. */
  weigher: string | null
  decidedOn: Day | null
  /** The last day of the term. */
  until: Day | null
  /** From which day early removal may be applied for. */
  removableFrom: Day | null
  /** Who has examined the latest application; somebody else decides on it. */
  examiner: string | null
  /** What he has found: the conditions are met, or not. */
  conclusion: string | null
}

export type ListingRule = Rule<ListingContext>

type Event = Omit<CaseEvent, 'type'>
type Note = (input: { context: ListingContext; event: Event }) => Partial<ListingContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (event: CaseEvent | undefined): ListingContext => ({
  ground: stringIn(event, 'ground'),
  penaltyCase: stringIn(event, 'penaltyCase'),
  noticedOn: null,
  noticeServedOn: null,
  stated: false,
  weigher: null,
  decidedOn: null,
  until: null,
  removableFrom: null,
  examiner: null,
  conclusion: null,
})

/** What the chart remembers, for whoever reads a case from outside. */
export const contextOf = ({ context }: Pick<Snapshot, 'context'>): ListingContext =>
  context as ListingContext

const termFrom = (published: Day, event: Event) => askLaw(creditTerm, { published }, event)

/** By the names of the chart's actions. */
export const notes = {
  noteNoticed: ({ event }) => ({
    noticedOn: civilDate(event.at),
    statedAt: null,
    waivedAt: null,
    heardAt: null,
  }),
  noteNoticeServed: ({ context: { waivedAt }, event }) => {
    const noticeServedOn = stringIn(event, 'servedOn')
    return { noticeServedOn, heardAt: waivedAt ? countsFrom(waivedAt, noticeServedOn) : null }
  },
  noteStated: ({ context: { statedAt }, event }) => ({
    stated: true,
    statedAt: statedAt ?? event.at,
  }),
  noteWaived: ({ event }) => ({ waivedAt: event.at }),
  noteWindowLapsed: ({ context: { statedAt, noticeServedOn } }) => ({
    heardAt: statedAt ? countsFrom(statedAt, noticeServedOn) : null,
  }),
  noteWeighed: ({ event }) => ({ weigher: personIn(event) }),
  noteDecided: ({ event }) => {
    const decidedOn = civilDate(event.at)
    const { ends, earlyRemovalFrom } = termFrom(decidedOn, event)
    return { decidedOn, until: ends, removableFrom: earlyRemovalFrom }
  },
  noteExamined: ({ event }) => ({
    examiner: personIn(event),
    conclusion: stringIn(event, 'conclusion'),
  }),
  /** The term goes on as it was decided; only the next application waits anew. */
  noteReinstated: ({ event }) => ({
    removableFrom: termFrom(civilDate(event.at), event).earlyRemovalFrom,
  }),
} satisfies Record<string, Note>
