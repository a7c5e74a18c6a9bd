// How does a test stand before the notice of an enforcement case, with the standards of the city in their register?
import { expect } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { violationCause } from '../../../domain/registers/violation-cause/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { settleCertificates } from '../../enforcement-case/certificates.ts'
import { investigated, matter, sample } from '../../enforcement-case/samples.ts'
import { settleSignedIn } from '../settling.ts'
import { day, keepers } from './samples.ts'

/** Enforcement cases and this register alone, on the morning of the day. */
export const openNoticing = async (more: Parameters<typeof openHouse>[0] = {}): Promise<House> => {
  const house = await openHouse(
    more,
    null,
    { 'enforcement-case': enforcementCase },
    { [violationCause.id]: violationCause },
  )
  await settleCertificates(house.db)
  await settleSignedIn(house, keepers)
  await house.clock.setNow(`${day}T01:00:00.000Z`)
  return house
}

/** What an officer does in one case. */
export const noticing = (house: () => House) => {
  const does = async (id: string, who: string, type: string, data: object = sample(type)) => {
    const { acts } = (await house().as(who, `/api/cases/${id}`)).body
    const task = acts.find((one: { type: string }) => one.type === type)?.taskId
    return house().as(who, `/api/cases/${id}/acts`, {
      json: { type, data, ...(task ? { taskId: task } : {}) },
    })
  }
  /** Its report proposes a fine of 20,000, and the chief has agreed. */
  const reported = async (): Promise<string> => {
    const { region: _, ...form } = matter
    const opened = await house().as('lin', '/api/cases/enforcement-case', { json: { data: form } })
    const { id } = opened.body
    for (const [who, type, data] of [...investigated(), ['chen', 'approve-report']] as const) {
      const answer = await does(id, who, type, data as object | undefined)
      expect([type, answer.status]).toEqual([type, 200])
    }
    return id
  }
  const notifies = (id: string, more: object) =>
    does(id, 'lin', 'notify-penalty', { ...sample('notify-penalty'), ...more })
  return { does, reported, notifies }
}
