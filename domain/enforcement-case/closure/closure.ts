// What becomes of a proposal to close an enterprise: has the government decided it?
import { setup } from 'xstate'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { toGuards } from '../../model/chart.ts'
import { field } from '../../model/field.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { citySupervisor } from '../../organisation/addresses.ts'
import { todayOf } from '../memory/penalties.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { type ClosureContext, closureRules } from './closure-rules.ts'

/** The closed list of tasks of a proposal to close. */
export type ClosureTask = 'record-closure-answer'

const closureActs = {
  'closure-decided': act({
    words: text('登记政府关闭决定', 'The government has decided the closure'),
    fields: {
      number: field.text('关闭决定文号', 'Number of the decision', 100),
      decidedOn: field.date('决定日期', 'Decided on'),
      papers: field.files('关闭决定', 'Decision').optional(),
    },
    consequence: {
      effect: text(
        '有关许可由发证机关依法吊销；主要负责人五年内（情节严重的终身）不得担任主要负责人。',
        'Licences are revoked by those who granted them; its principal is barred for five years, or for life.',
      ),
      article: '《安全生产法》（2021）第一百一十三条',
    },
    notify: [sectionChief, citySupervisor],
  }),
  'closure-declined': act({
    words: text('登记政府未予关闭', 'The government has declined'),
    fields: { reason: field.longText('理由', 'Why', 1000) },
    notify: [sectionChief, citySupervisor],
  }),
}

type ClosureEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof closureActs }
const types = {} as { context: ClosureContext; events: ClosureEvent; input: CaseEvent }

const machine = setup({ types, guards: toGuards(closureRules) }).createMachine({
  id: 'closure',
  context: ({ input }) => ({ proposedOn: input ? todayOf(input) : null }),
  initial: 'proposed',
  states: {
    proposed: {
      meta: { task: 'record-closure-answer', to: leader },
      on: {
        'closure-decided': { target: 'closed-down', guard: 'closureAnswerLawful' },
        'closure-declined': { target: 'declined' },
      },
    },
    'closed-down': { type: 'final' },
    declined: { type: 'final' },
  },
})

/** 提请关闭: proposed by the leader, answered by the government. */
export const closure: ItemDefinition = {
  kind: 'closure',
  words: text('提请关闭', 'Proposals to close'),
  opens: 'propose-closure',
  most: 5,
  machine,
  rules: closureRules,
  events: closureActs,
  clocks: [],
  brief: (forms) =>
    Object.entries({
      'propose-closure': { name: 'reason', words: text('理由', 'Reasons') },
      'closure-decided': { name: 'number', words: text('关闭决定文号', 'Decision') },
      'closure-declined': { name: 'reason', words: text('未予关闭的理由', 'Why it was declined') },
    }).flatMap(([type, { name, words }]) => {
      const value = forms[type]?.[name]
      return typeof value === 'string' ? [{ words, value: text(value, value) }] : []
    }),
  states: {
    proposed: text('待政府答复', 'To be answered by the government'),
    'closed-down': text('政府已决定关闭', 'Closure decided'),
    declined: text('政府未予关闭', 'Declined'),
  },
  usual: { 'record-closure-answer': ['closure-decided'] },
}
