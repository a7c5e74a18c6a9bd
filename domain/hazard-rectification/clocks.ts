// Which periods run over a hazard, and who hears of it when one is missed?
import type { ClockDefinition } from '../case/process.ts'
import { text } from '../case/words.ts'
import {
  cityLeader,
  citySupervisor,
  countyLeader,
  enterprise,
  inspectors,
  principal,
  provinceSupervisor,
  sectionChief,
} from './addresses.ts'

/** How long after the date of the order each level steps in. No national number exists: the bureau's default [D]. */
export const supervisionAfter = {
  red: { unit: 'ND', n: 1 },
  city: { unit: 'WD', n: 5 },
  province: { unit: 'WD', n: 20 },
  source: 'default of the bureau [D]; 国发〔2010〕23号: level by level',
} as const

/** The order's date binds the enterprise until it reports; after a failed re-check the new date starts a new obligation. */
const rectification: ClockDefinition = {
  clock: 'rectification',
  words: text('整改期限', 'Rectification'),
  due: { dateField: 'dueDate', article: '《安全生产法》（2021）第六十五条第一款第三项；责令限期整改指令书' },
  startsOn: ['issue-order', 're-check-failed'],
  endsOn: ['report-rectified', 'write-off'],
  warn: { unit: 'WD', n: 3 },
  warnTell: [...enterprise, inspectors],
  // Each rung is a step of the chart, so none may be left out after an outage.
  ladder: [
    {
      rung: 'overdue',
      words: text('整改逾期', 'Rectification overdue'),
      after: { unit: 'ND', n: 0 },
      event: 'rectification-overdue',
      tell: [...enterprise, inspectors],
      force: 'supervision',
      late: 'fire',
    },
    {
      rung: 'red',
      words: text('亮红牌（县级督办）', 'Red card (county supervision)'),
      after: supervisionAfter.red,
      event: 'supervise-red',
      tell: [sectionChief, countyLeader, principal],
      force: 'supervision',
      late: 'fire',
    },
    {
      rung: 'city',
      words: text('市级挂牌督办', 'City supervision'),
      after: supervisionAfter.city,
      event: 'supervise-city',
      tell: [citySupervisor, countyLeader, sectionChief],
      force: 'supervision',
      late: 'fire',
    },
    {
      rung: 'province',
      words: text('省级挂牌督办', 'Province supervision'),
      after: supervisionAfter.province,
      event: 'supervise-province',
      tell: [provinceSupervisor, cityLeader],
      force: 'supervision',
      late: 'fire',
    },
  ],
  audience: 'party',
  keeper: sectionChief,
}

/** A clock of the authority itself: when it is missed, the section chief hears of it and nothing else changes. */
const ofTheBureau = (
  clock: string,
  words: ClockDefinition['words'],
  startsOn: string[],
  endsOn: string[],
  warnDays: number | null,
): ClockDefinition => ({
  clock,
  words,
  due: { rule: `hazard-rectification.${clock}` },
  startsOn,
  endsOn,
  warn: warnDays === null ? null : { unit: 'WD', n: warnDays },
  warnTell: warnDays === null ? [] : [inspectors],
  ladder: [
    {
      rung: 'missed',
      words: text(`${words.zh}逾期`, `${words.en} overdue`),
      after: { unit: 'ND', n: 0 },
      event: null,
      tell: [sectionChief],
      force: 'supervision',
      late: 'fire',
    },
  ],
  audience: 'internal',
  keeper: sectionChief,
})

export const clocks: ClockDefinition[] = [
  ofTheBureau('verification', text('核实', 'Verification'), ['report', 'reopen'], ['verify', 'reject', 'withdraw'], null),
  rectification,
  ofTheBureau('re-check', text('复查', 'Re-check'), ['report-rectified'], ['re-check-passed', 're-check-failed'], 2),
]
