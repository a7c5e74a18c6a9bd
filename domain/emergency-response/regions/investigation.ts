// Which way does the investigation go, from the accident to the evaluation of what was done about it?
import type { Address } from '../../organisation/offices.ts'
import { isSpecialEquipment } from '../event/special-equipment.ts'
import {
  cityChief,
  cityLeader,
  citySupervisor,
  countyChief,
  countyLeader,
  countySupervisor,
} from './addresses.ts'
import { endedWithAll } from './ends.ts'

/**
 * 493号 19, 20: a general accident is the county's to investigate, or the city's where it takes it up; a larger one is the city's.
 * 特设法 72: so is one of special equipment, which is investigated one level higher.
 */
const byLevel =
  (county: Address, city: Address) =>
  ({ accidentLevel, kind }: Record<string, unknown>): readonly Address[] =>
    accidentLevel === 'general' && !isSpecialEquipment(kind) ? [county, city] : [city]

export const investigation = {
  initial: 'none',
  on: {
    // 493号 13: somebody has died of it after all.
    'record-casualties': {
      target: '.deciding',
      guard: 'investigationOwed',
      actions: 'noteInvestigationOwed',
    },
    'trapped-two-hours': {
      target: '.deciding',
      guard: 'investigationWaived',
      actions: 'noteInvestigationOwed',
    },
    ...endedWithAll,
  },
  states: {
    none: {
      on: {
        'open-investigation': { target: 'investigating', guard: 'inquiryLawful' },
        'end-response': [{ target: 'not-needed', guard: 'isDrill' }, { target: 'deciding' }],
        'no-response': [{ target: 'not-needed', guard: 'isDrill' }, { target: 'deciding' }],
      },
    },
    deciding: {
      meta: {
        task: 'decide-investigation',
        internal: true,
        to: countyLeader,
        also: [cityLeader],
        among: byLevel(countyLeader, cityLeader),
      },
      on: {
        'open-investigation': { target: 'investigating', guard: 'inquiryLawful' },
        'no-investigation': {
          target: 'not-needed',
          guard: 'noInquiryLawful',
          actions: 'noteInvestigationWaived',
        },
      },
    },
    investigating: {
      meta: {
        task: 'investigate',
        to: countyChief,
        also: [cityChief],
        among: byLevel(countyChief, cityChief),
      },
      on: { 'submit-report': { target: 'replying' } },
    },
    replying: {
      meta: {
        task: 'reply',
        to: countyLeader,
        also: [cityLeader],
        among: byLevel(countyLeader, cityLeader),
      },
      on: { reply: { target: 'following-up' } },
    },
    'following-up': {
      meta: {
        task: 'evaluate',
        to: countySupervisor,
        also: [citySupervisor],
        among: byLevel(countySupervisor, citySupervisor),
      },
      on: {
        'set-measure': {},
        'open-hazard': {},
        'open-enforcement': {},
        'publish-result': { guard: 'notPublished', actions: 'notePublished' },
        evaluate: { target: 'evaluated', guard: 'measuresDone' },
      },
    },
    evaluated: { type: 'final' },
    'not-needed': { type: 'final' },
    ended: { type: 'final' },
  },
} as const
