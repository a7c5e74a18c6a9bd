// The smallest process that has everything the engine must get right: a task, two hands, a clock and an end.
import {
  integer,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { assign, setup } from 'xstate'
import { text } from '../../../domain/language/words.ts'
import { returns, returnsTo, toGuards } from '../../../domain/model/chart.ts'
import type {
  CaseEvent,
  EventDefinition,
  ProcessDefinition,
  Rule,
} from '../../../domain/model/process.ts'
import type { Address } from '../../../domain/organisation/offices.ts'

export const counters: Address = { role: 'inspector', office: 'enforcement', level: 'county' }
export const chiefs: Address = { role: 'section-chief', office: 'enforcement', level: 'county' }

type Context = { count: number; late: number }

const notTooMuch: Rule<Context> = ({ context, event }) =>
  context.count + Number(event.data.n ?? 0) <= 1_000 || text('数太大', 'too much')
const rules = { notTooMuch, returnsTo }

const machine = setup({
  types: { context: {} as Context, events: {} as CaseEvent, input: {} as CaseEvent },
  guards: toGuards(rules),
  actions: {
    add: assign({ count: ({ context, event }) => context.count + Number(event.data.n) }),
    late: assign({ late: ({ context }) => context.late + 1 }),
  },
}).createMachine({
  id: 'counter',
  context: { count: 0, late: 0 },
  initial: 'counting',
  states: {
    counting: {
      meta: { task: 'count', to: counters },
      on: {
        add: { guard: 'notTooMuch', actions: 'add' },
        finish: { target: 'checking' },
        'fall-late': { actions: 'late' },
      },
    },
    checking: {
      meta: { task: 'check', to: chiefs, signers: { mode: 'all', need: 2 } },
      on: { approve: { target: 'done' }, ...returns('counting') },
    },
    done: { type: 'final' },
  },
})

const event = (
  zh: string,
  en: string,
  schema: EventDefinition['schema'],
  by: EventDefinition['by'] = 'task',
): EventDefinition => ({
  words: text(zh, en),
  party: text(zh, en),
  schema,
  fields: [],
  by,
  audience: 'party',
  show: { party: ['n'], public: [] },
})

export const counter: ProcessDefinition = {
  id: 'counter',
  version: 1,
  title: text('计数', 'Counter'),
  summary: text('计数', 'Counter'),
  numberWord: '计数',
  law: '',
  machine,
  start: {
    ...event('开始', 'Start', object({ region: string(), date: optional(string()) }), [counters]),
    type: 'start',
    notify: [counters],
  },
  events: {
    add: event('加', 'Add', strictObject({ n: pipe(number(), integer(), minValue(1)) })),
    finish: event('完成', 'Finish', strictObject({})),
    approve: event('批准', 'Approve', strictObject({ outcome: picklist(['yes', 'no']) })),
    'fall-late': event('逾期', 'Fall late', strictObject({}), 'clock'),
  },
  rules,
  clocks: [
    {
      clock: 'count',
      words: text('计数期限', 'Counting'),
      due: { dateField: 'date', article: '§1' },
      startsOn: ['start'],
      endsOn: ['finish'],
      warn: null,
      warnNotify: [],
      escalationPolicy: [
        {
          escalationLevel: 'late',
          words: text('逾期', 'Late'),
          after: { unit: 'ND', n: 0 },
          event: 'fall-late',
          notify: [chiefs],
          force: 'supervision',
          late: 'fire',
        },
        {
          escalationLevel: 'later',
          words: text('再逾期', 'Later'),
          after: { unit: 'WD', n: 2 },
          event: null,
          notify: [chiefs],
          force: 'supervision',
          late: 'fire',
        },
      ],
      audience: 'internal',
      clockOwner: chiefs,
    },
  ],
  words: {
    states: {
      counting: text('计数中', 'Counting'),
      checking: text('待核', 'Checking'),
      done: text('完成', 'Done'),
    },
    partyStates: {
      counting: text('计数中', 'Counting'),
      checking: text('待核', 'Checking'),
      done: text('完成', 'Done'),
    },
    tasks: { count: text('计数', 'Count'), check: text('核对', 'Check') },
  },
  reopen: null,
  describe: (data) => ({ title: '计数', region: String(data.region), owner: null, site: null }),
  level: () => null,
  migrations: [],
}
