// By when are emergency plans and major hazard sources filed, evaluated, assessed anew or cancelled, and drills held again?
import { DomainError } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import type { Region } from '../../organisation/regions.ts'
import type { CalendarSet } from '../../time/calendar.ts'
import type { Day } from '../../time/days.ts'
import type { RuleBook } from '../rule-book.ts'
import { period } from './calculation.ts'

const ruleOf = {
  planFiling: 'emergency-response.plan-filing',
  planCheck: 'emergency-response.plan-check',
  planEvaluation: 'emergency-response.plan-evaluation',
  drillOfAuthority: 'emergency-response.drill-government',
  drillOfRiskyUnit: 'emergency-response.drill-unit',
  drillOfPlan: 'emergency-response.drill-plan',
  drillOnSite: 'emergency-response.drill-on-site',
  sourceFiling: 'hazard-source.filing',
  sourceAssessment: 'hazard-source.re-assessment',
  sourceCancellation: 'hazard-source.cancellation',
} as const

export type PreparednessPeriod = keyof typeof ruleOf
export type PreparednessLaw = { calendars: CalendarSet; rules: RuleBook; region: Region }

/** `due`: null where the rule was not yet in force. `deemedOn`: from which day silence counts as an answer, where it does. `steps`: how it was counted, and what somebody has to confirm about it. */
export type PreparednessDay = { due: Day | null; deemedOn: Day | null; steps: Text[] }

/** Nothing is counted, for these reasons. */
export const uncounted = (...steps: Text[]): PreparednessDay => ({
  due: null,
  deemedOn: null,
  steps,
})

/**
 * The last day of a period that runs from the one field of a form, `{ publishedOn: '2026-03-02' }`. Refuses with `invalid-input`, at that
 * field, a day from which nothing can be counted.
 */
export const preparednessDay = (
  which: PreparednessPeriod,
  start: Record<string, Day>,
  { calendars, rules, region }: PreparednessLaw,
): PreparednessDay => {
  try {
    const limit = period({ calendars, rules, region }, ruleOf[which], start)
    const { title } = limit.rule
    return {
      due: limit.due,
      deemedOn: limit.expiry.effectiveOn,
      steps: [titled(title, limit.explanation), ...limit.reasons.map((one) => titled(title, one))],
    }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'rule-not-in-force')
      return uncounted(...error.reasons)
    throw error
  }
}

const titled = (title: Text, { zh, en }: Text): Text =>
  text(`${title.zh}：${zh}`, `${title.en}: ${en}`)
