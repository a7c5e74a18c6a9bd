// What is usual for the periods of an enforcement case?
import { periodsOf } from '../../model/periods/period.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

/** A period of the rule book; missed, it is told to the chief and the leader, and nothing else changes. */
export const limit = periodsOf({
  family: 'enforcement-case.',
  told: [sectionChief, leader],
  audience: 'internal',
  clockOwner: sectionChief,
})
