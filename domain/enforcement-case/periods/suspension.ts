// Which period runs while an enforcement is suspended, and which stand still (强制法 39)?
import { text } from '../../language/words.ts'
import { escalationLevel } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { remembered } from '../memory/penalties.ts'
import { isOwing } from '../memory/surcharge.ts'
import { isWithPolice, type WithPolice } from '../memory/with-police.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { limit } from './period.ts'

/** 复议法 63: a change may have left no more of the fine than was paid already. */
export const nothingLeft: NonNullable<ClockDefinition['yieldsIf']> = (context) =>
  !isOwing(remembered(context))

/** What a suspension does to the periods of demand and court. */
export const standsStill = {
  pausesOn: {
    'suspend-enforcement': { kind: 'suspension', article: '《行政强制法》第三十九条' },
  },
  resumesOn: ['resume-enforcement'],
} as const satisfies Partial<ClockDefinition>

const asSuspended = {
  kind: 'suspension',
  article: '《行政强制法》第三十九条第一款第（四）项',
} as const

/** The leader who sends a punished case to the police puts off its enforcement: what the court could be asked for in time lapses by nothing that they do. */
export const standsStillForCourt = {
  pausesOn: {
    ...standsStill.pausesOn,
    'transfer-punished': asSuspended,
    'payment-overdue': asSuspended,
    'record-upheld': asSuspended,
    'record-change': asSuspended,
  },
  resumesOn: [...standsStill.resumesOn, 'accept-police-refusal', 'record-criminal-return'],
  resumedBy: { 'record-criminal-return': 'receivedOn' },
  standsStillIf: (context) =>
    typeof context.suspendedSince === 'string' || isWithPolice(context as WithPolice),
} as const satisfies Partial<ClockDefinition>

export const suspensionClock = limit(
  'suspension-max',
  text('中止执行满三年', 'Three years of suspension'),
  {
    due: { rule: 'enforcement-case.suspension-max', from: 'suspendedSince' },
    startsOn: ['suspend-enforcement'],
    startsIf: ({ suspensionCounts }) => suspensionCounts === true,
    endsOn: [
      'resume-enforcement',
      'suspension-over',
      'record-payment',
      'terminate-enforcement',
      'record-performance',
    ],
    yieldsOn: ['record-annulment', 'grant-deferral'],
    yieldsIf: nothingLeft,
    warn: { unit: 'ND', n: 90 },
    warnNotify: [inspectors, sectionChief, leader],
    escalationPolicy: [
      escalationLevel(
        'suspended-for-good',
        text('中止执行满三年，不再执行', 'Suspended for three years: executed no more'),
        {
          notify: [...enterprise, inspectors, sectionChief, leader],
          event: 'suspension-over',
          force: 'legal',
        },
      ),
    ],
    audience: 'party',
    clockOwner: leader,
  },
)
