// What are the states and tasks of an inspection called, for the office and for the enterprise?
import { type Text, text } from '../language/words.ts'
import type { ProcessWords } from '../model/process.ts'
import type { JointPartTask } from './joint/part.ts'
import type { OrderTask } from './orders/order-tasks.ts'
import { documentWords } from './papers/names.ts'
import type { AdministrativeInspectionState, AdministrativeInspectionTask } from './statechart.ts'

const states = {
  planned: text('待批准', 'To be approved'),
  approved: text('已批准', 'Approved'),
  noticed: text('已通知', 'Announced'),
  'under-way': text('检查中', 'Under way'),
  'not-made': text('未能进行', 'Could not be made'),
  findings: text('待处理问题', 'Findings to be settled'),
  rechecking: text('待复查', 'Orders to be re-checked'),
  concluding: text('待结束检查', 'To be concluded'),
  closed: text('已办结', 'Closed'),
  refused: text('未批准', 'Not approved'),
  cancelled: text('已取消', 'Called off'),
} as const satisfies Record<AdministrativeInspectionState, Text>

const partyStates: Record<AdministrativeInspectionState, Text> = {
  ...states,
  planned: text('检查准备中', 'In preparation'),
  approved: text('检查准备中', 'In preparation'),
  noticed: text('已通知检查', 'You will be inspected'),
  findings: text('检查处理中', 'Being settled'),
  rechecking: text('整改待复查', 'Orders to be re-checked'),
  concluding: text('检查待结束', 'To be concluded'),
}

const tasks: Record<AdministrativeInspectionTask | JointPartTask | OrderTask, Text> = {
  'approve-inspection': text('审批检查计划', 'Decide on the inspection'),
  'announce-inspection': text('通知或者直接检查', 'Give notice, or go'),
  'begin-inspection': text('上门检查', 'Go and inspect'),
  'record-inspection': text('制作检查记录', 'Make the record'),
  'settle-findings': text('处理发现的问题', 'Settle the findings'),
  'conclude-inspection': text('结束检查', 'Conclude the inspection'),
  'recheck-order': text('复查整改', 'Look at it again'),
  'carry-out-order': text('完成责令整改', 'Carry out the order'),
  'carry-out-measures': text('排除隐患', 'Remove the danger'),
  'decide-order-extension': text('答复延期申请', 'Answer the request for more time'),
  'recheck-measures': text('复查现场处理', 'Look at the measures again'),
  'join-visit': text('参加联合检查', 'Join the visit'),
}

export const words: ProcessWords = { states, partyStates, tasks, documents: documentWords }
