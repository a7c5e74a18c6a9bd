// What does the chart remember of a licence, beside what it remembers of any application, so that its rules and clocks can judge?

import { limitFor } from '../engine/clocks/limit.ts'
import { type AskedBy, askLaw } from '../law/calculations/ask.ts'
import { renewalWindow } from '../law/calculations/renewal-window.ts'
import { type Application, applicationNotes, received, regionIn } from '../licensing/context.ts'
import { type Hearing, hearingNotes, noHearing } from '../licensing/hearing-rules.ts'
import { alone, type Joint, jointNotes } from '../licensing/joint-rules.ts'
import type { CorrectedContext } from '../model/decision-context.ts'
import { stringIn } from '../model/event-reading.ts'
import type { CaseEvent } from '../model/process.ts'
import { civilDate } from '../time/instant.ts'
import { proposedFor } from './jurisdiction.ts'
import { necessaryPapers } from './papers.ts'

export type Kind = 'new' | 'change' | 'renewal' | 'reapplication'

export type LicenceContext = Application &
  Hearing &
  Joint & {
    kind: Kind
    /** The licence held has ended and this one goes on from it, by a decision or by silence, whether or not its paper is there. */
    renewedUnserved: boolean
    /** The licence that is to be renewed or changed ends on this day. */
    expiresOn: string | null
    /** 令55 第十八条: filed less than three months before. */
    late: boolean
    /** Of the licence that this case has issued. */
    issuedOn: string | null
    validFrom: string | null
    validUntil: string | null
    changedOn: string | null
    newStorage: boolean
    /** Cases in which its change or renewal was applied for, and of such a case whether the licence held was cancelled, revoked or annulled since. */
    applications?: string[]
    heldEnded?: boolean
    /** The case that has renewed it and has not served the new licence yet. */
    renewedIn?: string | null
    /** The same case by its id, and whether a suspension that outlasts this licence was handed on to it. */
    successor?: string | null
    handedOn?: boolean
    /** Its last day without the licence, by the penalty of which case, and whether a change was to be filed when it began; absent or null: it is not suspended. */
    suspendedUntil?: string | null
    suspendedBy?: string | null
    changeWaits?: boolean
  }

type Event = Omit<CaseEvent, 'type'>
type Note = (input: { context: LicenceContext; event: Event }) => Partial<LicenceContext>

/** The context of a new case. XState also calls this without input, so it takes whatever comes. */
export const opening = (application: CaseEvent | undefined): LicenceContext => {
  const county = regionIn(application)
  const expiresOn = stringIn(application, 'expiresOn')
  const kind = kindIn(application)
  return {
    kind,
    county,
    authority: county && proposedFor(county, application?.data.grounds).region,
    ...received(
      application ? civilDate(application.at) : null,
      necessaryPapers(application?.data ?? {}),
    ),
    electronic: application?.data.electronic === true,
    ...noHearing,
    ...alone,
    renewedUnserved: false,
    expiresOn,
    late:
      application !== undefined &&
      kind === 'renewal' &&
      isLate(expiresOn, application.at, application),
    issuedOn: null,
    validFrom: null,
    validUntil: null,
    changedOn: null,
    newStorage: false,
    barred: null,
  }
}

/** 令55 第十八条, by the law of the day on which it is filed. */
const isLate = (expires: string | null, at: string, by: AskedBy): boolean =>
  expires !== null && askLaw(renewalWindow, { expires, filed: civilDate(at) }, by).late

/** A renewed licence goes on where the old one ends, a changed one ends when it would have; the others run from their issue. */
const termOf: Note = ({ context, event }) => {
  const from = (goesOn(context) && context.expiresOn) || civilDate(event.at)
  const until = (context.kind === 'change' && context.expiresOn) || lastDayFrom(from, event)
  return { validFrom: from, validUntil: until }
}

/** 许可法 50: only an application in time, or a decision by its last day, carries the old licence over; once it has ended nothing is left to go on. */
export const goesOn = ({ kind, late, decidedOn, expiresOn }: LicenceContext): boolean =>
  kind === 'renewal' &&
  (!late || (decidedOn !== null && expiresOn !== null && decidedOn <= expiresOn))

/** 令55 第十八条: how long a licence lasts that is granted from that day on. */
export const lastDayFrom = (from: string, event: Parameters<typeof limitFor>[0]): string =>
  limitFor(event, 'hazchem-licence.validity', from).due

const suspension = (
  { event }: { event: Event },
  changeWaits: boolean,
): Partial<LicenceContext> => ({
  suspendedUntil: stringIn(event, 'suspendedUntil'),
  suspendedBy: stringIn(event, 'mainCase'),
  changeWaits,
})

const renewal = (event: Event): Pick<LicenceContext, 'renewedIn' | 'successor'> =>
  event.data.unserved === true
    ? { renewedIn: stringIn(event, 'mainCase'), successor: stringIn(event, 'applicationId') }
    : { renewedIn: null, successor: null }

/** Ended while suspended, and renewed: what is left of the suspension is the new licence's from then on, once. */
const handsOn = ({ handedOn, successor, suspendedBy }: LicenceContext): Partial<LicenceContext> =>
  successor && suspendedBy && !handedOn ? { handedOn: true } : {}

/** 许可法 50: from the end of the licence held on. */
const heldOver: Note = (input) => ({ renewedUnserved: true, ...termOf(input) })

/** What each act leaves behind, by the names of the chart. */
export const notes = {
  ...applicationNotes,
  ...hearingNotes,
  ...jointNotes,
  /** What the last day of the licence brings about at its end belongs to that day; the licence goes on before its new paper is there. */
  noteDeemedRenewed: ({ context, event }) => ({
    decidedOn: context.expiresOn ?? civilDate(event.at),
    ...heldOver({ context, event }),
  }),
  noteGranted: ({ context, event }) => {
    const decidedOn = civilDate(event.at)
    const granted = { ...context, decidedOn }
    const isOver = context.expiresOn !== null && context.expiresOn < decidedOn
    return {
      decidedOn,
      ...(isOver && goesOn(granted) ? heldOver({ context: granted, event }) : {}),
    }
  },
  noteHeldOver: (input) => heldOver(input),
  noteIssued: (input) => ({ ...termOf(input), issuedOn: civilDate(input.event.at) }),
  noteSuspended: (input) => suspension(input, false),
  noteSuspendedChanged: (input) => suspension(input, true),
  noteSuspendedAgain: (input) => suspension(input, input.context.changeWaits === true),
  noteSuspensionOver: () => ({ suspendedUntil: null, suspendedBy: null }),
  noteChangeFiled: () => ({ changeWaits: false }),
  noteApplication: ({ context: { applications = [] }, event }) => {
    const id = stringIn(event, 'applicationId')
    return id === null ? {} : { applications: [...new Set([...applications, id])].slice(-20) }
  },
  noteRenewed: ({ event }) => renewal(event),
  noteRenewedExpired: ({ context, event }) => {
    const renewed = renewal(event)
    return { ...renewed, ...handsOn({ ...context, ...renewed }) }
  },
  noteRenewalOver: () => ({ renewedIn: null, successor: null }),
  noteExpired: ({ context }) => handsOn(context),
  noteHeldEnded: () => ({ heldEnded: true }),
  noteChange: ({ event }) => ({
    changedOn: stringIn(event, 'changedOn') ?? civilDate(event.at),
    newStorage: event.data.what === 'new-storage',
  }),
} satisfies Record<string, Note>

/** 更正: the day of a change, of a hearing or of the service of its notice, the papers that an application needs, whether it is served electronically, and until a licence is issued the end of the one held. What the new one says is written in it and stands. */
export const corrected: CorrectedContext = ({ snapshot, openedAt }, { type, is }, law) => {
  const { kind, validFrom } = snapshot.context
  if (type === 'note-change')
    return { changedOn: is.changedOn, newStorage: is.what === 'new-storage' }
  if (type === 'notify-hearing') return { heldOn: is.heldOn }
  if (type === 'serve-hearing-notice') return { noticeServedOn: is.servedOn }
  if (type !== 'apply') return {}
  const necessary = necessaryPapers(is)
  const expiresOn = stringIn({ data: is }, 'expiresOn')
  const electronic = is.electronic === true
  if (validFrom !== null || expiresOn === null) return { necessary, electronic }
  return {
    necessary,
    electronic,
    expiresOn,
    late: kind === 'renewal' && isLate(expiresOn, openedAt, law),
  }
}

const kinds = ['new', 'change', 'renewal', 'reapplication'] as const
const kindIn = (event: Pick<CaseEvent, 'data'> | undefined): Kind =>
  kinds.find((kind) => kind === event?.data.kind) ?? 'new'
