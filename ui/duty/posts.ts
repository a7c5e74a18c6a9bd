// Does the person who is signed in keep the duty of a bureau, and no desk of emergency management?

import type { Me } from '../../contract/account/session.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { isRegion } from '../../domain/organisation/regions.ts'

export const keepsBureauAlone = ({ appointments }: Me): boolean => {
  const duties = appointments.filter(({ role }) => role === 'duty-officer')
  const isCommand = ({ office, region }: (typeof duties)[number]) =>
    isRegion(region) && office === officeId('command', region)
  return duties.length > 0 && !duties.some(isCommand)
}
