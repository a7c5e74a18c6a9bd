// How is one measure of the reply to an accident followed to its end (整改和防范措施: 落实、报告、核实)?
import { setup } from 'xstate'
import { competentKinds } from '../../competence/matters.ts'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { stringIn } from '../../model/event-reading.ts'
import { field } from '../../model/field.ts'
import type {
  CaseEvent,
  ClockDefinition,
  EscalationLevelDefinition,
  ItemDefinition,
} from '../../model/process.ts'
import { type Address, addressKey, officeKinds } from '../../organisation/offices.ts'
import { roles } from '../../organisation/roles.ts'
import {
  cityChief,
  cityLeader,
  citySupervisor,
  countyChief,
  countyLeader,
  countySupervisor,
} from '../regions/addresses.ts'

/** Who answers for a measure: the chiefs of enforcement, and of each member bureau the chief that the city has. */
const answerable: Address[] = [
  countyChief,
  cityChief,
  ...competentKinds
    .filter((kind) => kind !== 'command')
    .map((office): Address => ({ role: 'section-chief', office, level: 'city' })),
]

const wordsOf = (address: Address): Text => {
  if (address.office === 'enterprise') return text('', '')
  const [office, role] = [officeKinds[address.office], roles[address.role]]
  return address.level === 'county'
    ? text(`县（市、区）应急管理局${role.zh}`, `County bureau, ${role.en}`)
    : text(`市${office.zh}${role.zh}`, `City: ${office.en}, ${role.en}`)
}

const answerableWords: Record<string, Text> = Object.fromEntries(
  answerable.map((address) => [addressKey(address), wordsOf(address)]),
)

/** Total: what no form offers is the county's. */
const answerableFor = (key: unknown): Address =>
  answerable.find((address) => addressKey(address) === key) ?? countyChief

/** 安委办: whoever follows the measures up, and finds whether they are done. */
const followers = [countySupervisor, citySupervisor]

export const setMeasure = act({
  words: text('列入整改措施', 'Set a measure'),
  fields: {
    to: field.choice(answerableWords, '责任单位', 'Answerable'),
    measure: field.longText('措施', 'Measure', 2000),
    dueDate: field.date('完成日期', 'To be done by'),
  },
  by: [...followers, countyLeader, cityLeader],
  appendsOnly: true,
})

const reportMeasure = act({
  words: text('报告落实情况', 'Report what was done'),
  fields: {
    done: field.longText('落实情况', 'What was done', 4000),
    files: field.files('佐证材料', 'Evidence').optional(),
  },
  notify: followers,
})

const confirmMeasure = act({
  words: text('核实完成', 'Found done'),
  fields: { findings: field.longText('核实情况', 'What was found', 2000) },
  by: followers,
})

const rejectMeasure = act({
  words: text('退回重办', 'Not done yet'),
  fields: { reason: field.longText('理由', 'Why', 1000) },
  by: followers,
})

const dropMeasure = act({
  words: text('不再执行', 'Drop the measure'),
  fields: { reason: field.longText('理由', 'Why', 1000) },
  by: followers,
})

const measureActs = {
  'report-measure': reportMeasure,
  'confirm-measure': confirmMeasure,
  'reject-measure': rejectMeasure,
  'drop-measure': dropMeasure,
}

/** The closed list of tasks of a measure. */
export type MeasureTask = 'carry-out-measure'

type MeasureEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof measureActs }
const types = {} as { context: { to: string }; events: MeasureEvent; input: CaseEvent }
const answerableIn = ({ to }: Record<string, unknown>): Address[] => [answerableFor(to)]

const machine = setup({ types }).createMachine({
  id: 'measure',
  context: ({ input }) => ({ to: stringIn(input, 'to') ?? '' }),
  initial: 'open',
  states: {
    open: {
      meta: { task: 'carry-out-measure', to: countyChief, among: answerableIn },
      initial: 'under-way',
      on: { 'drop-measure': { target: '#measure.dropped' } },
      states: {
        'under-way': { on: { 'report-measure': { target: 'reported' } } },
        reported: {
          on: {
            'confirm-measure': { target: '#measure.done' },
            'reject-measure': { target: 'under-way' },
          },
        },
      },
    },
    done: { type: 'final' },
    dropped: { type: 'final' },
  },
})

const withAnswerable: EscalationLevelDefinition['notifyIn'] = (notify, context) => [
  ...notify,
  ...answerableIn(context),
]

export const measureClocks: ClockDefinition[] = [
  {
    clock: 'measure',
    item: 'measure',
    words: text('整改措施完成期限', 'The measure done'),
    due: { dateField: 'dueDate', article: '事故调查报告批复、演练评估报告' },
    startsOn: ['set-measure'],
    endsOn: ['confirm-measure'],
    yieldsOn: ['drop-measure'],
    warn: { unit: 'WD', n: 5 },
    warnNotify: followers,
    escalationPolicy: [
      {
        escalationLevel: 'not-done',
        words: text('整改措施逾期未完成', 'The measure is not done in time'),
        after: { unit: 'ND', n: 0 },
        event: null,
        notify: followers,
        notifyIn: withAnswerable,
        force: 'supervision',
        late: 'fire',
      },
      {
        escalationLevel: 'still-not-done',
        words: text('逾期十个工作日仍未完成', 'Not done ten working days later'),
        after: { unit: 'WD', n: 10 },
        event: null,
        notify: [countyLeader, cityLeader],
        force: 'supervision',
        late: 'fire',
      },
    ],
    audience: 'internal',
    clockOwner: citySupervisor,
  },
]

export const measure: ItemDefinition = {
  kind: 'measure',
  words: text('整改措施', 'Measure'),
  opens: 'set-measure',
  about: 'measure',
  most: 100,
  machine,
  rules: {},
  events: measureActs,
  clocks: measureClocks,
  states: {
    open: text('落实中', 'Under way'),
    'open.under-way': text('落实中', 'Under way'),
    'open.reported': text('待核实', 'To be confirmed'),
    done: text('已完成', 'Done'),
    dropped: text('不再执行', 'Dropped'),
  },
  usual: { 'carry-out-measure': ['report-measure'] },
}
