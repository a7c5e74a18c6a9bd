// How does a test let further people sign in, and ask a register over HTTP?
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { type House, password } from '../api/house.ts'
import { quickHash } from '../support/people/passwords.ts'
import { onDuty, settleThem } from '../support/people/people.ts'

type People = Parameters<typeof settleThem>[1]

/** Who keeps what is the city's own: its duty officer proposes, its section chief confirms. */
export const ofTheCity: People = {
  du: onDuty.du!,
  cheng: ['程科长', 'section-chief', officeId('enforcement', '330800'), '330800', null],
}

/** Writes these people with their posts, and an account each. */
export const settleSignedIn = async (house: House, them: People): Promise<void> => {
  await settleThem(house.db, them)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(them).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
}

/** What two people do in one register. */
export const askRegister = (house: () => House, register: string) => {
  const at = `/api/registers/${register}`
  const propose = (who: string, data: object, entry: string | null = null, version = 0) =>
    house().as(who, `${at}/changes`, { json: { entry, version, data } })
  const decide = (who: string, id: string, decision: string, reason = '') =>
    house().as(who, `${at}/changes/${id}/${decision}`, { json: { reason } })
  const entry = async (who: string, id: string) =>
    (await house().as(who, `${at}/entries/${id}`)).body
  /** Proposed by one and confirmed by the other; the entry as the second reads it. */
  const enter = async ([one, other]: [string, string], ...sent: [object, string?, number?]) => {
    const { status, body } = await propose(one, ...sent)
    if (status !== 201) throw new Error(JSON.stringify(body))
    const answer = await decide(other, body.id, 'approval')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return entry(other, body.entry)
  }
  return { at, propose, decide, entry, enter }
}
