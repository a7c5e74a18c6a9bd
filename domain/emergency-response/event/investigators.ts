// Who investigates an accident, and who answers for its periods?
import type { Address } from '../../organisation/offices.ts'
import { isSpecialEquipment } from './special-equipment.ts'

/** 493号 19: a general accident can be the county's. 特设法 72: one of special equipment is investigated one level higher. */
export const isForCounty = ({ accidentLevel, kind }: Record<string, unknown>): boolean =>
  accidentLevel === 'general' && !isSpecialEquipment(kind)

/**
 * 493号 19, 20: a general accident is the county's to investigate, or the city's where it takes it up; a larger one is the city's.
 * Whoever investigates replies and lengthens the period (29, 32).
 */
export const investigators =
  (county: Address, city: Address) =>
  (context: Record<string, unknown>): readonly Address[] =>
    isForCounty(context) && context.inquiryBy !== 'city' ? [county, city] : [city]
