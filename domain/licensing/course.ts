// Which tasks and acts does every application go through, whatever is applied for, and what are the tasks called?
import { type Text, text } from '../language/words.ts'

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
} as const satisfies Record<string, Text>

export type LicensingTask = keyof typeof licensingTasks

/** What is wanted beside the review: of whoever may be heard, and of those who handle it too. */
export const besideTasks = {
  'request-hearing': text('决定是否申请听证', 'Ask for a hearing or not'),
  'notify-hearing': text('通知听证', 'Tell when the hearing is'),
  'hold-hearing': text('举行听证', 'Hold the hearing'),
  'joint-opinions': text('征求部门意见', 'Collect the opinions of others'),
} as const satisfies Record<string, Text>

export type BesideTask = keyof typeof besideTasks

/** From the receipt of an application to its acceptance, or to its end before. */
export type IntakeEventType =
  | 'accept'
  | 'deem-accepted'
  | 'require-supplement'
  | 'supplement'
  | 'refuse-acceptance'
  | 'correct-jurisdiction'
  | 'withdraw'

/** From acceptance to the opinion that is endorsed. */
export type ReviewEventType =
  | 'begin-site-check'
  | 'waive-site-check'
  | 'site-check-passed'
  | 'site-check-failed'
  | 'site-check-rework'
  | 'report-rework'
  | 'begin-expert-review'
  | 'end-expert-review'
  | 'extend-review'
  | 'submit-opinion'
  | 'endorse'

/** 许可法 26, 42(2), 46–48: beside the review, where the chart has these regions. */
export type BesideEventType =
  | 'handle-jointly'
  | 'note-joint-opinion'
  | 'tell-hearing-right'
  | 'announce-hearing'
  | 'request-hearing'
  | 'waive-hearing'
  | 'hearing-lapsed'
  | 'notify-hearing'
  | 'close-hearing'
