// What are the states and tasks of an emergency called, for the desks and for the enterprise?

import { type Text, text } from '../language/words.ts'
import type { ProcessWords } from '../model/process.ts'
import type { MeasureTask } from './follow-up/measure.ts'
import type { MeetingTask } from './messages/meeting.ts'
import type { MessageTask } from './messages/message.ts'
import type { OrderTask } from './orders/order.ts'
import { documents } from './papers/names.ts'
import type { EmergencyState, EmergencyTask } from './statechart.ts'

const states = {
  response: text('响应', 'Response'),
  'response.verifying': text('待核实', 'To be verified'),
  'response.grading': text('待研判定级', 'To be graded'),
  'response.responding': text('响应处置中', 'Responding'),
  'response.aftermath': text('善后中', 'Aftermath'),
  'response.over': text('处置结束', 'The handling is over'),
  'response.not-needed': text('未启动响应', 'No response'),
  'response.false-alarm': text('误报', 'False alarm'),
  'response.referred': text('已移送', 'Referred'),
  'response.joined': text('已并入主案', 'Joined to another case'),
  lift: text('电梯困人', 'People in a lift'),
  'lift.none': text('尚未回拨', 'Not called back yet'),
  'lift.trapped': text('被困人员待解救', 'People are trapped'),
  'lift.trapped.waiting': text('待派维保单位', 'No maintainer sent yet'),
  'lift.trapped.dispatched': text('维保赶赴现场', 'The maintainer is on the way'),
  'lift.trapped.on-site': text('维保现场救援', 'The maintainer is on site'),
  'lift.released': text('被困人员已解救', 'Everybody is released'),
  'lift.not-needed': text('无电梯困人', 'Nobody in a lift'),
  'lift.ended': text('不再救援', 'No rescue any more'),
  casualties: text('伤亡统计', 'Casualties'),
  'casualties.counting': text('伤亡人数可补报', 'Casualties are counted'),
  'casualties.frozen': text('伤亡统计已截止', 'The count is closed'),
  'casualties.ended': text('不统计伤亡', 'Nothing is counted'),
  reporting: text('上报', 'Reporting'),
  'reporting.first': text('待首报', 'To be reported'),
  'reporting.standing': text('续报中', 'Reported, further reports follow'),
  'reporting.final': text('已终报', 'Finally reported'),
  'reporting.not-needed': text('不需上报', 'Nothing to report'),
  'reporting.ended': text('不再上报', 'No longer reported'),
  receipt: text('签收', 'Receipt'),
  'receipt.none': text('没有待签收的报告', 'No report waits'),
  'receipt.awaiting': text('待上级签收', 'Awaiting receipt'),
  'receipt.returned': text('上级要求补充', 'To be completed'),
  'receipt.received': text('终报已签收', 'The final report is received'),
  'receipt.not-needed': text('不需签收', 'No receipt needed'),
  'receipt.ended': text('不再签收', 'No longer received'),
  copies: text('越级和更正签收', 'Receipt by the level between'),
  'copies.none': text('市级没有待签收的越级报告和更正', 'Nothing for the city to receive'),
  'copies.awaiting': text('待市级签收越级报告（更正）', 'The city is to receive it'),
  'copies.ended': text('市级不再签收', 'The city receives no more'),
  investigation: text('事故调查', 'Investigation'),
  'investigation.none': text('尚未调查', 'Not investigated yet'),
  'investigation.deciding': text('待决定是否调查', 'To be decided'),
  'investigation.investigating': text('事故调查中', 'Investigating'),
  'investigation.replying': text('调查报告待批复', 'Awaiting the reply'),
  'investigation.following-up': text('整改落实中', 'Following up'),
  'investigation.debriefing': text('演练待评估', 'The drill is to be evaluated'),
  'investigation.improving': text('演练改进中', 'What the drill has shown is improved'),
  'investigation.evaluated': text('评估结案', 'Evaluated and closed'),
  'investigation.not-needed': text('不组织调查', 'Not investigated'),
  'investigation.ended': text('不再调查', 'No longer investigated'),
} as const satisfies Record<EmergencyState, Text>

const silent = text('', '')

/** What the authorities report to each other is their own business. */
const partyStates = {
  ...states,
  'response.grading': text('已核实，研判中', 'Verified, being judged'),
  'response.responding': text('应急响应中', 'The response is under way'),
  casualties: silent,
  'casualties.counting': silent,
  'casualties.frozen': silent,
  'casualties.ended': silent,
  reporting: silent,
  'reporting.first': silent,
  'reporting.standing': silent,
  'reporting.final': silent,
  'reporting.not-needed': silent,
  'reporting.ended': silent,
  receipt: silent,
  'receipt.none': silent,
  'receipt.awaiting': silent,
  'receipt.returned': silent,
  'receipt.received': silent,
  'receipt.not-needed': silent,
  'receipt.ended': silent,
  copies: silent,
  'copies.none': silent,
  'copies.awaiting': silent,
  'copies.ended': silent,
  'lift.none': silent,
  'lift.not-needed': silent,
  'investigation.none': silent,
  'investigation.deciding': silent,
  'investigation.debriefing': silent,
  'investigation.improving': silent,
} as const satisfies Record<EmergencyState, Text>

const tasks: Record<EmergencyTask | OrderTask | MeasureTask | MessageTask | MeetingTask, Text> = {
  verify: text('核实', 'Verify'),
  'free-passengers': text('解救被困人员', 'Free the passengers'),
  grade: text('研判定级', 'Grade'),
  command: text('指挥处置', 'Command'),
  settle: text('善后', 'Settle the aftermath'),
  'report-first': text('上报快报', 'First report'),
  'report-further': text('续报', 'Further reports'),
  'receive-report': text('签收报告', 'Receive the report'),
  'receive-copy': text('签收越级报告（更正）', 'Receive what went past the city'),
  'decide-investigation': text('决定是否调查', 'Decide on an investigation'),
  investigate: text('事故调查', 'Investigate'),
  reply: text('批复调查报告', 'Reply to the report'),
  'carry-out-measure': text('落实整改措施', 'Carry out a measure'),
  'carry-out-order': text('执行指令', 'Carry out an order'),
  'read-message': text('阅读消息', 'Read a message'),
  'close-meeting': text('记录会商结束', 'Write down the end of the meeting'),
  evaluate: text('整改评估', 'Evaluate the follow-up'),
  'evaluate-drill': text('评估演练', 'Evaluate the drill'),
  improve: text('落实演练改进', 'Follow the drill up'),
}

export const words: ProcessWords = { states, partyStates, tasks, documents }
