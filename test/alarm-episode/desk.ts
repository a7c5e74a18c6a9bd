// What do suites with a database need beside people: the devices' token, and who keeps the duty?
import { createHash } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import { devices } from '../support/people/cast.ts'

const token = 'token-of-the-devices-0123456789'
export const bearer = { authorization: `Bearer ${token}` }

/** Lets the devices report, and read what has become of it. */
export const settleDevices = async (db: Database): Promise<void> => {
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const { id, name, region } = devices
  const scopes = [...devices.scopes, 'cases:read']
  // The row is there from the beginning, but no token leads to it.
  await db
    .insert(machineTokens)
    .values({ id, name, region, scopes, tokenHash })
    .onConflictDoUpdate({ target: machineTokens.id, set: { scopes, tokenHash } })
}
