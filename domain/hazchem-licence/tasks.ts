// Which tasks does the chart of a licence ask for, and what are they called?
import { type Text, text } from '../language/words.ts'
import { licensingTasks } from '../licensing/words.ts'

/** The closed list; the chart says which state asks for which. */
export const licenceTasks = {
  ...licensingTasks,
  'serve-refusal': text('送达不予许可决定', 'Serve the refusal'),
  issue: text('制发许可证', 'Make out the licence'),
  serve: text('送达许可证', 'Serve the licence'),
  'cancel-ended': text('注销届满未延续的许可证', 'Cancel the licence that has ended'),
  'file-change': text('申请变更', 'Apply for the change'),
} as const satisfies Record<string, Text>

export type LicenceTask = keyof typeof licenceTasks
