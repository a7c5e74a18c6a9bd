// What do the routes of duty rosters take and answer?
import * as v from 'valibot'
import { seats } from '../../domain/rosters/offices.ts'
import { mostOfficers } from '../../domain/rosters/roster.ts'
import { mostShifts } from '../../domain/rosters/shifts.ts'
import { dayInput, line } from '../parts/date-inputs.ts'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const who = v.strictObject({ id: string, name: string })
const seat = v.picklist(seats)
const shiftShape = v.strictObject({ day: string, start: string })
const entry = v.strictObject({
  day: string,
  start: string,
  leader: maybe(string),
  officers: list(string),
})
const gap = v.strictObject({ day: string, start: string, words: bilingual })

const exchange = v.strictObject({
  id: string,
  office: string,
  officeName: bilingual,
  shift: shiftShape,
  seat,
  from: who,
  to: who,
  inReturn: maybe(shiftShape),
  reason: string,
  at: moment,
  /** `lapsed`: nobody answered before the shift began. `undone`: agreed, and a roster published since has moved one of the two. */
  status: v.picklist(['waiting', 'accepted', 'declined', 'withdrawn', 'lapsed', 'undone']),
  decidedBy: maybe(string),
  decidedAt: maybe(moment),
  decisionReason: string,
  mayAccept: flag,
  mayDecline: flag,
  mayWithdraw: flag,
})
export type ExchangeView = v.InferOutput<typeof exchange>

const version = {
  version: integer,
  starts: list(string),
  entries: list(entry),
  gaps: list(gap),
  enteredBy: string,
  enteredAt: moment,
  reason: string,
}

const month = v.strictObject({
  office: string,
  name: bilingual,
  month: string,
  now: moment,
  /** `decreed` false: the year has no decree yet, and what stands here is reckoned. */
  days: list(v.strictObject({ date: string, work: flag, why: string, decreed: flag })),
  /** With what has been agreed since; null: nothing is published. */
  inForce: maybe(v.strictObject({ ...version, publishedBy: string, publishedAt: moment })),
  draft: maybe(v.strictObject({ ...version, mayPublish: flag, mayWithdraw: flag })),
  /** Whether anything is in force this month or the last: if not, alarms call everybody who holds the post. */
  keeps: flag,
  over: flag,
  /** What a new version starts from where nothing is entered yet: the shifts of the month before, and who stood on them. */
  before: maybe(v.strictObject({ starts: list(string), entries: list(entry) })),
  /** Whoever may stand on it, and whoever does; `seats` empty: no longer. */
  people: list(
    v.strictObject({
      id: string,
      name: string,
      pinyin: string,
      seats: list(seat),
      /** Days on which somebody stands in for him, by order. */
      absences: list(v.strictObject({ from: string, to: string, substitute: string })),
    }),
  ),
  exchanges: list(exchange),
  history: list(
    v.strictObject({
      version: integer,
      enteredBy: string,
      enteredAt: moment,
      reason: string,
      decision: maybe(v.picklist(['approved', 'rejected', 'withdrawn'])),
      decidedBy: maybe(string),
      decidedAt: maybe(moment),
      decisionReason: string,
      /** Against the version published before it; of one never decided, too. */
      changes: list(v.strictObject({ day: string, start: string, before: string, after: string })),
    }),
  ),
  /** Calls that met a gap in this month. */
  missed: list(v.strictObject({ at: moment, seat })),
  mayEnter: flag,
  /** What was seen, to be sent back with a new version. */
  base: v.strictObject({ version: integer, agreed: integer }),
})
export type RosterMonthView = v.InferOutput<typeof month>

const onDuty = v.strictObject({
  /** `none`: no roster is kept; `gap`: one is, and nobody is on it. */
  kind: v.picklist(['none', 'gap', 'shift']),
  shift: maybe(shiftShape),
  until: maybe(moment),
  people: list(
    v.strictObject({
      name: string,
      seat,
      /** With the middle covered; null: none is entered. */
      phone: maybe(string),
      substitute: maybe(string),
    }),
  ),
})
export type OnDutyView = v.InferOutput<typeof onDuty>

const overview = v.strictObject({
  now: moment,
  items: list(
    v.strictObject({
      office: string,
      name: bilingual,
      region: string,
      own: flag,
      mayEnter: flag,
      onDuty,
      /** This month and the next. */
      months: list(
        v.strictObject({
          month: string,
          status: v.picklist(['none', 'draft', 'in-force']),
          gaps: integer,
        }),
      ),
    }),
  ),
})
export type RosterOverview = v.InferOutput<typeof overview>

const mine = v.strictObject({
  now: moment,
  shifts: list(
    v.strictObject({
      office: string,
      officeName: bilingual,
      day: string,
      start: string,
      end: string,
      from: moment,
      until: moment,
      seat,
      work: flag,
      why: string,
      /** Whom he has asked to take it. */
      asked: maybe(string),
      /** Who can be asked. */
      others: list(who),
    }),
  ),
  exchanges: list(exchange),
})
export type MyShiftsView = v.InferOutput<typeof mine>

const start = v.pipe(string, v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const shiftInput = v.strictObject({ day: dayInput, start })
const person = line(100)

export const rosterBody = v.strictObject({
  base: v.strictObject({
    version: v.pipe(integer, v.minValue(0)),
    agreed: v.pipe(integer, v.minValue(0)),
  }),
  starts: v.pipe(list(start), v.minLength(1), v.maxLength(mostShifts)),
  entries: v.pipe(
    list(
      v.strictObject({
        day: dayInput,
        start,
        leader: maybe(person),
        officers: v.pipe(list(person), v.maxLength(mostOfficers)),
      }),
    ),
    v.maxLength(31 * mostShifts),
  ),
  reason: v.optional(v.pipe(string, v.trim(), v.maxLength(500)), ''),
})
export type RosterBody = v.InferOutput<typeof rosterBody>

export const rosterDecisionBody = v.strictObject({
  version: v.pipe(integer, v.minValue(1)),
  decision: v.picklist(['approved', 'rejected', 'withdrawn']),
  reason: v.optional(v.pipe(string, v.trim(), v.maxLength(500)), ''),
})

export const exchangeBody = v.strictObject({
  shift: shiftInput,
  seat,
  to: person,
  inReturn: v.optional(maybe(shiftInput), null),
  reason: line(500),
})
export type ExchangeBody = v.InferOutput<typeof exchangeBody>

export const exchangeDecisionBody = v.strictObject({
  decision: v.picklist(['accepted', 'declined', 'withdrawn']),
  reason: v.optional(v.pipe(string, v.trim(), v.maxLength(500)), ''),
})

export const rosterContract = {
  'GET /api/rosters': { status: 200, description: 'The offices', answer: overview },
  'GET /api/rosters/mine': { status: 200, description: 'My shifts', answer: mine },
  'GET /api/rosters/{office}/{month}': { status: 200, description: 'The month', answer: month },
  'POST /api/rosters/{office}/{month}': {
    body: rosterBody,
    status: 201,
    description: 'Entered',
    answer: month,
  },
  'POST /api/rosters/{office}/{month}/decision': {
    body: rosterDecisionBody,
    status: 200,
    description: 'Published, sent back or withdrawn',
    answer: month,
  },
  'POST /api/rosters/{office}/exchanges': {
    body: exchangeBody,
    status: 201,
    description: 'Asked',
    answer: exchange,
  },
  'POST /api/rosters/exchanges/{id}/decision': {
    body: exchangeDecisionBody,
    status: 200,
    description: 'Answered',
    answer: exchange,
  },
} as const satisfies ContractRoutes
