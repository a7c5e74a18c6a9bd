// Where may the person who is signed in warn others, by the posts that he holds?

import type { Me } from '../../contract/account/session.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { isRegion, type Region, regionsBelow } from '../../domain/organisation/regions.ts'

export const regionsOf = (me: Me): Region[] => {
  const held = me.appointments.filter(
    ({ office, region, role }) =>
      role === 'leader' ||
      (role === 'duty-officer' && isRegion(region) && office === officeId('command', region)),
  )
  return [...new Set(held.flatMap(({ region }) => (isRegion(region) ? regionsBelow(region) : [])))]
}

export const warnsIn = (me: Me, region: string): boolean =>
  (regionsOf(me) as string[]).includes(region)
