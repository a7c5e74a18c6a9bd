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

const ends = [
  'dispose-measure',
  'lift-measure',
  'measure-lapsed',
  'things-confiscated',
  'measure-released',
]
/** 强制法 27: a proposal confiscates nothing. */
const endsIf: NonNullable<ClockDefinition['endsIf']> = ({ confiscation }) =>
  confiscation !== 'proposed'

/** 强制法 28(1)(四): nobody need decide it. */
const liftsItself = escalationLevel(
  'measure-lifts-itself',
  text('期限届满，措施自行解除', 'The period has ended and the measure lifts itself'),
  { notify: [inspectors, sectionChief, leader], event: 'measure-lapsed', force: 'legal' },
)

const testOver = escalationLevel(
  'test-over',
  text('检测、鉴定期间届满，查封、扣押期限继续计算', 'The test is over and the seizure runs on'),
  {
    notify: [inspectors, sectionChief, leader],
    event: 'test-over',
    says: ({ snapshot }) => ({ testUntil: snapshot.context.testUntil }),
    force: 'legal',
  },
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
      endsIf,
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
    endsIf,
    movesOn: ['extend-measure'],
    pausesOn: {
      'send-to-test': { kind: 'testing', article: '《行政强制法》第二十五条第三款' },
    },
    resumesOn: ['record-test', 'test-over'],
    // 强制法 25(3): only the fixed time is left out, also where its end is written down later.
    resumedBy: { 'test-over': 'testUntil' },
    warn: { unit: 'WD', n: 5 },
    warnNotify: [inspectors, sectionChief, leader],
    escalationPolicy: [liftsItself],
    clockOwner: leader,
  }),
  measureLimit('seizure-test', text('检测、检验、鉴定期间', 'Time of the test'), {
    due: { dateField: 'testUntil', article: '《行政强制法》第二十五条第三款' },
    startsOn: ['send-to-test'],
    endsOn: ['record-test', 'lift-measure', 'test-over'],
    warn: { unit: 'WD', n: 2 },
    warnNotify: [inspectors, sectionChief, leader],
    escalationPolicy: [testOver],
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
