// How is an order given, received, carried out, refused and recalled, and what does each ask for?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import { documents } from '../papers/names.ts'
import { plannedChoices } from '../plan/comparison.ts'
import { cityCommander, commanders, countyCommander, desks } from '../regions/addresses.ts'
import { orderRecipients } from '../regions/recipients.ts'
import { resourceChoice, resourceFields } from './resource.ts'

/** Who commands, and the desks that do until there is a command post. */
const orderGivers = [...commanders, ...desks]

const planned = field
  .choice({}, '预案指令', 'Order of the plan')
  .accepting(words(3))
  .optional()
  .hint('按预案下达的，选定后自动填入', 'Given by the plan: choose it, and the form is filled in')
  .perCase((record) => {
    const choices = plannedChoices(record)
    return choices && { choices }
  })

export const giveOrder = act({
  words: text('下达指令', 'Give an order'),
  fields: {
    planned,
    ...resourceFields,
    to: field.choice(orderRecipients, '承办单位', 'To'),
    task: field.text('任务', 'Task', 120),
    details: field.longText('要求', 'What exactly', 2000).optional(),
    place: field.place('地点', 'Where').optional(),
    startBy: field.moment('计划开始', 'To begin by').optional(),
    finishBy: field
      .moment('完成时限', 'To be done by')
      .optional()
      .hint('不填写则无完成时限，仍须按时签收', 'Without it only its receipt is timed'),
    document: field.document(documents['give-order']),
  },
  by: orderGivers,
  entry: resourceChoice,
  appendsOnly: true,
  consequence: {
    effect: text(
      '立即送达承办单位；未按时签收的报告指挥人员。发出后不能撤回，只能收回。',
      'It reaches the unit at once; if it is not received in time the commanders are notified. It cannot be taken back, only recalled.',
    ),
    article: '《生产安全事故应急条例》第十九条、第二十条',
  },
})

const receiveOrder = act({
  words: text('签收指令', 'Receive the order'),
  fields: {
    arriveBy: field.moment('预计到达', 'Expected there').optional(),
    note: field.text('说明', 'Note', 300).optional(),
  },
  deferrable: true,
})

const beginOrder = act({
  words: text('开始执行', 'Begin'),
  fields: {
    note: field.text('到场力量', 'With whom and what', 300).optional(),
    photos: field.files('现场照片', 'Photos').optional(),
  },
  deferrable: true,
})

const reportProgress = act({
  words: text('报告进展', 'Report progress'),
  fields: {
    progress: field.longText('进展', 'Progress', 2000),
    photos: field.files('现场照片', 'Photos').optional(),
  },
  notify: desks,
  deferrable: true,
})

const askForHelp = act({
  words: text('请求增援', 'Ask for help'),
  fields: { wanted: field.longText('需要什么', 'What is wanted', 1000) },
  notify: orderGivers,
  deferrable: true,
})

const finishOrder = act({
  words: text('完成指令', 'Done'),
  fields: {
    result: field.longText('执行情况', 'What was done', 2000),
    photos: field.files('现场照片', 'Photos').optional(),
  },
  notify: [countyCommander, cityCommander, ...desks],
  deferrable: true,
})

const refuseOrder = act({
  words: text('不能执行', 'Cannot be done'),
  fields: { reason: field.longText('理由', 'Why', 1000) },
  consequence: {
    effect: text(
      '指令退回指挥人员，须另行下达。',
      'It goes back to the commanders, who must give it to somebody else.',
    ),
    article: '《突发事件应对法》（2024）第七十二条',
  },
  notify: orderGivers,
  deferrable: true,
})

const recallOrder = act({
  words: text('收回指令', 'Recall the order'),
  fields: { reason: field.text('理由', 'Why', 300) },
  by: orderGivers,
})

export const orderActs = {
  'receive-order': receiveOrder,
  'begin-order': beginOrder,
  'report-progress': reportProgress,
  'ask-for-help': askForHelp,
  'finish-order': finishOrder,
  'refuse-order': refuseOrder,
  'recall-order': recallOrder,
}

export type OrderEventType = keyof typeof orderActs
