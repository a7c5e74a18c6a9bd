// When may a party be ordered to correct, when is it found to refuse, and how does the case wait for the re-check?
import { type Text, text } from '../../language/words.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { every } from '../../model/rule.ts'
import {
  certificatesShown,
  certificatesShownOn,
} from '../../registers/officer-certificate/shown.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { remembered, todayOf } from '../memory/penalties.ts'
import type { CorrectionContext, CorrectionRule } from './correction-context.ts'

const found: EnforcementRule = ({ context }) =>
  context.evidence ||
  context.decidedOn !== null ||
  text('尚未查明违法行为，不得责令改正', 'Nothing was found yet that could be corrected')

const oneAtATime: EnforcementRule = ({ event: { openNumbers } }) =>
  (openNumbers?.correction ?? []).length === 0 ||
  text('上一次责令改正尚未复查', 'The order before this one was not re-checked yet')

const stillToCome: EnforcementRule = ({ event }) => {
  const correctBy = stringIn(event, 'correctBy')
  return (
    correctBy === null ||
    (isCivilDate(correctBy) && correctBy >= todayOf(event)) ||
    text('改正期限不得早于今日', 'It cannot be corrected in the past')
  )
}

/** 处罚法 28. */
export const correctable = every<EnforcementContext>(
  found,
  oneAtATime,
  stillToCome,
  certificatesShown,
)

const openCorrections = (numbers: readonly number[]): Text =>
  text(
    `责令改正${numbers.map((nth) => `第${nth}号`).join('、')}尚未复查，案件不得结束`,
    `Order to correct no. ${numbers.join(', ')} not re-checked: the case cannot end`,
  )

/** What was ordered is looked at before the case is put away. */
export const correctionsDone: EnforcementRule = ({ event: { openNumbers } }) => {
  const numbers = openNumbers?.correction ?? []
  return numbers.length === 0 || openCorrections(numbers)
}

const checkedInTime: CorrectionRule = ({ context, event }) => {
  const checkedOn = stringIn(event, 'checkedOn')
  if (checkedOn === null) return true
  if (!isCivilDate(checkedOn) || checkedOn > todayOf(event))
    return text('复查日期不得晚于今日', 'It cannot be re-checked in the future')
  return (
    checkedOn >= (context.orderedOn ?? checkedOn) ||
    text('复查日期不得早于责令改正之日', 'It is not re-checked before it was ordered')
  )
}

const byNoneRecused: CorrectionRule = ({ event }) => {
  const { recused = [] } = remembered(event.ofCase ?? {})
  return (
    !recused.includes(personIn(event) ?? '') ||
    text(
      '已回避的执法人员不得参与（《行政处罚法》第四十三条）',
      'An officer who has recused himself takes no part (Penalty Law art. 43)',
    )
  )
}

const checkLawful = every<CorrectionContext>(
  checkedInTime,
  byNoneRecused,
  certificatesShownOn('checkedOn'),
)

/** 安全法 112: ordered, fined, and still refusing. */
const fined: CorrectionRule = ({ event }) => {
  const {
    decisionServedOn = null,
    imposed = 0,
    annulled,
    individual,
  } = remembered(event.ofCase ?? {})
  if (individual)
    return text(
      '按日连续处罚适用于生产经营单位，不适用于个人（《安全生产法》第一百一十二条）',
      'Only an enterprise is fined day by day, no person (Work Safety Law art. 112)',
    )
  if (decisionServedOn === null || imposed <= 0 || annulled)
    return text(
      '未受到已生效的罚款处罚，不得按日连续处罚（《安全生产法》第一百一十二条）',
      'No fine is in force: none is repeated day by day (Work Safety Law art. 112)',
    )
  const checkedOn = stringIn(event, 'checkedOn')
  return (
    checkedOn === null ||
    checkedOn >= decisionServedOn ||
    text(
      `复查日期不得早于处罚决定送达之日${decisionServedOn}（《安全生产法》第一百一十二条）`,
      `The refusal is found after the penalty was served on ${decisionServedOn} (Work Safety Law art. 112)`,
    )
  )
}

const overdue: CorrectionRule = ({ context, event }) => {
  const checkedOn = stringIn(event, 'checkedOn')
  return (
    checkedOn === null ||
    context.correctBy === null ||
    checkedOn > context.correctBy ||
    text(
      `改正期限至${context.correctBy}，未届满不得认定拒不改正`,
      `It may be corrected until ${context.correctBy}: nobody has refused before`,
    )
  )
}

export const correctionRules = {
  correctionCheckLawful: checkLawful,
  refusalLawful: every<CorrectionContext>(fined, checkLawful, overdue),
} satisfies Record<string, CorrectionRule>
