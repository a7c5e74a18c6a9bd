// May the days that an act has stated be corrected to these, by what the act itself was asked (更正)?
import { serviceCorrected } from '../../documents/service-correction.ts'
import { text } from '../../language/words.ts'
import type { CorrectionRule } from '../../model/decision-context.ts'
import { stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { civilDate } from '../../time/instant.ts'
import { remembered } from '../memory/penalties.ts'

type Fact = Parameters<CorrectionRule>[1]

/** Days by which a period or a sum is counted: none of them lies in the future. */
const countedDays: Record<string, readonly string[]> = {
  'receive-remedy': ['filedOn', 'receivedOn'],
  'record-instalment': ['paidOn'],
  'record-payment': ['paidOn'],
  'record-police-refusal': ['receivedOn'],
  'record-police-filed': ['receivedOn'],
  'record-request-received': ['receivedOn'],
}

/** The day before which each paper cannot have been served. */
const made: Record<string, 'noticedOn' | 'decidedOn' | 'demandedOn'> = {
  'serve-notice': 'noticedOn',
  'serve-decision': 'decidedOn',
  'serve-demand': 'demandedOn',
}

const isChanged = ({ was, is }: Fact, name: string): boolean => was[name] !== is[name]

const notInFuture: CorrectionRule = (_, fact) =>
  (countedDays[fact.type] ?? []).every((name) => {
    const day = stringIn({ data: fact.is }, name)
    return !isChanged(fact, name) || day === null || (isCivilDate(day) && day <= civilDate(fact.at))
  }) || text('日期不得晚于今日', 'The day may not lie in the future')

const stillServed: CorrectionRule = ({ snapshot }, fact, law) => {
  const paper = made[fact.type]
  if (!paper) return true
  // Of an earlier service it is not remembered any more when its paper was made.
  const from = fact.latest ? remembered(snapshot.context)[paper] : null
  const agreed = remembered(snapshot.context).electronicConsent === true
  return serviceCorrected(fact, law, from, agreed)
}

/** 处罚法 73: its days were counted with its outcome, and what went back by them. */
const ended = text(
  '该复议、诉讼已经终结，加处罚款已按原申请日期计算，不能更正；结果登记可以撤回的，请先撤回',
  'This remedy has ended, and the surcharge was reckoned by the day of its application: take its outcome back first, where that can be done',
)

const stillInOrder: CorrectionRule = ({ snapshot }, fact) => {
  const { decisionServedOn, pendingSince } = remembered(snapshot.context)
  const days = ['filedOn', 'receivedOn']
  if (fact.type !== 'receive-remedy' || !days.some((name) => isChanged(fact, name))) return true
  if (isChanged(fact, 'filedOn') && (!fact.latest || pendingSince !== fact.was.filedOn))
    return ended
  let before = fact.latest ? decisionServedOn : null
  for (const name of days) {
    const day = stringIn({ data: fact.is }, name)
    if (before !== null && day !== null && day < before)
      return text(`日期不得早于${before}`, `The day may not lie before ${before}`)
    before = day ?? before
  }
  return true
}

/** 更正: what an act may not say, it may not be corrected to either. */
export const correctionLawful: CorrectionRule = (...asked) => {
  for (const rule of [notInFuture, stillServed, stillInOrder]) {
    const verdict = rule(...asked)
    if (verdict !== true) return verdict
  }
  return true
}
