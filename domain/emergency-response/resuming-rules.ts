// When may a response go on that has ended, or begin where none was found to be needed?
import { text } from '../language/words.ts'
import { every } from '../model/rule.ts'
import { when } from './rule-parts.ts'

const handled = when(
  ({ handled: over }) => over,
  text('响应尚未终止，也没有作出不启动的结论', 'No response has ended, and none was waived'),
)
/** Its script is played, and it is evaluated by it. */
const notPlanned = when(
  ({ drillCourse }) => drillCourse === undefined,
  text('按计划实施的演练不再次启动响应', 'A planned drill is not started again'),
)

export const mayResume = every(handled, notPlanned)
