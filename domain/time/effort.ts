// How much may one reckoning look at, whatever it is asked?
import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'

/** Days looked at so far, of `most`; everything that one question makes us count shares one of these. */
export type Effort = { spent: number; most?: number }

/** 200 years of days. */
export const mostDays = 73_050

/** Takes so many days off the effort; throws `invalid-input` where a question would make us count further than two centuries. */
export const spend = (effort: Effort, days: number): void => {
  effort.spent += days
  if (effort.spent > (effort.most ?? mostDays))
    throw new DomainError('invalid-input', [
      text(
        '期限过长，无法计算（最多200年）',
        'The period is too long to be reckoned (200 years at most)',
      ),
    ])
}

/** Nobody reckons further. */
export const lastYear = 2100
export const beyond = () =>
  new DomainError('invalid-input', [
    text(`期限超出可计算范围（${lastYear}年）`, `The period goes beyond ${lastYear}`),
  ])
