// What do the acts ask for by which an event is handled at the place: command, log, evacuation, requisition, support?
import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import type { CaseRecord } from '../model/record.ts'
import type { EmergencyContext } from './context.ts'
import { holdMeeting } from './messages/meeting-acts.ts'
import { sendMessage } from './messages/message-acts.ts'
import { giveOrder } from './orders/order-acts.ts'
import { documents } from './papers/names.ts'
import {
  cityDuty,
  cityLeader,
  commanders,
  countyDuty,
  countyLeader,
  desks,
  enterprise,
  provinceDuty,
} from './regions/addresses.ts'

const setUpCommandPost = act({
  words: text('设立现场指挥部', 'Set up the command post'),
  fields: {
    commander: field.text('总指挥', 'Commander', 100),
    site: field.place('指挥部地点', 'Where'),
    groups: field
      .lines('工作组', 'Groups', 20, 200)
      .hint('每行一组：名称、牵头单位、职责', 'One a line: name, leading unit, duty'),
    document: field.document(documents['set-up-command-post']),
  },
  by: commanders,
  notify: [countyDuty, cityDuty],
})

/** Kept locally by whoever has no connection, and entered when there is one again. */
const noteEvent = act({
  words: text('处置记事', 'Note in the log'),
  fields: {
    happenedAt: field.moment('发生时刻', 'When it happened'),
    text: field.longText('事项', 'What happened', 2000),
    files: field.files('照片、附件', 'Photos and files').optional(),
  },
  by: [...desks, ...commanders],
  appendsOnly: true,
  happenedIn: 'happenedAt',
  deferrable: true,
})

const evacuate = act({
  words: text('疏散撤离', 'Evacuate'),
  party: text('已决定疏散：{area}', 'It was decided to evacuate: {area}'),
  fields: {
    area: field.longText('疏散范围', 'Area', 1000).shownTo('party'),
    people: field.integer('涉及人数', 'People', 0, 100_000).optional(),
    shelter: field.text('安置地点', 'Where they go').optional(),
  },
  consequence: {
    effect: text('范围内人员应当立即撤离。', 'Everybody in the area has to leave at once.'),
    article: '《生产安全事故应急条例》第十八条',
  },
  notify: [...desks, ...enterprise],
})

const requisition = act({
  words: text('征用', 'Requisition'),
  fields: {
    item: field.text('征用财产（名称、数量）', 'What (name and quantity)', 40),
    owner: field.text('被征用单位（个人）', 'Whose'),
    purpose: field.longText('用途和期限', 'For what, and how long', 1000),
    document: field.document(documents.requisition),
  },
  consequence: {
    effect: text(
      '使用完毕或者救援结束后应当及时归还；毁损、灭失的依法补偿。',
      'It is given back after use or at the end; damage and loss are compensated.',
    ),
    article: '《生产安全事故应急条例》第二十六条',
  },
  notify: [countyLeader],
})

/** What is still to be given back. */
const open = ({ snapshot }: CaseRecord) => ({
  choices: Object.fromEntries(
    (snapshot.context as EmergencyContext).requisitions.map(({ no, item }) => [
      String(no),
      text(`${no}. ${item}`, `${no}. ${item}`),
    ]),
  ),
})

const returnRequisition = act({
  words: text('归还征用', 'Give back'),
  fields: {
    no: field.choice({}, '征用事项', 'Which one').accepting(words(6)).perCase(open),
    condition: field.longText('归还（毁损、灭失）情况', 'In which condition', 1000),
    compensation: field.text('补偿', 'Compensation').optional(),
  },
})

const requestSupport = act({
  words: text('请求支援', 'Request support'),
  fields: {
    needs: field.longText('需要的力量、装备和专家', 'Forces, equipment and experts wanted'),
    reason: field.longText('不能控制的原因', 'Why it cannot be controlled', 1000),
    document: field.document(documents['request-support']),
  },
  consequence: {
    effect: text('上级值班室和领导即时收到。', 'The desk and the leader above hear of it at once.'),
    article: '《生产安全事故应急条例》第十八条；《突发事件应对法》（2024）第十七条',
  },
  notify: [cityDuty, cityLeader, provinceDuty],
})

export const commandActs = {
  'set-up-command-post': setUpCommandPost,
  'note-event': noteEvent,
  'give-order': giveOrder,
  'send-message': sendMessage,
  'hold-meeting': holdMeeting,
  evacuate,
  requisition,
  'return-requisition': returnRequisition,
  'request-support': requestSupport,
}
