// On which day may the government have decided the closure that it was asked for?
import { text } from '../language/words.ts'
import { isCivilDate } from '../model/fields.ts'
import type { Verdict } from '../model/process.ts'
import type { Day } from '../time/days.ts'

/** `proposedOn` null: of before that was kept. Nothing is asked of a form that does not say it yet. */
export const closureAnswerDated = (
  decidedOn: unknown,
  { proposedOn, today }: { proposedOn: Day | null; today: Day },
): Verdict => {
  if (typeof decidedOn !== 'string') return true
  if (!isCivilDate(decidedOn) || decidedOn > today)
    return text('决定日期不得晚于今日', 'It cannot be decided in the future')
  return (
    proposedOn === null ||
    decidedOn >= proposedOn ||
    text(
      `决定日期不得早于提请关闭之日${proposedOn}`,
      `It was not decided before it was proposed on ${proposedOn}`,
    )
  )
}
