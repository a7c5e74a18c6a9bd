// How far has the event been reported upwards, and what is still to be reported?
import type { Address } from '../../organisation/offices.ts'
import { cityDuty, countyDuty, desks } from './addresses.ts'
import { endedWithAll } from './ends.ts'

/** Who reports first: the desk that has heard of it, and the city's for all of them. */
const reporters = ({ countyHeardAt }: Record<string, unknown>): readonly Address[] =>
  countyHeardAt === null ? [cityDuty] : desks

const further = {
  'report-to-city': {
    target: 'standing',
    guard: 'countyHolds',
    actions: ['noteFigures', 'noteCity', 'noteReport'],
  },
  'report-to-province': {
    target: 'standing',
    guard: 'provinceLawful',
    actions: ['noteFigures', 'noteProvince', 'noteReport'],
  },
  'report-finally': {
    target: 'final',
    guard: 'finalLawful',
    actions: ['noteFigures', 'noteFinal'],
  },
} as const

/** 493号 10–13, 令21 8–9: level by level upwards, by telephone where it is grave, then whatever is new until the final report. */
export const reporting = {
  initial: 'first',
  // What was sent back is no final report.
  always: { target: '.standing', guard: 'sentBack', actions: 'noteSupplement' },
  on: {
    'supplement-event': { guard: 'foundOutLawful', actions: 'noteFoundOut' },
    'correct-unit': { guard: 'unitCorrectionLawful', actions: 'noteUnitCorrected' },
    'record-unit-report': { guard: 'unitReportLawful', actions: 'noteUnitReport' },
    'county-report-by-phone': { guard: 'countyPhoneLawful', actions: 'noteCountyPhone' },
    'city-report-by-phone': { guard: 'cityPhoneLawful', actions: 'noteCityPhone' },
    'county-informs-authorities': { guard: 'countyInforms', actions: 'noteCountyInformed' },
    'city-informs-authorities': { guard: 'cityInforms', actions: 'noteCityInformed' },
    'county-tells-government': { guard: 'countyTells', actions: 'noteCountyChannel' },
    'city-tells-government': { guard: 'cityTells', actions: 'noteCityChannel' },
    'correct-report': [
      {
        target: '.standing',
        guard: 'correctionReopens',
        actions: ['noteFigures', 'noteSupplement'],
      },
      { guard: 'correctionLawful', actions: 'noteFigures' },
    ],
    // A change within the days that count is a supplement: what was final goes on, and what was waived is owed where that outweighs it.
    'record-casualties': [
      { target: '.standing', guard: 'finallyReported', actions: 'noteSupplement' },
      { target: '.first', guard: 'reportOwed', actions: 'noteReportOwed' },
    ],
    // What was reported in the joined case is reported; what it knew more of goes up like every other change.
    'case-joined': [
      {
        target: '.standing',
        guard: 'joinedReopens',
        actions: ['noteTakenOver', 'noteSupplement'],
      },
      { target: '.standing', guard: 'joinedReported', actions: 'noteTakenOver' },
      { target: '.first', guard: 'joinedOwes', actions: 'noteTakenOver' },
      { actions: 'noteTakenOver' },
    ],
    verify: { target: '.first', guard: 'reportOwed', actions: 'noteReportOwed' },
    'call-back': { target: '.first', guard: 'reportOwed', actions: 'noteReportOwed' },
    'resume-response': {
      target: '.standing',
      guard: 'reportsAgain',
      actions: 'noteSupplement',
    },
    'trapped-two-hours': {
      target: '.first',
      guard: 'reportWaived',
      actions: 'noteReportOwed',
    },
    ...endedWithAll,
  },
  states: {
    first: {
      meta: {
        task: 'report-first',
        to: countyDuty,
        also: [cityDuty],
        among: reporters,
        internal: true,
      },
      on: {
        'no-report': {
          target: 'not-needed',
          guard: 'noReportLawful',
          actions: 'noteReportWaived',
        },
        ...further,
      },
    },
    standing: {
      meta: {
        task: 'report-further',
        to: countyDuty,
        also: [cityDuty],
        among: reporters,
        internal: true,
      },
      on: {
        'report-further': { guard: 'countedOnly', actions: ['noteFigures', 'noteReport'] },
        'withdraw-report': [
          { target: 'first', guard: 'withdrawsLast', actions: 'noteWithdrawn' },
          { guard: 'withdrawsOwn', actions: 'noteWithdrawn' },
        ],
        ...further,
      },
    },
    final: { type: 'final' },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
