// May what was written down of a service be corrected to this (更正)?
import { text } from '../language/words.ts'
import type { CorrectionRule } from '../model/decision-context.ts'
import type { Verdict } from '../model/process.ts'
import type { Day } from '../time/days.ts'
import { servedDay, servedLawfully } from './service-day.ts'

type Fact = Parameters<CorrectionRule>[1]
type Law = Parameters<CorrectionRule>[2]

/** 民诉法 95: nobody has said that day, so nobody corrects it. */
const reckonedAnew = text(
  '公告送达的送达日期按公告日期计算，不能随更正变更：请撤回送达登记后重新登记',
  'By public notice the day of the service is reckoned from that of the notice and is not corrected along with it: take the record back and make it anew',
)

/** By what the act itself was asked. `made`: the day of the paper, null where that is not remembered any more; `agreed`: to electronic service, before. */
export const serviceCorrected = (
  { was, is, at }: Fact,
  law: Law,
  made: Day | null,
  agreed: boolean,
): Verdict => {
  if (['servedOn', 'announcedOn', 'method'].every((name) => was[name] === is[name])) return true
  if (is.method === 'announcement' && is.servedOn !== servedDay({ ...law, data: is }))
    return reckonedAnew
  return servedLawfully({ ...law, data: is, at }, made, agreed)
}
