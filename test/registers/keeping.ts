// A house in which the toys are registers: how do people propose and decide there?
import { enterprises } from '../../db/schema/organisation/organisation.ts'
import { openHouse } from '../api/house.ts'
import { enterpriseId } from '../support/people/people.ts'
import { tanks, toys } from './toys.ts'

export const day = '2026-03-02'
export const at = (register: string, rest = '') => `/api/registers/${register}${rest}`

export const tank = (name: string, more: object = {}) => ({
  region: '330802',
  owner: enterpriseId,
  name,
  volume: 5,
  from: day,
  reason: 'r',
  ...more,
})
/** As an enterprise types it: it does not say whose it is. */
export const ownTank = (name: string) => {
  const { owner: _, ...typed } = tank(name)
  return typed
}
export const change = (name: string, more: object = {}) => ({
  name,
  volume: 6,
  standing: 'in-use',
  from: day,
  reason: 'r',
  ...more,
})
export const pond = (number: string) => ({
  region: '330802',
  number,
  name: `池${number}`,
  depth: 3,
  from: day,
  reason: 'r',
})

type Overrides = { entry?: string | null; version?: number; key?: string }

export const openRegisters = async () => {
  const house = await openHouse({}, null, {}, toys)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  const [one] = await house.db.select().from(enterprises)
  await house.db
    .insert(enterprises)
    .values({ ...one!, id: 'e-2', code: '91330802MA00000001', name: '另一家公司' })
  const propose = (
    who: string,
    register: string,
    data: object,
    { entry = null, version = 0, key }: Overrides = {},
  ) =>
    house.as(who, at(register, '/changes'), {
      json: { entry, version, data },
      headers: key ? { 'idempotency-key': key } : {},
    })
  const decide = (
    who: string,
    register: string,
    id: string,
    decision: string,
    reason = '',
    key?: string,
  ) =>
    house.as(who, at(register, `/changes/${id}/${decision}`), {
      json: { reason },
      headers: key ? { 'idempotency-key': key } : {},
    })
  const list = async (who: string, register: string, query = '') =>
    (await house.as(who, at(register, `/entries?${query}`))).body
  /** A confirmed tank. */
  const entered = async (name: string, more: object = {}): Promise<string> => {
    const { body } = await propose('lin', tanks.id, tank(name, more))
    const { status } = await decide('chen', tanks.id, body.id, 'approval')
    if (status !== 200) throw new Error(`${name} was not confirmed: ${status}`)
    return body.entry
  }
  return { house, propose, decide, list, entered }
}

export type Registers = Awaited<ReturnType<typeof openRegisters>>
