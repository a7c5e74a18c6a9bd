// Which desks and people does an alarm concern?
import { competentOfficeIn } from '../organisation/competence.ts'
import { type Address, addressKey } from '../organisation/offices.ts'

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
type Remembered = Record<string, unknown>

/** The duty post of the bureau that was competent when the alarm rose; none: the desks keep it. */
export const bureauDuty = ({ competent }: Remembered): Address[] => {
  const found = competentOfficeIn(competent)
  return found ? [{ role: 'duty-officer', ...found }] : []
}
/** Whose the alarm is: the bureau's alone, or the desks'. */
export const keepers = (context: Remembered): readonly Address[] => {
  const own = bureauDuty(context)
  return own.length > 0 ? own : desks
}
/** Called for: the bureau in the place of the county's desk. */
export const calledFor = (notify: readonly Address[], context: Remembered): readonly Address[] => {
  const own = bureauDuty(context)
  return own.length === 0
    ? notify
    : notify.flatMap((one) => (addressKey(one) === addressKey(countyDuty) ? own : [one]))
}

/** Who takes a device out of service under a permit, and puts it back. */
export const permitters: Address[] = [...desks, county.supervisor, city.supervisor]
export const permittersOf = (context: Remembered): readonly Address[] => [
  ...permitters,
  ...bureauDuty(context),
]
/** Who may call an emergency. */
export const callers: Address[] = [...desks, countyLeader, cityLeader]
