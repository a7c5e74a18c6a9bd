// Which acts lead an inspection on, and where does each stand?
import { endingActs } from './acts/ending.ts'
import { findingActs } from './acts/findings.ts'
import { notingActs } from './acts/noting.ts'
import { planningActs } from './acts/planning.ts'
import { visitActs } from './acts/visit.ts'
import { inviteBureau } from './joint/part.ts'

export const events = {
  ...planningActs,
  'invite-bureau': inviteBureau,
  ...notingActs,
  ...visitActs,
  ...endingActs,
  ...findingActs,
}

export type AdministrativeInspectionEventType = keyof typeof events
