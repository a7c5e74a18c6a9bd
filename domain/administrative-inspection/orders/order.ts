// How does each order of an inspection go, from the day it is given until two officers have looked at it again?
import { setup } from 'xstate'
import { type Text, text } from '../../language/words.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { inspectors, principal, safetyOfficer } from '../../organisation/addresses.ts'
import { cityInspectors, sectionChief } from '../posts/addresses.ts'
import { correctionOrderActs, spotMeasuresActs } from './order-acts.ts'
import { orderClocks } from './order-clocks.ts'
import { givenOrder, type OrderContext, orderNotes } from './order-context.ts'
import { orderRules } from './order-rules.ts'

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

/** 整改: the enterprise's own work beside the re-check, which may come before it has reported. */
const itsOwn = { to: principal, also: [safetyOfficer] } as const

const ofCorrection = made.createMachine({
  id: 'correction-order',
  context: ({ input }) => givenOrder(input),
  initial: 'ordered',
  states: {
    ordered: {
      meta: { task: 'recheck-order', ...byTwo },
      initial: 'rectifying',
      on: {
        'pass-recheck': { target: 'passed', guard: 'recheckLawful' },
        'fail-recheck': { target: 'failed', guard: 'failLawful' },
      },
      states: {
        rectifying: {
          meta: { task: 'carry-out-order', ...itsOwn },
          initial: 'working',
          on: {
            'report-correction': { target: 'reported', actions: 'noteReported' },
            'extend-order': {
              target: '.working',
              guard: 'extensionLawful',
              actions: 'noteExtended',
            },
          },
          states: {
            working: {
              on: {
                'ask-extension': {
                  target: 'extension-asked',
                  guard: 'asksLawfully',
                  actions: 'noteAsked',
                },
              },
            },
            'extension-asked': {
              meta: { task: 'decide-order-extension', to: sectionChief },
              on: { 'refuse-extension': { target: 'working', actions: 'noteRefused' } },
            },
          },
        },
        reported: {},
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
      initial: 'rectifying',
      on: {
        'lift-measures': { target: 'passed', guard: 'recheckLawful' },
        'fail-measures': { target: 'failed', guard: 'failLawful' },
      },
      states: {
        rectifying: {
          meta: { task: 'carry-out-measures', ...itsOwn },
          on: { 'report-measures': { target: 'reported', actions: 'noteReported' } },
        },
        reported: {},
      },
    },
    ...ends,
  },
})

const line = (words: Text, value: unknown) =>
  typeof value === 'string' && value !== '' ? [{ words, value: text(value, value) }] : []

/** What its row says: the latest day, and what was found. */
const inShort =
  (
    { opens, reports }: { opens: string; reports: string },
    ...checks: string[]
  ): NonNullable<ItemDefinition['brief']> =>
  (forms) => {
    const checked = checks.map((type) => forms[type]).find((form) => form !== undefined) ?? {}
    const { correctBy } = { ...forms[opens], ...forms['extend-order'] }
    return [
      ...line(text('措施', 'Measures'), forms[opens]?.measure),
      ...line(text('整改要求', 'What must be done'), forms[opens]?.requirements),
      ...line(text('期限', 'By'), correctBy),
      ...line(text('申请延至', 'Asked for until'), forms['ask-extension']?.until),
      ...line(text('延期理由', 'Why more time'), forms['ask-extension']?.reason),
      ...line(text('企业报告', 'The enterprise reports'), forms[reports]?.description),
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
  brief: inShort(
    { opens: 'order-correction', reports: 'report-correction' },
    'fail-recheck',
    'pass-recheck',
  ),
  states: {
    ordered: text('待复查', 'To be re-checked'),
    'ordered.rectifying': text('整改中，待复查', 'Being carried out'),
    'ordered.rectifying.working': text('整改中，待复查', 'Being carried out'),
    'ordered.rectifying.extension-asked': text('延期申请待答复', 'More time asked for'),
    'ordered.reported': text('已报告完成，待复查', 'Reported as done, to be re-checked'),
    passed: text('复查合格', 'Done as ordered'),
    failed: text('复查不合格，已提请立案', 'Not done; a case is filed'),
  },
  usual: {
    'recheck-order': ['pass-recheck', 'fail-recheck'],
    'carry-out-order': ['report-correction'],
    'decide-order-extension': [],
  },
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
  brief: inShort(
    { opens: 'take-measures', reports: 'report-measures' },
    'fail-measures',
    'lift-measures',
  ),
  states: {
    ordered: text('执行中，待复查', 'In force, to be re-checked'),
    'ordered.rectifying': text('执行中，待复查', 'In force, to be re-checked'),
    'ordered.reported': text('已报告完成，待复查', 'Reported as done, to be re-checked'),
    passed: text('已同意恢复', 'Lifted'),
    failed: text('复查不合格，已提请立案', 'Not done; a case is filed'),
  },
  usual: {
    'recheck-measures': ['lift-measures', 'fail-measures'],
    'carry-out-measures': ['report-measures'],
  },
  ...settles,
}
