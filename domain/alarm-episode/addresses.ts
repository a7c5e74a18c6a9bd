// Which desks and people does an alarm concern?
import type { Address } from '../organisation/offices.ts'

export const countyDuty = {
  role: 'duty-officer',
  office: 'command',
  level: 'county',
} as const satisfies Address
export const cityDuty = {
  role: 'duty-officer',
  office: 'command',
  level: 'city',
} as const satisfies Address
export const countyLeader = {
  role: 'leader',
  office: 'leadership',
  level: 'county',
} as const satisfies Address
export const cityLeader = {
  role: 'leader',
  office: 'leadership',
  level: 'city',
} as const satisfies Address
export const safetyOfficer = {
  role: 'enterprise-safety',
  office: 'enterprise',
} as const satisfies Address
export const principal = {
  role: 'enterprise-principal',
  office: 'enterprise',
} as const satisfies Address
export const enterprise: Address[] = [safetyOfficer, principal]
/** The desk that keeps the duty: the county's own, and the city's for all of them. */
export const desks: Address[] = [countyDuty, cityDuty]
const countySupervisor = {
  role: 'supervisor',
  office: 'committee',
  level: 'county',
} as const satisfies Address
const citySupervisor = {
  role: 'supervisor',
  office: 'committee',
  level: 'city',
} as const satisfies Address
/** Who takes a device out of service under a permit, and puts it back. */
export const permitters: Address[] = [...desks, countySupervisor, citySupervisor]
/** Who may call an emergency. */
export const callers: Address[] = [...desks, countyLeader, cityLeader]
