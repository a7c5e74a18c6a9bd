// How does each order of an inspection go, from the day it is given until two officers have looked at it again?
import { setup } from 'xstate'
import { type Text, text } from '../../language/words.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { cityInspectors } from '../posts/addresses.ts'
import { correctionOrderActs, spotMeasuresActs } from './order-acts.ts'
import { orderClocks } from './order-clocks.ts'
import { givenOrder, type OrderContext, orderNotes } from './order-context.ts'
import { orderRules } from './order-rules.ts'

/** The closed list of tasks of the orders. */
export type OrderTask = 'recheck-order' | 'recheck-measures'

type Acts = keyof typeof correctionOrderActs | keyof typeof spotMeasuresActs
type OrderEvent = Omit<CaseEvent, 'type'> & { type: Acts }
const types = {} as { context: OrderContext; events: OrderEvent; input: CaseEvent }
const { assign } = setup({ types })
const made = setup({
  types,
  guards: toGuards(orderRules),
  actions: toActions(assign, orderNotes),
})
const byTwo = {
  to: inspectors,
  also: [cityInspectors],
  signers: { mode: 'all', need: 2 },
} as const
const ends = { passed: { type: 'final' }, failed: { type: 'final' } } as const

const ofCorrection = made.createMachine({
  id: 'correction-order',
  context: ({ input }) => givenOrder(input),
  initial: 'ordered',
  states: {
    ordered: {
      meta: { task: 'recheck-order', ...byTwo },
      on: {
        'pass-recheck': { target: 'passed', guard: 'recheckLawful' },
        'fail-recheck': { target: 'failed', guard: 'failLawful' },
        'extend-order': { guard: 'extensionLawful', actions: 'noteExtended' },
      },
    },
    ...ends,
  },
})

const ofMeasures = made.createMachine({
  id: 'spot-measures',
  context: ({ input }) => givenOrder(input),
  initial: 'ordered',
  states: {
    ordered: {
      meta: { task: 'recheck-measures', ...byTwo },
      on: {
        'lift-measures': { target: 'passed', guard: 'recheckLawful' },
        'fail-measures': { target: 'failed', guard: 'failLawful' },
      },
    },
    ...ends,
  },
})

const line = (words: Text, value: unknown) =>
  typeof value === 'string' && value !== '' ? [{ words, value: text(value, value) }] : []

/** What its row says: the latest day, and what was found. */
const inShort =
  (opens: string, ...checks: string[]): NonNullable<ItemDefinition['brief']> =>
  (forms) => {
    const checked = checks.map((type) => forms[type]).find((form) => form !== undefined) ?? {}
    const { correctBy } = { ...forms[opens], ...forms['extend-order'] }
    return [
      ...line(text('措施', 'Measures'), forms[opens]?.measure),
      ...line(text('整改要求', 'What must be done'), forms[opens]?.requirements),
      ...line(text('期限', 'By'), correctBy),
      ...line(text('复查日期', 'Re-checked on'), checked.checkedOn),
      ...line(text('复查情况', 'Found'), checked.recheckFindings),
    ]
  }

/** The visit waits for one order less, and goes on when it waits for none. */
const settles: Pick<ItemDefinition, 'ends' | 'brings'> = {
  ends: ({ ordersOpen }) => ({ ordersOpen: Math.max(0, Number(ordersOpen ?? 0) - 1) }),
  brings: ({ ordersOpen }) => (ordersOpen === 0 ? 'orders-rechecked' : null),
}

const clocksOf = (kind: string) => orderClocks.filter(({ item }) => item === kind)

/** 责令限期整改: each with its own day, re-check and outcome (安全法 65). */
export const correctionOrder: ItemDefinition = {
  kind: 'correction-order',
  words: text('责令限期整改', 'Orders to rectify'),
  opens: 'order-correction',
  about: 'requirements',
  most: 20,
  machine: ofCorrection,
  rules: orderRules,
  events: correctionOrderActs,
  clocks: clocksOf('correction-order'),
  brief: inShort('order-correction', 'fail-recheck', 'pass-recheck'),
  states: {
    ordered: text('待复查', 'To be re-checked'),
    passed: text('复查合格', 'Done as ordered'),
    failed: text('复查不合格，已提请立案', 'Not done; a case is filed'),
  },
  usual: { 'recheck-order': ['pass-recheck', 'fail-recheck'] },
  ...settles,
}

/** 现场处理措施: not put off by what else is ordered (安全法 65). */
export const spotMeasures: ItemDefinition = {
  kind: 'spot-measures',
  words: text('现场处理措施', 'Measures on the spot'),
  opens: 'take-measures',
  about: 'measure',
  most: 20,
  machine: ofMeasures,
  rules: orderRules,
  events: spotMeasuresActs,
  clocks: clocksOf('spot-measures'),
  brief: inShort('take-measures', 'fail-measures', 'lift-measures'),
  states: {
    ordered: text('执行中，待复查', 'In force, to be re-checked'),
    passed: text('已同意恢复', 'Lifted'),
    failed: text('复查不合格，已提请立案', 'Not done; a case is filed'),
  },
  usual: { 'recheck-measures': ['lift-measures', 'fail-measures'] },
  ...settles,
}
