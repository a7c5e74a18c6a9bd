// Bureaus of the city with their duty officers, and alarms as their devices raise them with a case of their own.
import { randomUUID } from 'node:crypto'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { standingOffices } from '../../../domain/organisation/offices.ts'
import { bearer } from '../../alarm-episode/desk.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { bureausOnDuty, settleThem } from '../../support/people/people.ts'
import { type House, password } from '../house.ts'
import { stand } from './standing-alarms.ts'

/** All offices that a city has, and who keeps the duty of two bureaus. */
export const settleBureaus = async ({ db }: House): Promise<void> => {
  await db.insert(offices).values(standingOffices()).onConflictDoNothing()
  await settleThem(db, bureausOnDuty)
  const passwordHash = await quickHash(password)
  for (const [id, [name]] of Object.entries(bureausOnDuty))
    await saveAccount(db, { id, username: id, name, passwordHash })
}

export const reported = (house: House, path: string, json: unknown): Promise<Response> =>
  house.send(path, { json, headers: { ...bearer, 'idempotency-key': randomUUID() } })

/** A device raises it, and the alarm stands at the desk under the id of its case. */
export const raiseAtDesk = async (
  house: House,
  form: Record<string, unknown>,
  more: Parameters<typeof stand>[1] = {},
): Promise<string> => {
  const data = { ...form, alarm: randomUUID(), level: 2 }
  const answer = await reported(house, '/api/cases/alarm-episode', { data })
  const { id } = (await answer.json()) as { id: string }
  return stand(house, { id, kind: String(form.kind), ...more })
}
