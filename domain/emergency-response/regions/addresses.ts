// Which desks, leaders and commanders does an emergency concern?
import type { Address } from '../../organisation/offices.ts'

/** Who keeps the duty, leads, commands and supervises there. */
const posts = (level: 'county' | 'city') => ({
  duty: { role: 'duty-officer', office: 'command', level } satisfies Address,
  leader: { role: 'leader', office: 'leadership', level } satisfies Address,
  commander: { role: 'commander', office: 'command', level } satisfies Address,
  chief: { role: 'section-chief', office: 'enforcement', level } satisfies Address,
  supervisor: { role: 'supervisor', office: 'committee', level } satisfies Address,
})
const county = posts('county')
const city = posts('city')

export const countyDuty: Address = county.duty
export const cityDuty: Address = city.duty
export const provinceDuty: Address = { role: 'duty-officer', office: 'command', level: 'province' }
export const countyLeader: Address = county.leader
export const cityLeader: Address = city.leader
export const countyCommander: Address = county.commander
export const cityCommander: Address = city.commander
export const countyChief: Address = county.chief
export const cityChief: Address = city.chief
export const countySupervisor: Address = county.supervisor
export const citySupervisor: Address = city.supervisor
export const enterprise: Address[] = [
  { role: 'enterprise-principal', office: 'enterprise' },
  { role: 'enterprise-safety', office: 'enterprise' },
]

/** The desks that keep the duty: the county's own, and the city's for all of them. */
export const desks: Address[] = [countyDuty, cityDuty]
export const leaders: Address[] = [countyLeader, cityLeader]
/** Who decides at the place: the leaders, and whoever they have put in command. */
export const commanders: Address[] = [countyCommander, cityCommander, ...leaders]
