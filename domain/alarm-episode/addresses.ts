// Which desks and people does an alarm concern?
import type { Address } from '../organisation/offices.ts'

/** Who keeps the duty, leads and supervises there. */
const posts = (level: 'county' | 'city') => ({
  duty: { role: 'duty-officer', office: 'command', level } satisfies Address,
  leader: { role: 'leader', office: 'leadership', level } satisfies Address,
  supervisor: { role: 'supervisor', office: 'committee', level } satisfies Address,
})
const county = posts('county')
const city = posts('city')

export const countyDuty: Address = county.duty
export const cityDuty: Address = city.duty
export const countyLeader: Address = county.leader
export const cityLeader: Address = city.leader
export const safetyOfficer: Address = { role: 'enterprise-safety', office: 'enterprise' }
export const enterprise: Address[] = [
  safetyOfficer,
  { role: 'enterprise-principal', office: 'enterprise' },
]
/** The desk that keeps the duty: the county's own, and the city's for all of them. */
export const desks: Address[] = [countyDuty, cityDuty]
/** Who takes a device out of service under a permit, and puts it back. */
export const permitters: Address[] = [...desks, county.supervisor, city.supervisor]
/** Who may call an emergency. */
export const callers: Address[] = [...desks, countyLeader, cityLeader]
