// How does one order to correct go, until two officers have found it obeyed or refused?
import { setup } from 'xstate'
import { type Text, text } from '../../language/words.ts'
import { toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { cityInspectors } from '../regions/addresses.ts'
import { correctionActs } from './correction-acts.ts'
import { correctionClocks } from './correction-clocks.ts'
import { type CorrectionContext, givenOrder } from './correction-context.ts'
import { correctionRules } from './correction-rules.ts'

/** The closed list of tasks of an order to correct. */
export type CorrectionTask = 're-check-correction'

type CorrectionEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof correctionActs }
const types = {} as { context: CorrectionContext; events: CorrectionEvent; input: CaseEvent }

const machine = setup({ types, guards: toGuards(correctionRules) }).createMachine({
  id: 'correction',
  context: ({ input }) => givenOrder(input),
  initial: 'ordered',
  states: {
    ordered: {
      meta: {
        task: 're-check-correction',
        to: inspectors,
        signers: { mode: 'all', need: 2 },
        borrow: [cityInspectors],
      },
      on: {
        'correction-done': { target: 'corrected', guard: 'correctionCheckLawful' },
        'correction-refused': { target: 'refused', guard: 'refusalLawful' },
        'drop-correction': { target: 'dropped' },
      },
    },
    corrected: { type: 'final' },
    refused: { type: 'final' },
    dropped: { type: 'final' },
  },
})

const line = (words: Text, value: unknown) =>
  typeof value === 'string' && value !== '' ? [{ words, value: text(value, value) }] : []

/** 责令改正: each with its own day, re-check and outcome. */
export const correction: ItemDefinition = {
  kind: 'correction',
  words: text('责令改正', 'Orders to correct'),
  opens: 'order-correction',
  most: 20,
  machine,
  rules: correctionRules,
  events: correctionActs,
  clocks: correctionClocks,
  brief: (forms) => {
    const checked = forms['correction-refused'] ?? forms['correction-done'] ?? {}
    return [
      ...line(text('改正要求', 'To be corrected'), forms['order-correction']?.requirements),
      ...line(text('改正期限', 'By'), forms['order-correction']?.correctBy),
      ...line(text('复查日期', 'Re-checked on'), checked.checkedOn),
      ...line(text('复查情况', 'Found'), checked.findings),
    ]
  },
  states: {
    ordered: text('待复查', 'To be re-checked'),
    corrected: text('已改正', 'Corrected'),
    refused: text('拒不改正', 'Refused'),
    dropped: text('已撤销', 'Withdrawn'),
  },
  usual: { 're-check-correction': ['correction-done', 'correction-refused'] },
}
