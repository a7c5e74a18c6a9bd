// What of a fine, or of what it has cost until it was changed, is still to be paid?
import type { CaseRecord } from '../model/record.ts'

const yuanIn = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** In yuan, by what the chart of the case keeps; 0: nothing is, or nothing was imposed. */
export const unpaidOf = ({ snapshot }: Pick<CaseRecord, 'snapshot'>): number =>
  yuanIn(snapshot.context.owed) + yuanIn(snapshot.context.surchargeLeft)
