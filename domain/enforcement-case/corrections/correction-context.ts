// What does an order to correct remember, and what of its case do its rules see?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'
import { todayOf } from '../memory/penalties.ts'

export type CorrectionContext = {
  /** 作出责令改正之日; null: not known. */
  orderedOn: string | null
  correctBy: string | null
}
export type CorrectionRule = Rule<CorrectionContext>

/** The context of an order that was just given. XState also calls this without input. */
export const givenOrder = (event: CaseEvent | undefined): CorrectionContext => ({
  orderedOn: event ? todayOf(event) : null,
  correctBy: stringIn(event, 'correctBy'),
})
