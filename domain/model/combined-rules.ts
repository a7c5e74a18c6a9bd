// How do several rules make one?
import type { Text } from '../language/words.ts'
import type { Rule, Verdict } from './process.ts'

/** All must say yes; the first no is the answer. */
export const every =
  <Context>(...rules: Rule<Context>[]): Rule<Context> =>
  (input) => {
    for (const rule of rules) {
      const verdict = rule(input)
      if (verdict !== true) return verdict
    }
    return true
  }

/** One way of an event that has several: what holds for all of them is judged first, so a refusal names the true reason. */
export const branch = <Context>(
  lawful: Rule<Context>,
  here: (input: Parameters<Rule<Context>>[0]) => boolean,
  elsewhere: Text,
): Rule<Context> => every(lawful, (input): Verdict => here(input) || elsewhere)
