// How do the people of a test bring a penalty case on over HTTP, and what do they read of it?
import { expect } from 'vitest'
import type { ItemView } from '../../contract/case/items.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { type House, openHouse, password } from '../api/house.ts'
import { quickHash } from '../support/people/passwords.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import { inLaw, settleThem } from '../support/people/people.ts'
import { settleCertificates } from './certificates.ts'
import { casesOf } from './penalty-house.ts'
import { matter, sample } from './samples.ts'

const { region: _, ...form } = matter

/** A house that knows penalty cases and two officers with their certificates. */
export const openProsecution = async () => {
  const house: House = await openHouse({}, null, { 'enforcement-case': enforcementCase })
  await settleCertificates(house.db)
  await settleThem(house.db, inLaw)
  const passwordHash = await quickHash(password)
  await saveAccounts(
    house.db,
    Object.entries(inLaw).map(([id, [name]]) => ({ id, username: id, name, passwordHash })),
  )
  const opened = async (on: string, more: object = {}): Promise<string> => {
    await house.clock.setNow(`${on}T01:00:00.000Z`)
    const data = { ...form, discoveredOn: on, ...more }
    const { body } = await house.as('lin', '/api/cases/enforcement-case', { json: { data } })
    return body.id
  }
  const { viewOf: view, issuedOf: ticked } = casesOf(() => house)
  const itemOf = async (who: string, id: string): Promise<ItemView> =>
    (await house.as(who, `/api/cases/${id}/items`)).body.items?.[0]
  /** The answer, whatever it is; the act is done at the task that offers it. */
  const sent = async (who: string, id: string, type: string, data: object = sample(type) ?? {}) => {
    const acts = [...(await view(who, id)).acts, ...((await itemOf(who, id))?.acts ?? [])]
    const found =
      acts.find((one) => one.type === type && one.allowed) ?? acts.find((one) => one.type === type)
    const json = { type, data, ...(found?.taskId ? { taskId: found.taskId } : {}) }
    return house.as(who, `/api/cases/${id}/acts`, { json })
  }
  /** To nine in the morning of a day, with what falls due until then. */
  const passes = async (id: string, on: string): Promise<void> => {
    await house.clock.setNow(`${on}T01:00:00.000Z`)
    await ticked(id)
  }
  const does = async (who: string, id: string, type: string, data?: object): Promise<void> => {
    const { status, body } = await sent(who, id, type, data)
    expect([type, status, body.detail]).toEqual([type, 200, undefined])
    await ticked(id)
  }
  /** What stands on the newest paper of a kind, without spaces. */
  const printed = async (id: string, kind: string): Promise<string> => {
    const { items } = (await house.as('lin', `/api/cases/${id}/documents`)).body
    const { url } = items.findLast((one: { kind: string }) => one.kind === kind)
    const answer = await house.send(url, { headers: { cookie: await house.signIn('lin') } })
    return (await pdfText(Buffer.from(await answer.arrayBuffer()))).replaceAll(/\s/g, '')
  }
  /** Found out, recorded by two officers and reported on one day; `report`: what is proposed. */
  const investigated = async (on: string, report: object, more: object = {}): Promise<string> => {
    const id = await opened(on, more)
    await does('gao', id, 'approve-filing')
    await does('lin', id, 'record-evidence', { ...sample('record-evidence'), takenOn: on })
    await does('wu', id, 'sign')
    await does('lin', id, 'conclude-investigation', {
      ...sample('conclude-investigation', 1),
      actEnded: on,
      circumstances: [],
      ...report,
    })
    await does('wu', id, 'sign')
    await does('chen', id, 'approve-report')
    return id
  }
  const told = async (on: string, report: object): Promise<string> => {
    const id = await investigated(on, report)
    await does('lin', id, 'notify-penalty')
    await does('lin', id, 'serve-notice', { ...sample('serve-notice'), servedOn: on })
    return id
  }
  return { house, opened, passes, view, itemOf, sent, does, printed, investigated, told }
}

export type Prosecution = Awaited<ReturnType<typeof openProsecution>>
