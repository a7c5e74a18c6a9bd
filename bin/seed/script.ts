// How is a story of the demo written down: who does what, when, and with which dates?
import { civilDate, type Instant, instant, later } from '../../domain/time/instant.ts'

/** When, counted from the day on which the demo was founded: `[day, hour]` in Shanghai, or hours before the founding moment. */
export type Moment = readonly [day: number, hour: number] | { hoursAgo: number }

/** `photos`: numbers of drawn photos; a date field `{ day }` becomes the date that many days from the founding day, a field `{ moment }` its instant; `{ licenceOf }` a number. */
export type Step = {
  when: Moment
  by: string
  act: string
  data: Record<string, unknown>
  photos?: number[]
}

/** Which process a story tells of where it does not say so. */
const usual = 'hazard-rectification'

/** The first step opens the case. `key` is part of every Idempotency-Key and must never change. */
export type Story = { key: string; process?: string; steps: [Step, ...Step[]] }

/** A step at its instant, with its data as it is sent. */
export type Cue = Step & {
  story: string
  process: string
  key: string
  first: boolean
  at: Instant
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How many days before its founding the demo begins. */
export const DAYS_BACK = 60

/** The instant at which the demo begins: nine in the morning, sixty days before. */
export const beginningOf = (founded: Instant): Instant => instantOf([-DAYS_BACK, 9], founded)

/** All steps of all stories in the order of their instants. */
export const cuesOf = (stories: Story[], founded: Instant): Cue[] =>
  stories
    .flatMap(({ key, process = usual, steps }) =>
      steps.map((step, place): Cue => {
        const data = dated(step.data, founded)
        return {
          ...step,
          data,
          story: key,
          process,
          key: `seed/${key}/${place}`,
          first: place === 0,
          at: instantOf(step.when, founded),
        }
      }),
    )
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))

/** A date that many days from the founding day, in the form of the data field. */
export const day = (days: number) => ({ day: days })

/** An instant, in the form of the data field. */
export const moment = (when: Moment) => ({ moment: when })

/** The month of the day that many days from the founding day, in the form of the data field of an entry. */
export const month = (days: number) => ({ monthOf: days })

/** The number of an entry of a register, by its name, in the form of the data field. */
export const entryNamed = (register: string, name: string) => ({ entryNamed: { register, name } })

/** The number of the licence that another story has led to, in the form of the data field. */
export const licenceOf = (story: string) => ({ licenceOf: story })

function dated(data: Step['data'], founded: Instant): Step['data'] {
  const entries = Object.entries(data).map(([name, value]) => [name, datedValue(value, founded)])
  return Object.fromEntries(entries)
}

function datedValue(value: unknown, founded: Instant): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('day' in value) return civilDate(later(founded, Number(value.day) * DAY_MS))
  return 'moment' in value ? instantOf(value.moment as Moment, founded) : value
}

function instantOf(when: Moment, founded: Instant): Instant {
  if ('hoursAgo' in when) return later(founded, -when.hoursAgo * HOUR_MS)
  const midnight = instant(`${civilDate(founded)}T00:00:00+08:00`)
  return later(midnight, when[0] * DAY_MS + when[1] * HOUR_MS)
}
