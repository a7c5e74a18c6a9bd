// Has the city received what went past it to the province: a report that skipped it, each later one, and each correction?
import { cityDuty } from './addresses.ts'
import { endedWithAll } from './ends.ts'

/** 越级上报、续报、终报、更正: the highest level receives it in its own region; the city between does so here. */
export const copies = {
  initial: 'none',
  on: {
    'correct-report': { target: '.awaiting', guard: 'cityIsBetween' },
    'report-to-city': { target: '.awaiting', guard: 'cityIsBetween' },
    'report-to-province': [
      { target: '.awaiting', guard: 'cityIsSkipped' },
      { target: '.awaiting', guard: 'cityLeft' },
    ],
    'report-further': { target: '.awaiting', guard: 'cityIsBetween' },
    'report-finally': { target: '.awaiting', guard: 'cityIsBetween' },
    'withdraw-report': { target: '.none', guard: 'withdrawsOfCounty' },
    'no-report': { target: '.ended' },
    'case-joined': { target: '.awaiting', guard: 'joinedCopyLeft' },
    ...endedWithAll,
  },
  states: {
    none: {
      always: { target: 'awaiting', guard: 'copyLeft' },
      on: {
        'report-finally': [{ target: 'awaiting', guard: 'cityIsBetween' }, { target: 'ended' }],
      },
    },
    awaiting: {
      meta: { task: 'receive-copy', to: cityDuty, internal: true },
      on: {
        'acknowledge-copy': [
          { target: 'ended', guard: 'finallyReported', actions: 'noteCopyReceived' },
          { target: 'ended', guard: 'reportWaived', actions: 'noteCopyReceived' },
          { target: 'none', actions: 'noteCopyReceived' },
        ],
        'no-report': { guard: 'copyLeft' },
        'case-joined': {},
      },
    },
    ended: { type: 'final' },
  },
} as const
