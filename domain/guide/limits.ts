// How long may a service take, by law and as promised?

import { type Text, text } from '../language/words.ts'
import { effectOf } from '../law/expiry/expiry.ts'
import { amount } from '../law/explain.ts'
import { onGround } from '../law/rules/norms.ts'
import { isUnconfirmed, type OnExpiry, type Rule } from '../law/rules/rule.ts'
import type { GuideDefinition, GuideLimit, Stage } from '../model/guide-definition.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { Unit } from '../time/period.ts'
import type { RuleOf } from './special.ts'

/** A row of the rule book in words. `provisional`: its text is not confirmed. */
export type GuidePeriod = {
  n: number
  unit: Unit
  length: Text
  start: Text
  article: Text
  version: string
  provisional: boolean
}
export type GuideLimitView = {
  stage: Stage
  words: Text
  when: Text | null
  legal: GuidePeriod
  promised: (GuidePeriod & { words: Text })[]
  /** What the promises come to together, when they are given in one unit. */
  promisedInAll: Text | null
  extension: Text | null
  /** What the law makes of silence at its end. */
  effect: Text | null
}

const deemed = new Set<OnExpiry>([
  'deemedAccepted',
  'deemedAcceptedOnExpiry',
  'deemedFiled',
  'deemedRenewed',
])

/** 法定时限 and 承诺时限 of each step; a period that no rule in force knows is left out. */
export const limitsOf = (
  process: ProcessDefinition,
  { limits }: GuideDefinition,
  ruleOf: RuleOf,
): GuideLimitView[] =>
  limits.flatMap((limit) => {
    const rule = ruleOf(limit.clock)
    return rule ? [guideLimitView(process, limit, rule, ruleOf)] : []
  })

const guideLimitView = (
  process: ProcessDefinition,
  limit: GuideLimit,
  rule: Rule,
  ruleOf: RuleOf,
): GuideLimitView => {
  const promises = limit.promised.flatMap((clock) => ruleOf(clock) ?? [])
  return {
    stage: limit.stage,
    words: rule.title,
    when: limit.when ?? null,
    legal: periodIn(rule),
    effect: deemed.has(rule.onExpiry) ? effectOf(rule).words : null,
    promised: promises.map((one) => ({ ...periodIn(one), words: one.title })),
    promisedInAll: inAll(promises),
    extension: extensionOf(process, limit, rule),
  }
}

export const periodOf = (rule: Rule | null): GuidePeriod | null => rule && periodIn(rule)

const periodIn = (rule: Rule): GuidePeriod => {
  const { n, unit, start, article, version } = rule
  return {
    n,
    unit,
    length: amount(n, unit),
    start,
    article,
    version,
    provisional: isUnconfirmed(rule),
  }
}

const inAll = (promises: Rule[]): Text | null => {
  const [first] = promises
  if (!first || promises.some(({ unit }) => unit !== first.unit)) return null
  return amount(
    promises.reduce((sum, { n }) => sum + n, 0),
    first.unit,
  )
}

/** Only what the process can be lengthened by, and the law allows. */
const extensionOf = (
  { clocks }: ProcessDefinition,
  { clock }: GuideLimit,
  { extend, unit }: Rule,
): Text | null => {
  const [step] = extend
  if (!step || !clocks.find((one) => one.clock === clock)?.movesOn) return null
  const by = amount(step.n, unit)
  const doubt = step.unconfirmed ? text('，依据待确认', ', ground to be confirmed') : text('', '')
  const on = onGround(text(`${step.article.zh}${doubt.zh}`, `${step.article.en}${doubt.en}`))
  return text(
    `经${step.by.zh}批准可以延长${by.zh}${on.zh}`,
    `May be extended by ${by.en}: ${step.by.en}${on.en}`,
  )
}
