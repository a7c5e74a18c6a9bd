// Which way does a penalty on the spot go, from the workshop to the books (处罚法 51–52, 68–71)?
import { returns } from '../../model/chart.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { cityInspectors, sectionChief } from './addresses.ts'
import { handlingEnded } from './ends.ts'

/** Until it is decided, whoever stands in the workshop writes down what he sees. */
const noted = { 'note-on-the-spot': { guard: 'noteSaid' } } as const

/** Steps of the handling: told and heard by one hand, decided by two. */
export const onTheSpotSteps = {
  telling: {
    meta: { task: 'tell-party', to: inspectors },
    on: {
      ...noted,
      'tell-party': { target: 'punishing', guard: 'tellLawful', actions: 'noteTold' },
      'go-ordinary': { target: 'filing', actions: 'noteOrdinary' },
    },
  },
  punishing: {
    meta: {
      task: 'punish-on-the-spot',
      to: inspectors,
      signers: { mode: 'all', need: 2 },
      borrow: [cityInspectors],
      returnTo: ['handling.telling'],
    },
    on: {
      'punish-on-the-spot': [
        { target: 'performing', guard: 'punishedToPay', actions: 'notePunishedOnTheSpot' },
        { target: 'proposing-closing', guard: 'punishedToClose', actions: 'notePunishedOnTheSpot' },
      ],
      ...noted,
      ...returns('handling.telling'),
    },
  },
} as const

/** Beside the case: is it reported for the record (处罚法 52)? */
export const reporting = {
  initial: 'none',
  on: { [handlingEnded]: { target: '.ended' } },
  states: {
    none: { tags: 'quiet', on: { 'punish-on-the-spot': { target: 'due' } } },
    due: {
      meta: { task: 'report-on-the-spot', to: inspectors, internal: true },
      on: { 'report-on-the-spot': { target: 'reported', actions: 'noteReported' } },
    },
    reported: { tags: 'quiet' },
    ended: { type: 'final' },
  },
} as const

/** Beside the case: where is the cash (处罚法 71)? */
export const cash = {
  initial: 'none',
  on: { [handlingEnded]: { target: '.ended' } },
  states: {
    none: { tags: 'quiet', on: { 'punish-on-the-spot': { target: 'held', guard: 'cashTaken' } } },
    held: {
      meta: { task: 'hand-in-cash', to: inspectors, internal: true },
      on: {
        'hand-in-cash': { target: 'handed-in', guard: 'handInLawful', actions: 'noteCashHandedIn' },
      },
    },
    'handed-in': {
      meta: { task: 'remit-cash', to: sectionChief, internal: true },
      on: {
        'remit-cash': { target: 'remitted', guard: 'remitLawful', actions: 'noteCashRemitted' },
      },
    },
    remitted: { tags: 'quiet' },
    ended: { type: 'final' },
  },
} as const
