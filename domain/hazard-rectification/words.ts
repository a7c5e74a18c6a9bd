// What are the states and tasks of a hazard called, for the authorities and for the enterprise?
import type { ProcessWords } from '../case/process.ts'
import { type Text, text } from '../case/words.ts'
import type { HazardState, HazardTask } from './statechart.ts'

const states = {
  handling: text('处置', 'Handling'),
  'handling.verifying': text('待核实定级', 'Awaiting verification'),
  'handling.ordering': text('待下达指令', 'Awaiting the order'),
  'handling.rectifying': text('整改中', 'Rectifying'),
  'handling.rechecking': text('待复查', 'Awaiting re-check'),
  'handling.accepting': text('待核销', 'Awaiting write-off'),
  'handling.written-off': text('已核销', 'Written off'),
  'handling.rejected': text('不予认定', 'Rejected'),
  'handling.withdrawn': text('已撤回', 'Withdrawn'),
  supervision: text('督办', 'Supervision'),
  'supervision.none': text('未督办', 'No supervision'),
  'supervision.red': text('红牌（县级督办）', 'Red card (county)'),
  'supervision.red.told': text('红牌待签收', 'Red card not acknowledged'),
  'supervision.red.acknowledged': text('红牌已签收', 'Red card acknowledged'),
  'supervision.city': text('市级督办', 'City supervision'),
  'supervision.city.told': text('市级待签收', 'City: not acknowledged'),
  'supervision.city.acknowledged': text('市级已签收', 'City: acknowledged'),
  'supervision.province': text('省级督办', 'Province supervision'),
  'supervision.province.told': text('省级待签收', 'Province: not acknowledged'),
  'supervision.province.acknowledged': text('省级已签收', 'Province: acknowledged'),
  'supervision.not-needed': text('无需督办', 'Not needed'),
  'supervision.lifted': text('督办已解除', 'Lifted'),
} satisfies Record<HazardState, Text>

const red = text('逾期，红牌督办', 'Late: red card')
const city = text('逾期，市级督办', 'Late: supervised by the city')
const province = text('逾期，省级督办', 'Late: supervised by the province')

/** Who has signed for a supervision is the authorities' own business. */
const partyStates = {
  handling: text('办理进度', 'Progress'),
  'handling.verifying': text('等待核实', 'Waiting to be verified'),
  'handling.ordering': text('已核实，等待整改指令', 'Verified, waiting for the order'),
  'handling.rectifying': text('请整改', 'Please rectify'),
  'handling.rechecking': text('已上报，等待复查', 'Reported, waiting for the re-check'),
  'handling.accepting': text('复查合格，等待核销', 'Passed, waiting to be written off'),
  'handling.written-off': text('已核销', 'Written off'),
  'handling.rejected': text('不属于隐患，已办结', 'Not a hazard, closed'),
  'handling.withdrawn': text('已撤回', 'Withdrawn'),
  supervision: text('督办', 'Supervision'),
  'supervision.none': text('未督办', 'Not supervised'),
  'supervision.red': red,
  'supervision.red.told': red,
  'supervision.red.acknowledged': red,
  'supervision.city': city,
  'supervision.city.told': city,
  'supervision.city.acknowledged': city,
  'supervision.province': province,
  'supervision.province.told': province,
  'supervision.province.acknowledged': province,
  'supervision.not-needed': text('未督办', 'Not supervised'),
  'supervision.lifted': text('督办已解除', 'Supervision lifted'),
} satisfies Record<HazardState, Text>

const tasks = {
  verify: text('核实定级', 'Verify and grade'),
  order: text('下达整改指令', 'Issue the order'),
  rectify: text('整改并上报', 'Rectify and report'),
  're-check': text('复查', 'Re-check'),
  'write-off': text('核销', 'Write off'),
  'acknowledge-red': text('签收红牌', 'Acknowledge the red card'),
  'acknowledge-city': text('签收市级督办', 'Acknowledge city supervision'),
  'acknowledge-province': text('签收省级督办', 'Acknowledge province supervision'),
} satisfies Record<HazardTask, Text>

export const words: ProcessWords = { states, partyStates, tasks }
