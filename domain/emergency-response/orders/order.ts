// How does an order to a unit go, from its giving to its end (指令: 下达、签收、执行、完成)?
import { setup } from 'xstate'
import { text } from '../../language/words.ts'
import { toActions } from '../../model/chart.ts'
import { stringIn } from '../../model/event-reading.ts'
import type {
  CaseEvent,
  ClockDefinition,
  EscalationLevelDefinition,
  ItemDefinition,
} from '../../model/process.ts'
import type { Address } from '../../organisation/offices.ts'
import { plannedOrders } from '../plan/comparison.ts'
import { afterTakingBack, type PlanCourse } from '../plan/course.ts'
import {
  cityCommander,
  countyCommander,
  countyDuty,
  countyLeader,
  desks,
} from '../regions/addresses.ts'
import { recipientOf } from '../regions/recipients.ts'
import { type OrderEventType, orderActs } from './order-acts.ts'

/** `planned`: which order of the plan it is; absent in older ones, and beside the plan. */
type OrderContext = {
  to: string
  finishBy: string | null
  helpAsked: boolean
  planned?: string
}
type OrderEvent = Omit<CaseEvent, 'type'> & { type: OrderEventType }

const types = {} as { context: OrderContext; events: OrderEvent; input: CaseEvent }
const { assign } = setup({ types })

const recipientsIn = ({ to }: Record<string, unknown>): Address[] => [recipientOf(to)]

const plannedIn = (form: CaseEvent): Pick<OrderContext, 'planned'> => {
  const planned = stringIn(form, 'planned')
  return planned === null ? {} : { planned }
}

const ends = {
  'finish-order': { target: '#order.done' },
  'refuse-order': { target: '#order.refused' },
  'recall-order': { target: '#order.recalled' },
} as const
const onTheWay = {
  'report-progress': {},
  'ask-for-help': { actions: 'noteHelp' },
} as const

/** The closed list of tasks of an order. */
export type OrderTask = 'carry-out-order'

const machine = setup({
  types,
  actions: toActions(assign, { noteHelp: () => ({ helpAsked: true }) }),
}).createMachine({
  id: 'order',
  context: ({ input }) => ({
    to: stringIn(input, 'to') ?? '',
    finishBy: stringIn(input, 'finishBy'),
    helpAsked: false,
    ...plannedIn(input),
  }),
  initial: 'open',
  states: {
    open: {
      meta: { task: 'carry-out-order', to: countyDuty, among: recipientsIn },
      initial: 'given',
      on: ends,
      states: {
        given: { on: { 'receive-order': { target: 'received' } } },
        received: { on: { 'begin-order': { target: 'begun' }, ...onTheWay } },
        begun: { on: onTheWay },
      },
    },
    done: { type: 'final' },
    refused: { type: 'final' },
    recalled: { type: 'final' },
  },
})

/** The unit itself hears of it, too. */
const withUnit: EscalationLevelDefinition['notifyIn'] = (notify, context) => [
  ...notify,
  ...recipientsIn(context),
]
const watching = [countyCommander, cityCommander, ...desks]
const clock: Pick<ClockDefinition, 'item' | 'startsOn' | 'warn' | 'warnNotify' | 'audience'> = {
  item: 'order',
  startsOn: ['give-order'],
  warn: null,
  warnNotify: [],
  audience: 'internal',
}

export const orderClocks: ClockDefinition[] = [
  {
    ...clock,
    clock: 'order-receipt',
    words: text('指令签收', 'Receipt of the order'),
    due: { rule: 'emergency-response.order-receipt' },
    endsOn: ['receive-order', 'finish-order'],
    yieldsOn: ['refuse-order', 'recall-order'],
    escalationPolicy: [
      {
        escalationLevel: 'not-received',
        words: text('指令未按时签收', 'The order has not been received in time'),
        after: { unit: 'MIN', n: 0 },
        event: null,
        notify: watching,
        notifyIn: withUnit,
        force: 'supervision',
        late: 'fire',
      },
    ],
    clockOwner: countyLeader,
  },
  {
    ...clock,
    clock: 'order-finish',
    words: text('指令完成时限', 'The order done'),
    due: { momentField: 'finishBy', article: '现场指挥部指令' },
    startsIf: ({ finishBy }) => typeof finishBy === 'string',
    endsOn: ['finish-order'],
    yieldsOn: ['refuse-order', 'recall-order'],
    escalationPolicy: [
      {
        escalationLevel: 'not-done',
        words: text('指令逾期未完成', 'The order is not done in time'),
        after: { unit: 'MIN', n: 0 },
        event: null,
        notify: watching,
        notifyIn: withUnit,
        force: 'supervision',
        late: 'fire',
      },
    ],
    clockOwner: countyLeader,
  },
]

/** What is refused or recalled counts in the plan's comparison as given no longer. */
const planAfterOrder: NonNullable<ItemDefinition['ends']> = (context, { state, at, ...ended }) => {
  if (state !== 'refused' && state !== 'recalled') return {}
  const { planned, to } = ended.context
  const plan = context.plan as PlanCourse | null | undefined
  return planned === undefined
    ? {}
    : { plan: afterTakingBack(plan, { planned, to }, { how: state, at }) }
}

/** Orders to units: given by the commanders, carried out by the unit that its form names. */
export const order: ItemDefinition = {
  kind: 'order',
  words: text('指令', 'Order'),
  opens: 'give-order',
  about: 'task',
  most: 500,
  machine,
  rules: {},
  events: orderActs,
  clocks: orderClocks,
  states: {
    open: text('执行中', 'Under way'),
    'open.given': text('待签收', 'Not received yet'),
    'open.received': text('已签收', 'Received'),
    'open.begun': text('执行中', 'Under way'),
    done: text('已完成', 'Done'),
    refused: text('不能执行', 'Cannot be done'),
    recalled: text('已收回', 'Recalled'),
  },
  plan: { from: 'startBy', until: 'finishBy', begunOn: ['begin-order', 'receive-order'] },
  planned: plannedOrders,
  ends: planAfterOrder,
  usual: { 'carry-out-order': ['receive-order', 'begin-order', 'finish-order'] },
}
