// Which steps of the way lie behind a matter, at which is it, and where did it end?
import type { CaseView } from '../../contract/case/cases.ts'
import type { Step } from '../list/additions.ts'

export type Look = 'done' | 'now' | 'ended' | 'later'

/**
 * The party's words of the state decide. Only what has ended in the last step has all steps behind it; what was refused stays where it
 * came to, and of what was withdrawn only the beginning is sure.
 */
export const looksOf = (
  { status, state }: Pick<CaseView, 'status' | 'state'>,
  steps: Step[],
): Look[] => {
  const at = steps.findIndex(({ states }) => states.some((words) => state.zh.includes(words)))
  if (status === 'open')
    return steps.map((_, index) =>
      index < at ? 'done' : index === Math.max(at, 0) ? 'now' : 'later',
    )
  if (at === steps.length - 1) return steps.map(() => 'done')
  return steps.map((_, index) =>
    index < Math.max(at, 1) ? 'done' : index === at ? 'ended' : 'later',
  )
}
