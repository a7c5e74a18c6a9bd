// What differs from one kind of licence to the other in the documents that all of them go through?
import type { Said } from '../model/document.ts'

/** What differs from one kind of licence to the other. */
export type Licensing = {
  /** What is applied for: 危险化学品经营许可证. */
  matter: string
  /** The same with what it is about, where one case holds several applications; absent: `matter`. */
  subject?: (said: Said) => string
  /** In front of each type word: the register of one kind of licence is its own. */
  word: string
  law: string
  /** Fields of the application that tell it apart. */
  application: readonly string[]
  start: string
  /** What is applied for and what is granted, as a sentence has it: 变更申请, 变更. Absent: 申请, 取得. */
  phrase?: (said: Said) => { asked: string; granted: string }
  /** What was applied for and when, where the case holds several applications; absent: the one that opened it. */
  applied?: (said: Said) => string
  /** The clock within which it is decided, by the case. */
  review: (said: Said) => string
  /** What that clock leaves out, as the notice of acceptance names it. */
  notCounted: (said: Said) => string
  /** The papers that the application in hand needs and that came without a file. */
  missing: (record: Said['record']) => string[]
}
