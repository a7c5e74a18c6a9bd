// Why is a date only provisional, and what else should whoever relies on it know?

import { type Text, text } from '../language/words.ts'
import type { Reckoning } from '../time/period.ts'
import type { LegalExtension } from './course.ts'
import { onGround } from './rules/norms.ts'
import { pauseKinds } from './rules/pauses.ts'
import type { Rule } from './rules/rule.ts'

type Told = {
  rule: Rule
  result: Reckoning
  extensions: LegalExtension[]
  stopped: boolean
  pending: boolean
}

/** All reasons in their order; `doubted`: a pause or an extension has moved the date whose ground no text confirms. */
export const doubtsOf = (told: Told): { doubted: boolean; reasons: Text[] } => {
  const doubted = [...doubtedPauses(told), ...doubtedExtensions(told)]
  return {
    doubted: doubted.length > 0,
    reasons: [...told.result.reasons, ...ofTheRule(told), ...doubted],
  }
}

/** The pauses that have moved this date though the text behind them is unconfirmed, in words. */
const doubtedPauses = ({ rule: { pauses, unconfirmedPauses }, result: { paused } }: Told): Text[] =>
  unconfirmedPauses.flatMap((kind) => {
    const [words, article] = [pauseKinds[kind], pauses[kind]]
    if (!article || !paused.has(`pause:${kind}`)) return []
    return [
      text(
        `“${words.zh}”不计入期限的依据未经核实，使用前须由法制人员确认${onGround(article).zh}`,
        `That ${words.en} is not counted is unconfirmed: a lawyer must confirm it${onGround(article).en}`,
      ),
    ]
  })

const doubtedExtensions = ({ extensions }: Told): Text[] =>
  extensions.flatMap(({ unconfirmed }) => (unconfirmed ? [unconfirmed] : [])).slice(0, 1)

const ofTheRule = ({ rule, stopped, pending }: Told): Text[] => [
  ...(rule.lawVersion === 'pending'
    ? [
        text(
          '新法已施行但其时限文本尚未载入，暂按原数字计算',
          'A newer law is in force but its clocks are not loaded: the old number stands for now',
        ),
      ]
    : []),
  ...(rule.confidence === 'M' && rule.lawVersion === null
    ? [
        text(
          '规则文本未经核实，使用前须由法制人员确认',
          'The text of this rule is unconfirmed: a lawyer must confirm it',
        ),
      ]
    : []),
  ...(rule.elsewhere
    ? [
        text(
          `依据为外地规定或者做法：${rule.norm.zh}；在本市是否适用须由法制人员确认`,
          `It rests on the rules or practice of another place: ${rule.norm.en}; a lawyer must confirm that it is followed here`,
        ),
      ]
    : []),
  ...(rule.confidence === 'D' ? [ofTheDesign(rule)] : []),
  ...(pending
    ? [
        text(
          '《危险化学品安全法》施行后，该案件适用的法律版本待确认',
          'After the Hazardous Chemicals Safety Law the version of law for this case is to be confirmed',
        ),
      ]
    : []),
  ...(stopped
    ? [
        text(
          '中止尚未结束，到期日为目前最早可能的日期',
          'A pause is still running: the due date is the earliest possible now',
        ),
      ]
    : []),
]

const ofTheDesign = ({ id }: Rule): Text =>
  id.includes('.promised-')
    ? text(
        '承诺时限由机关自行承诺，不是法律规定的期限',
        'A limit that the office promises, not one of law',
      )
    : text('本系统约定，并非法律规定', 'A design convention, not law')
