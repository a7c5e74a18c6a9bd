// Which posts, named for the place of a case, does more than one process address?
import type { Address } from './offices.ts'

export const inspectors = {
  role: 'inspector',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
export const countyLeader = {
  role: 'leader',
  office: 'leadership',
  level: 'county',
} as const satisfies Address
export const countyLegalReviewers = {
  role: 'legal-reviewer',
  office: 'legal',
  level: 'county',
} as const satisfies Address
export const citySupervisor = {
  role: 'supervisor',
  office: 'committee',
  level: 'city',
} as const satisfies Address
export const principal = {
  role: 'enterprise-principal',
  office: 'enterprise',
} as const satisfies Address
export const safetyOfficer = {
  role: 'enterprise-safety',
  office: 'enterprise',
} as const satisfies Address
export const enterprise: Address[] = [principal, safetyOfficer]
