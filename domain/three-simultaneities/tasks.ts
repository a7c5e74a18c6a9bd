// Which tasks does the chart of a project ask for, and what are they called?
import { type Text, text } from '../language/words.ts'
import { licensingTasks } from '../licensing/words.ts'

/** The closed list; the chart says which state asks for which. */
export const projectTasks = {
  ...licensingTasks,
  apply: text('申请审查', 'Apply for the review'),
  'apply-design': text('申请设计审查', 'Apply for the review of the design'),
  serve: text('送达批准文件', 'Serve the approval'),
  'serve-refusal': text('送达不予批准决定', 'Serve the refusal'),
  'begin-construction': text('开工', 'Begin construction'),
  build: text('施工', 'Build'),
  'begin-trial': text('安排试运行', 'Begin the trial run'),
  'confirm-filing': text('试生产方案备案', 'File the trial plan'),
  trial: text('试运行', 'Trial run'),
  complete: text('组织竣工验收', 'Hold the acceptance'),
  supervise: text('竣工验收监督', 'Look at the acceptance'),
  'spot-check': text('监督核查', 'Spot check'),
  correct: text('监督核查整改', 'Put right what the spot check found'),
  'decide-opinion': text('确认意见书是否失效', 'Say whether the opinion is void'),
} as const satisfies Record<string, Text>

export type ProjectTask = keyof typeof projectTasks
