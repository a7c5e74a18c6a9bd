// What does the chart of any licence remember of an application while it is received, reviewed and decided on?

import type { CaseEvent } from '../model/process.ts'
import { isRegion, type Region } from '../organisation/regions.ts'
import { civilDate } from '../time/instant.ts'

/** Bounded JSON; everything else is in the case's facts. People are ids. */
export type Application = {
  /** Where the enterprise lies, and which authority has the case. */
  county: Region | null
  authority: Region | null
  /** The day of the papers that count: of the application, or of the answer that completed it. */
  receivedOn: string | null
  acceptedOn: string | null
  /** The papers without which it cannot be accepted, by name. */
  necessary: string[]
  supplementAsked: boolean
  /** What the applicant was asked for last, item by item, and whether all of it came. */
  asked: string[]
  answeredWhole: boolean
  visited: boolean
  extended: boolean
  reviewers: string[]
  endorser: string | null
  decidedOn: string | null
  barred: 'false' | 'fraud' | null
}

type Said = { context: Application; event: Omit<CaseEvent, 'type'> }
type Note<Part extends keyof Application> = (said: Said) => Pick<Application, Part>

/** An application of which nothing is known but the day on which it came and the papers that it needs. */
export const received = (on: string | null, necessary: string[] = []) => ({
  ...{ receivedOn: on, necessary, acceptedOn: null, supplementAsked: false, asked: [] as string[], answeredWhole: false },
  ...{ visited: false, extended: false, reviewers: [] as string[], endorser: null, decidedOn: null },
})

export const accepted: Note<'acceptedOn'> = ({ event }) => ({ acceptedOn: civilDate(event.at) })

/** 许可法 32(4): from the day of receipt, not from the day on which the silence ended. */
export const deemedAccepted: Note<'acceptedOn'> = ({ context }) => ({ acceptedOn: context.receivedOn })

export const authority: Note<'authority'> = ({ context, event }) => ({
  authority: isRegion(String(event.data.to)) ? (event.data.to as Region) : context.authority,
})

export const asked: Note<'asked' | 'answeredWhole' | 'supplementAsked'> = ({ context, event: { data } }) => ({
  asked: Array.isArray(data.items) ? data.items.filter((one): one is string => typeof one === 'string').slice(0, 30) : [],
  answeredWhole: false,
  // Rework is asked for in a review; before it only 补正 asks for anything.
  supplementAsked: context.acceptedOn === null ? true : context.supplementAsked,
})

export const supplemented: Note<'receivedOn' | 'answeredWhole'> = ({ event }) => ({
  receivedOn: civilDate(event.at),
  answeredWhole: answersIn(event.data).every(({ passed }) => passed),
})

export const reviewed: Note<'reviewers'> = ({ context, event }) => ({
  reviewers: [
    ...new Set([...context.reviewers, ...event.signatures.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person)]),
  ].slice(0, 10),
})

export const endorsed: Note<'endorser'> = ({ event }) => ({ endorser: event.by.kind === 'person' ? event.by.id : null })

export const decided: Note<'decidedOn'> = ({ event }) => ({ decidedOn: civilDate(event.at) })

export const falseMaterial: Note<'barred'> = ({ event: { data } }) => ({
  barred: data.ground === 'false-material' || data.falseMaterial === true ? 'false' : null,
})

export const fraud: Note<'barred'> = ({ event: { data } }) => ({ barred: data.ground === 'fraud' ? 'fraud' : null })

export type Answer = { item: string; passed: boolean }

/** The answer to each item as a form gives it; empty when there is none. */
export const answersIn = (data: Record<string, unknown>, name = 'answers'): Answer[] => {
  const given = data[name]
  return Array.isArray(given)
    ? given.flatMap((one: unknown) => {
        const { item, passed } = (one ?? {}) as Partial<Answer>
        return typeof item === 'string' ? [{ item, passed: passed === true }] : []
      })
    : []
}

type Form = Pick<CaseEvent, 'data'> | undefined

export const stringIn = (form: Form, name: string): string | null => {
  const value = form?.data[name]
  return typeof value === 'string' ? value : null
}

export const regionIn = (form: Form): Region | null => {
  const region = stringIn(form, 'region') ?? ''
  return isRegion(region) ? region : null
}
