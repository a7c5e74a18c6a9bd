// Do the registers of the demo hold all offices, people, enterprises and accounts? What is missing is added, nothing is changed.
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, isNotNull } from 'drizzle-orm'
import { hashPassword } from '../../api/http/accounts.ts'
import type { Database } from '../../db/client.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { account } from '../../db/schema/organisation/auth.ts'
import {
  appointments,
  enterprises,
  machineTokens,
  offices,
  personPhones,
  persons,
} from '../../db/schema/organisation/organisation.ts'
import { maskedNumber } from '../../domain/calls/phone.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { DEMO_PASSWORD, demoRegisters } from './accounts.ts'
import type { SeedPerson } from './organisation.ts'

const SINCE: Instant = instant('2020-01-01T00:00:00+08:00')
export const GATEWAY = 'demo-gateway'
const GATEWAY_SCOPES = ['cases:read', 'cases:start:hazard-rectification']

/** Inserts whatever rows are missing, all accounts with one password; answers how many people and enterprises the demo has. */
export const seedRegisters = async (
  db: Database,
  hashed = hashPassword,
): Promise<{ people: number; enterprises: number }> => {
  const registers = demoRegisters()
  const held = registers.people.flatMap(({ id, appointments }) =>
    appointments.map((post) => ({ person: id, ...post, since: SINCE })),
  )
  await db.insert(offices).values(registers.offices).onConflictDoNothing()
  await db.insert(enterprises).values(registers.enterprises).onConflictDoNothing()
  await db
    .insert(persons)
    .values(registers.people.map(({ appointments: _, ...person }) => ({ ...person, active: true })))
    .onConflictDoNothing()
  await db.insert(appointments).values(held).onConflictDoNothing()
  await db
    .insert(personPhones)
    .values(registers.people.map(({ id }, index) => inventedPhone(id, index)))
    .onConflictDoNothing()
  await seedAccounts(db, registers.people, hashed)
  return { people: registers.people.length, enterprises: registers.enterprises.length }
}

/** No operator has been given the numbers that begin with 154: whatever is set up, nobody is called by them. */
const inventedPhone = (person: string, index: number) => {
  const phone = `154${String(index + 1).padStart(8, '0')}`
  return { person, phone, masked: maskedNumber(phone), by: 'seed', at: SINCE }
}

// One hash for all accounts of the demo: a hundred and fifty of them, made one by one, would take ten seconds.
async function seedAccounts(
  db: Database,
  people: SeedPerson[],
  hashed: typeof hashPassword,
): Promise<void> {
  const rows = await db
    .select({ id: account.userId })
    .from(account)
    .where(isNotNull(account.password))
  const known = new Set(rows.map(({ id }) => id))
  const missing = people.filter(({ id }) => !known.has(id))
  if (missing.length === 0) return
  const passwordHash = await hashed(DEMO_PASSWORD)
  await saveAccounts(
    db,
    missing.map(({ id, username, name }) => ({ id, username, name, passwordHash })),
  )
}

/**
 * The gateway's token lies in a file of the data folder, readable by its owner only; the database keeps the hash. The row is made
 * once, before any case, so the moment it was made is the moment the demo was founded.
 */
export const foundDemo = async (
  db: Database,
  dataDir: string,
): Promise<{ founded: Instant; tokenFile: string }> => {
  const tokenFile = join(dataDir, `${GATEWAY}.token`)
  const tokenHash = createHash('sha256').update(gatewayToken(dataDir, tokenFile)).digest('hex')
  const row = {
    id: GATEWAY,
    name: '演示网关',
    tokenHash,
    scopes: GATEWAY_SCOPES,
    region: '330800' as const,
  }
  await db
    .insert(machineTokens)
    .values(row)
    .onConflictDoUpdate({ target: machineTokens.id, set: { tokenHash } })
  const [kept] = await db
    .select({ createdAt: machineTokens.createdAt })
    .from(machineTokens)
    .where(eq(machineTokens.id, GATEWAY))
  if (!kept) throw new Error('The gateway of the demo has no row')
  return { founded: instant(kept.createdAt), tokenFile }
}

function gatewayToken(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, `anjian_${randomBytes(24).toString('base64url')}`, {
      mode: 0o600,
      flag: 'wx',
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
