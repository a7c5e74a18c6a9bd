// What does the end of a period bring by law?

import type { Text } from '../../language/words.ts'
import { addDays, type Day } from '../../time/days.ts'
import type { Reckoning } from '../../time/period.ts'
import { isUnconfirmed, type OnExpiry, type Rule } from '../rules/rule.ts'
import { type Effect, type Effects, settled } from './effect.ts'
import { emergencyEffects } from './emergencies.ts'
import { enforcementEffects } from './enforcement.ts'
import { equipmentEffects } from './equipment.ts'
import { hazardEffects } from './hazards.ts'
import { licensingEffects } from './licensing.ts'

/**
 * The effect of the end of a period: its kind, one sentence, the articles it rests on, and the day from which something is deemed done.
 * `provisional`: the text of the rule, or what it says of its end, is unconfirmed.
 */
export type Expiry = {
  kind: OnExpiry
  words: Text
  basis: Text
  effectiveOn: Day | null
  provisional: boolean
}

/** Every sentence of the rule book, one file for each field of law. */
export const expiryEffects: Effects = {
  ...licensingEffects,
  ...hazardEffects,
  ...enforcementEffects,
  ...emergencyEffects,
  ...equipmentEffects,
}

const free = settled(
  '指定期间，届满的后果由约定或者所依据的规定确定',
  'A freely chosen period: what its end brings follows from what it is chosen for',
)

/** The sentence of a rule in its version. */
export const effectOf = ({ id, version }: Pick<Rule, 'id' | 'version'>): Effect =>
  expiryEffects[`${id}@${version}`] ?? expiryEffects[id] ?? free

/** The effect of a rule whoever reckons with it, with the articles of its version. */
export const expiryOfRule = (rule: Rule): Omit<Expiry, 'effectiveOn'> => {
  const { words, sure } = effectOf(rule)
  return {
    kind: rule.onExpiry,
    words,
    basis: rule.article,
    provisional: !sure || isUnconfirmed(rule),
  }
}

/** Where something is deemed done, from which day on. */
const effectiveDay: Partial<Record<OnExpiry, (result: Reckoning) => Day>> = {
  /** 许可法 32(4): from the day the papers came. */
  deemedAccepted: ({ startDay }) => startDay,
  /** 复议法 30: from the day on which the period expires. */
  deemedAcceptedOnExpiry: ({ due }) => due,
  /** No text names a day: until 24:00 of the last one there may still be an answer. */
  deemedFiled: ({ due }) => addDays(due, 1),
}

export const expiryOf = (rule: Rule, result: Reckoning): Expiry => ({
  ...expiryOfRule(rule),
  effectiveOn: effectiveDay[rule.onExpiry]?.(result) ?? null,
})
