// Which periods run for a measure? Those of the rule book, from the day on which it was taken.
import { text } from '../../language/words.ts'
import { escalationLevel, missed } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { limit } from '../periods/period.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

const measureLimit = (...[clock, words, terms]: Parameters<typeof limit>): ClockDefinition => ({
  ...limit(clock, words, terms),
  item: 'measure',
})

const ends = ['dispose-measure', 'lift-measure', 'measure-lapsed']

/** 强制法 28(1)(四): nobody need decide it. */
const liftsItself = escalationLevel(
  'measure-lifts-itself',
  text('期限届满，措施自行解除', 'The period has ended and the measure lifts itself'),
  { notify: [inspectors, sectionChief, leader], event: 'measure-lapsed', force: 'legal' },
)

const report = text('当场采取措施后报告并补办批准', 'Report of what was taken on the spot')

export const measureClocks: ClockDefinition[] = [
  measureLimit(
    'evidence-disposal',
    text('先行登记保存证据的处理', 'Disposal of registered evidence'),
    {
      due: { rule: 'enforcement-case.evidence-disposal', from: 'takenOn' },
      startsOn: ['carry-out-measure'],
      startsIf: ({ kind }) => kind === 'registration',
      endsOn: ends,
      warn: { unit: 'WD', n: 2 },
      warnNotify: [inspectors, sectionChief, leader],
      escalationPolicy: [liftsItself],
      clockOwner: leader,
    },
  ),
  measureLimit('seizure', text('查封、扣押期限', 'Period of the seizure'), {
    due: { rule: 'enforcement-case.seizure', from: 'takenOn' },
    startsOn: ['propose-measure', 'carry-out-measure'],
    startsIf: ({ kind, takenOn }) => kind !== 'registration' && typeof takenOn === 'string',
    endsOn: [...ends, 'reject-measure'],
    movesOn: ['extend-measure'],
    pausesOn: {
      'send-to-test': { kind: 'testing', article: '《行政强制法》第二十五条第三款' },
    },
    resumesOn: ['record-test'],
    warn: { unit: 'WD', n: 5 },
    warnNotify: [inspectors, sectionChief, leader],
    escalationPolicy: [liftsItself],
    clockOwner: leader,
  }),
  measureLimit('coercion-report', report, {
    due: { rule: 'enforcement-case.coercion-report', from: 'takenAt' },
    startsOn: ['propose-measure'],
    startsIf: ({ takenAt }) => typeof takenAt === 'string',
    endsOn: ['confirm-measure', 'reject-measure', 'measure-lapsed'],
    escalationPolicy: [missed(report, [inspectors, sectionChief, leader])],
    clockOwner: leader,
  }),
]
