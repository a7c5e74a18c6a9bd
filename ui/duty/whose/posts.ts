// Does the person who is signed in keep the duty of a bureau, and no desk of emergency management?

import type { Me } from '../../../contract/account/session.ts'

/** Ids of offices as domain/organisation/offices.ts makes them, whose names would be a kilobyte of this page. */
const isCommand = ({ office }: { office: string }) => /-(command|bureau)$/.test(office)

export const keepsBureauAlone = ({ appointments }: Me): boolean => {
  const duties = appointments.filter(({ role }) => role === 'duty-officer')
  return duties.length > 0 && !duties.some(isCommand)
}
