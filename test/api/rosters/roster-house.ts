// A house in which a county bureau and the city keep duty rosters.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { RosterMonthView } from '../../../contract/rosters/rosters.ts'
import { saveAccounts } from '../../../db/organisation/accounts.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import type { RosterEntry } from '../../../domain/rosters/roster.ts'
import { emptyRoster } from '../../../domain/rosters/roster.ts'
import { usualStarts } from '../../../domain/rosters/shifts.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { inCommand, onDuty, settlePhones, settleThem } from '../../support/people/people.ts'
import { type House, openHouse, password } from '../house.ts'
import { fits } from '../http/fits.ts'

export const office = officeId('command', '330802')
export const city = officeId('command', '330800')
/** Two leaders and three duty officers of the county, a neighbour’s desk, the fire brigade’s, and a leader of the city beside `shi`. */
export const further: typeof onDuty = {
  guan: ['管局长', 'leader', office, '330802', null],
  dong: ['董值班', 'duty-officer', office, '330802', null],
  deng: ['邓值班', 'duty-officer', office, '330802', null],
  jin: ['金值班', 'duty-officer', officeId('command', '330881'), '330881', null],
  huo: ['霍值班', 'duty-officer', officeId('fire', '330800'), '330800', null],
  fu: ['傅市长', 'leader', officeId('leadership', '330800'), '330800', null],
}
export const now = '2026-03-10T02:00:00.000Z'

export let house: House

/** Everybody with an account, at ten o’clock of 10 March. */
export const openRosterHouse = async (settings: Parameters<typeof openHouse>[0] = {}) => {
  const opened = await openHouse(settings)
  const them = { ...onDuty, ...inCommand, ...further }
  await settleThem(opened.db, them)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    opened.db,
    Object.entries(them).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
  await settlePhones(opened.db, { dan: '13900000001', guan: '13900000004' })
  await opened.clock.setNow(now)
  house = opened
  return opened
}

export const useRosterHouse = (): void => {
  beforeAll(async () => {
    await openRosterHouse()
  })
  afterAll(() => house?.close())
}

export const path = (month: string, of = office) => `/api/rosters/${of}/${month}`
export const read = async (who: string, month: string, of = office): Promise<RosterMonthView> => {
  const answer = await house.as(who, path(month, of))
  fits('GET /api/rosters/{office}/{month}', answer)
  return answer.body
}

/** A month in which the leaders and the officers take turns. */
export const turns = (
  month: string,
  leaders = ['gao', 'guan'],
  officers = ['dan', 'dong', 'deng'],
): RosterEntry[] =>
  emptyRoster(month, usualStarts).entries.map((entry, at) => ({
    ...entry,
    leader: leaders[at % leaders.length] ?? null,
    officers: [officers[at % officers.length] ?? ''].filter((one) => one !== ''),
  }))

type More = { base?: unknown; starts?: string[]; entries?: unknown; key?: string; of?: string }

/** By what stands now, unless something else is said. */
export const enter = async (who: string, month: string, more: More = {}) => {
  const { key = randomUUID(), of = office, ...body } = more
  const base = body.base ?? (await read('chen', month, office).catch(() => null))?.base
  const json = { base, starts: usualStarts, entries: turns(month), ...body }
  return house.as(who, path(month, of), { json, headers: { 'idempotency-key': key } })
}
export const decide = (who: string, month: string, json: unknown, of = office) =>
  house.as(who, `${path(month, of)}/decision`, { json })
export const ask = (who: string, json: unknown, of = office, key: string = randomUUID()) =>
  house.as(who, `/api/rosters/${of}/exchanges`, { json, headers: { 'idempotency-key': key } })
export const answer = (who: string, id: string, json: unknown) =>
  house.as(who, `/api/rosters/exchanges/${id}/decision`, { json })
