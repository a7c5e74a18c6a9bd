// How does one measure against things go, from its proposal or its taking until the things are disposed of or back?
import { setup } from 'xstate'
import { text } from '../../language/words.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { leader } from '../regions/addresses.ts'
import { measureActs } from './measure-acts.ts'
import { measureClocks } from './measure-clocks.ts'
import {
  begunMeasure,
  followPenalty,
  type MeasureContext,
  measureEnds,
  measureGoesOn,
  measureNotes,
} from './measure-context.ts'
import { measureInShort } from './measure-in-short.ts'
import { measureRules } from './measure-rules.ts'

/** The closed list of tasks of a measure. */
export type MeasureTask =
  | 'approve-measure'
  | 'carry-out-measure'
  | 'confirm-measure'
  | 'decide-measure'
  | 'await-test'
  | 'await-confiscation'
  | 'record-confiscation'
  | 'return-things'

type MeasureEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof measureActs }
const types = {} as { context: MeasureContext; events: MeasureEvent; input: CaseEvent }
const { assign } = setup({ types })

const lapses = {
  'measure-lapsed': { target: 'returning', actions: 'noteMeasureLapsed' },
} as const
const lifts = { target: 'returning', actions: 'noteConfiscationOff' } as const
/** By the penalty that does not confiscate, or by its annulment. */
const released = { target: 'returning', actions: 'noteMeasureReleased' } as const

/** 处罚法 56, 强制法 18, 19: approved first, or taken at once and approved within a day. */
const begun = {
  proposed: {
    meta: { task: 'approve-measure', to: leader },
    always: { target: 'taken', guard: 'measureTakenAtOnce' },
    on: {
      'approve-measure': {
        target: 'approved',
        guard: 'measureApprovable',
        actions: 'noteMeasureApproved',
      },
      'refuse-measure': { target: 'refused', guard: 'measureApprovable' },
    },
  },
  approved: {
    meta: { task: 'carry-out-measure', to: inspectors },
    on: {
      'carry-out-measure': {
        target: 'in-force',
        guard: 'measureTakenLawfully',
        actions: 'noteMeasureTaken',
      },
      'drop-measure': { target: 'dropped' },
    },
  },
  taken: {
    meta: { task: 'confirm-measure', to: leader },
    on: {
      'confirm-measure': {
        target: 'in-force',
        guard: 'measureApprovable',
        actions: 'noteMeasureApproved',
      },
      'reject-measure': { target: 'returning', guard: 'measureApprovable' },
      ...lapses,
    },
  },
} as const

/** 强制法 25–28. */
const held = {
  'in-force': {
    meta: { task: 'decide-measure', to: leader },
    on: {
      'dispose-measure': [
        { target: 'returning', guard: 'measureGivenBack' },
        {
          target: 'awaiting-penalty',
          guard: 'measureToConfiscate',
          actions: 'noteConfiscationProposed',
        },
        { target: 'confiscating', guard: 'measureConfiscated', actions: 'noteConfiscated' },
        { target: 'disposed', guard: 'measureDisposed' },
      ],
      'lift-measure': lifts,
      'extend-measure': { guard: 'measureExtendable', actions: 'noteMeasureExtended' },
      'send-to-test': {
        target: 'testing',
        guard: 'measureTestable',
        actions: 'noteSentToTest',
      },
      'record-late-test': { guard: 'testOutstanding', actions: 'noteTested' },
      ...lapses,
    },
  },
  testing: {
    meta: { task: 'await-test', to: inspectors },
    on: {
      'record-test': { target: 'in-force', actions: 'noteTested' },
      'test-over': { target: 'in-force' },
      'lift-measure': lifts,
    },
  },
  /** 强制法 27: only the penalty confiscates; the period runs on until it does. */
  'awaiting-penalty': {
    meta: { task: 'await-confiscation', to: leader },
    on: {
      'dispose-measure': [
        { target: 'returning', guard: 'measureGivenBack', actions: 'noteConfiscationOff' },
        { target: 'disposed', guard: 'measureDisposed', actions: 'noteConfiscationOff' },
      ],
      'lift-measure': lifts,
      'extend-measure': { guard: 'measureExtendable', actions: 'noteMeasureExtended' },
      'things-confiscated': { target: 'confiscating', actions: 'noteConfiscated' },
      'measure-released': released,
      ...lapses,
    },
  },
  /** 处罚法 74. */
  confiscating: {
    meta: { task: 'record-confiscation', to: inspectors },
    on: {
      'record-confiscation': {
        target: 'confiscated',
        guard: 'confiscationLawful',
        actions: 'noteConfiscatedHandled',
      },
      'measure-released': released,
    },
  },
  returning: {
    meta: { task: 'return-things', to: inspectors },
    on: { 'return-things': { target: 'lifted', guard: 'measureReturned' } },
  },
} as const

const machine = setup({
  types,
  guards: toGuards(measureRules),
  actions: toActions(assign, measureNotes),
}).createMachine({
  id: 'measure',
  context: ({ input }) => begunMeasure(input),
  initial: 'proposed',
  states: {
    ...begun,
    ...held,
    refused: { type: 'final' },
    dropped: { type: 'final' },
    disposed: { type: 'final' },
    confiscated: { type: 'final' },
    lifted: { type: 'final' },
  },
})

/** Evidence registered and things seized: each with its own approval, period and end. */
export const measure: ItemDefinition = {
  kind: 'measure',
  words: text('证据保存、查封扣押措施', 'Measures on things'),
  opens: 'propose-measure',
  about: 'kind',
  most: 20,
  machine,
  rules: measureRules,
  events: measureActs,
  clocks: measureClocks,
  follows: followPenalty,
  goesOn: measureGoesOn,
  ends: measureEnds,
  brief: measureInShort,
  states: {
    proposed: text('待批准', 'To be approved'),
    approved: text('已批准，待实施', 'Approved, to be taken'),
    taken: text('已当场采取，待补办批准', 'Taken, to be approved'),
    'in-force': text('保存（查封、扣押）中', 'In force'),
    testing: text('检测、鉴定中', 'Being tested'),
    'awaiting-penalty': text('已提请没收，待处罚决定', 'Confiscation proposed'),
    confiscating: text('已决定没收，待处理', 'Confiscated, to be dealt with'),
    returning: text('待退还', 'To be returned'),
    refused: text('未批准', 'Not approved'),
    dropped: text('未实施', 'Not taken'),
    disposed: text('已处理', 'Disposed of'),
    confiscated: text('已没收', 'Confiscated'),
    lifted: text('已解除', 'Lifted'),
  },
  usual: {
    'approve-measure': ['approve-measure'],
    'carry-out-measure': ['carry-out-measure'],
    'confirm-measure': ['confirm-measure'],
    'decide-measure': ['dispose-measure'],
    'await-test': ['record-test'],
    'await-confiscation': [],
    'record-confiscation': ['record-confiscation'],
    'return-things': ['return-things'],
  },
}
