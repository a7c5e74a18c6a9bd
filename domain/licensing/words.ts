// What are the tasks, documents and lasting concerns of an application called, for the authorities and for the applicant?
import { type Text, text } from '../language/words.ts'

/** What is wanted on the way, of whoever may be heard, and of those who handle it too. */
export const licensingTasks = {
  accept: text('受理审查', 'Decide on acceptance'),
  supplement: text('补正材料', 'Supply what is missing'),
  prepare: text('安排现场核查', 'Begin the site check'),
  'site-check': text('现场核查', 'Check the site'),
  rework: text('整改', 'Put right what was found'),
  'expert-review': text('专家评审', 'Expert review'),
  opinion: text('提出审查意见', 'Write the opinion'),
  endorse: text('复核', 'Endorse the opinion'),
  decide: text('作出决定', 'Decide'),
  'serve-hearing-notice': text('送达听证告知书', 'Serve the notice of the right to a hearing'),
  'request-hearing': text('决定是否申请听证', 'Ask for a hearing or not'),
  'notify-hearing': text('通知听证', 'Tell when the hearing is'),
  'hold-hearing': text('举行听证', 'Hold the hearing'),
  'joint-opinions': text('征求部门意见', 'Collect the opinions of others'),
} as const satisfies Record<string, Text>

/** By the act that makes it. */
export const licensingDocumentWords = {
  accept: text('受理通知书', 'Notice of acceptance'),
  'require-supplement': text('补正告知书', 'Notice to supplement'),
  'refuse-acceptance': text('不予受理决定书', 'Decision not to accept'),
  'begin-expert-review': text('专家评审时间告知书', 'Notice of the time of the expert review'),
  'extend-review': text('延长审查期限告知书', 'Notice of extension'),
  'site-check-passed': text('现场核查记录', 'Record of the site check'),
  'submit-opinion': text('审查意见书', 'Opinion of the review'),
  'tell-hearing-right': text('听证告知书', 'Notice of the right to a hearing'),
  'notify-hearing': text('听证通知书', 'Notice of the hearing'),
  'close-hearing': text('听证笔录', 'Record of the hearing'),
} as const satisfies Record<string, Text>

const quiet = text('无', 'None')
const over = text('已结束', 'Over')

/** Beside the way of the application: its hearing, the other authorities, and the bar on applying again. */
export const besideStates = {
  hearing: text('听证', 'Hearing'),
  'hearing.none': quiet,
  'hearing.possible': text('未启动', 'Not begun'),
  'hearing.telling': text('待送达听证告知书', 'Notice of the right to be served'),
  'hearing.told': text('已告知听证权利', 'Told of the right to a hearing'),
  'hearing.preparing': text('待通知听证', 'Hearing to be told of'),
  'hearing.notified': text('待举行听证', 'Hearing to be held'),
  'hearing.over': text('听证程序已完成', 'Done with'),
  'hearing.closed': over,
  joint: text('联合办理', 'Joint handling'),
  'joint.none': quiet,
  'joint.possible': text('未启动', 'Not begun'),
  'joint.asking': text('待其他部门答复', 'Others are to answer'),
  'joint.answered': text('其他部门已答复', 'Others have answered'),
  'joint.closed': over,
  bar: text('再次申请限制', 'Bar on applying'),
  'bar.none': quiet,
  'bar.barred': text('限制期内', 'Barred'),
  'bar.lifted': text('限制已届满', 'Lifted'),
  'bar.not-needed': text('无需限制', 'Not needed'),
} as const satisfies Record<string, Text>

/** Who has answered and who has not is the authorities' own business. */
export const besidePartyStates = {
  ...besideStates,
  'hearing.possible': quiet,
  'hearing.telling': text('可以申请听证', 'You may ask for a hearing'),
  'hearing.told': text('可以申请听证', 'You may ask for a hearing'),
  'hearing.preparing': text('听证准备中', 'The hearing is being prepared'),
  'hearing.notified': text('等待举行听证', 'The hearing is to be held'),
  'joint.possible': quiet,
  'joint.asking': text('多部门联合办理中', 'Several authorities handle it'),
  'joint.answered': text('多部门联合办理中', 'Several authorities handle it'),
  bar: text('再次申请', 'Applying again'),
  'bar.barred': text('限制期内不得再次申请', 'You may not apply again yet'),
  'bar.lifted': text('可以再次申请', 'You may apply again'),
  'bar.not-needed': quiet,
} as const satisfies Record<keyof typeof besideStates, Text>
