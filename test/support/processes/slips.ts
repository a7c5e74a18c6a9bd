// A process with many of a kind: the counter hands out slips, each to a post named in its form, with a chart and a clock of its own.
import {
  maxLength,
  minLength,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { assign, setup } from 'xstate'
import { text } from '../../../domain/language/words.ts'
import { toGuards } from '../../../domain/model/chart.ts'
import type {
  CaseEvent,
  EventDefinition,
  ItemDefinition,
  ProcessDefinition,
  Rule,
} from '../../../domain/model/process.ts'
import type { Address } from '../../../domain/organisation/offices.ts'
import { chiefs, counter, counters } from './counter.ts'

/** Whom a slip may go to. */
const posts: Record<string, Address> = { counters, chiefs }
type SlipContext = { to: string; late: boolean }

const slipMachine = setup({
  types: { context: {} as SlipContext, events: {} as CaseEvent, input: {} as CaseEvent },
  actions: { late: assign({ late: true }) },
}).createMachine({
  id: 'slip',
  context: ({ input }) => ({ to: String(input?.data.to ?? 'counters'), late: false }),
  initial: 'handed',
  states: {
    handed: {
      meta: {
        task: 'slip',
        to: counters,
        among: ({ to }: Record<string, unknown>) => [posts[String(to)] ?? counters],
      },
      on: {
        stamp: { target: 'stamped' },
        recall: { target: 'recalled' },
        'slip-late': { actions: 'late' },
      },
    },
    stamped: { type: 'final' },
    recalled: { type: 'final' },
  },
})

const event = (
  zh: string,
  schema: EventDefinition['schema'],
  by: EventDefinition['by'] = 'task',
): EventDefinition => ({
  words: text(zh, zh),
  party: text(zh, zh),
  schema,
  fields: [
    {
      name: 'note',
      words: text('说明', 'Note'),
      kind: 'text',
      required: false,
    },
  ],
  by,
  audience: 'internal',
  show: { party: [], public: [] },
})
const note = strictObject({ note: optional(pipe(string(), minLength(1), maxLength(200))) })

const slip: ItemDefinition = {
  kind: 'slip',
  words: text('纸条', 'Slip'),
  opens: 'hand-out',
  about: 'to',
  most: 5,
  machine: slipMachine,
  rules: {},
  events: {
    stamp: event('盖章', note),
    recall: event('收回', note, [counters]),
    'slip-late': event('纸条逾期', object({}), 'clock'),
  },
  clocks: [
    {
      clock: 'slip',
      item: 'slip',
      words: text('盖章期限', 'Stamping'),
      due: { momentField: 'until', article: '§2' },
      startsOn: ['hand-out'],
      endsOn: ['stamp', 'recall'],
      warn: null,
      warnNotify: [],
      escalationPolicy: [
        {
          escalationLevel: 'late',
          words: text('逾期', 'Late'),
          after: { unit: 'MIN', n: 0 },
          event: 'slip-late',
          notify: [chiefs],
          force: 'supervision',
          late: 'fire',
        },
      ],
      audience: 'internal',
      clockOwner: chiefs,
    },
  ],
  states: {
    handed: text('已发出', 'Handed out'),
    stamped: text('已盖章', 'Stamped'),
    recalled: text('已收回', 'Recalled'),
  },
  usual: { slip: ['stamp'] },
}

const noSlipOut: Rule = ({ event: { openItems = {} } }) =>
  (openItems.slip ?? 0) === 0 || text('还有纸条未收回', 'Slips are still out')
const rules = { noSlipOut }

const machine = setup({
  types: { context: {} as { handed: number }, events: {} as CaseEvent, input: {} as CaseEvent },
  guards: toGuards(rules),
  actions: { hand: assign({ handed: ({ context }) => context.handed + 1 }) },
}).createMachine({
  id: 'slips',
  context: { handed: 0 },
  type: 'parallel',
  states: {
    handing: {
      initial: 'open',
      states: {
        open: {
          meta: { task: 'count', to: counters },
          on: {
            'hand-out': { actions: 'hand' },
            finish: { target: 'done', guard: 'noSlipOut' },
            drop: { target: 'done' },
          },
        },
        done: { type: 'final' },
      },
    },
  },
})

/** Handed out to counters or chiefs until a moment; the counter is finished once no slip is out, or dropped with all of them. */
export const slips: ProcessDefinition = {
  ...counter,
  id: 'slips',
  machine,
  start: { ...counter.start, notify: [] },
  events: {
    'hand-out': {
      ...event(
        '发纸条',
        strictObject({
          to: picklist(Object.keys(posts)),
          until: string(),
          note: optional(string()),
        }),
      ),
      appendsOnly: true,
    },
    finish: event('完成', strictObject({})),
    drop: event('作废', strictObject({})),
  },
  rules,
  clocks: [...counter.clocks.map((clock) => ({ ...clock, escalationPolicy: [] })), ...slip.clocks],
  words: {
    states: {
      handing: text('计数中', 'Counting'),
      'handing.open': text('计数中', 'Counting'),
      'handing.done': text('完成', 'Done'),
    },
    partyStates: {},
    tasks: { count: text('计数', 'Count'), slip: text('盖章', 'Stamp') },
  },
  items: [slip],
}
