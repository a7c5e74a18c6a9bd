// Who goes through the doors: one of each role at each level, here, elsewhere and in the enterprise?
import type { Database } from '../../db/client.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { machineTokens } from '../../db/schema/organisation/organisation.ts'
import { sha256 } from '../../domain/identity/commands.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { password } from '../api/house.ts'
import { quickHash } from '../support/people/passwords.ts'
import { inCommand, onDuty, people, settleThem } from '../support/people/people.ts'

type Cast = Parameters<typeof settleThem>[1]

const further: Cast = {
  wan: ['万管理', 'administrator', officeId('administration', '330800'), '330800', null],
  jin: ['金值班', 'duty-officer', officeId('command', '330881'), '330881', null],
  xu: ['徐消防', 'duty-officer', officeId('fire', '330800'), '330800', null],
}

/** Whose post, level and place another of the house has too. */
const twins = ['wu', 'zhou', 'mao']

/** Everybody of the house and these. */
export const readers: string[] = Object.keys({
  ...people,
  ...onDuty,
  ...inCommand,
  ...further,
}).filter((who) => !twins.includes(who))

const token = 'token-of-a-partner-0123456789'
export const partner = { authorization: `Bearer ${token}` }

/** Writes those whom the house does not bring, with their accounts, and a machine that may read cases. */
export const settleReaders = async (db: Database): Promise<void> => {
  const them = { ...onDuty, ...inCommand, ...further }
  await settleThem(db, them)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    db,
    Object.entries(them).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
  await db.insert(machineTokens).values({
    id: 'partner',
    name: '合作平台',
    scopes: ['cases:read'],
    region: '330800',
    tokenHash: sha256(token),
  })
}
