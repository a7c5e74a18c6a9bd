// How do tests open a house that punishes, and bring a case on in it over HTTP?
import { expect } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { type House, openHouse } from '../api/house.ts'
import { settleCertificates } from './certificates.ts'
import { day, sample } from './samples.ts'

/** Officers with their certificates, at nine in the morning of that day. */
export const openPenaltyHouse = async (on: string = day): Promise<House> => {
  const house = await openHouse({}, null, { 'enforcement-case': enforcementCase })
  await settleCertificates(house.db)
  await house.clock.setNow(`${on}T01:00:00.000Z`)
  return house
}

/** Cases of that house, by their ids; an act is done at the task that offers it. */
export const casesOf = (house: () => House) => {
  const openedBy = (who: string, { region: _, ...data }: { region: unknown }) =>
    house().as(who, '/api/cases/enforcement-case', { json: { data } })
  const viewOf = async (who: string, id: string): Promise<CaseView> =>
    (await house().as(who, `/api/cases/${id}`)).body
  const sentTo = async (id: string, who: string, type: string, data: object = sample(type)) => {
    const task = (await viewOf(who, id)).acts?.find((one) => one.type === type)?.taskId
    return house().as(who, `/api/cases/${id}/acts`, {
      json: { type, data, ...(task ? { taskId: task } : {}) },
    })
  }
  /** What waits has been done: papers, periods, links. */
  const issuedOf = (id: string) =>
    house().deps.cases.tick({ caseId: id, process: 'enforcement-case', generation: 1 })
  const doneIn = async (id: string, who: string, type: string, data?: object): Promise<void> => {
    const answer = await sentTo(id, who, type, data)
    expect([type, answer.status, answer.body.detail]).toEqual([type, 200, undefined])
    await issuedOf(id)
  }
  return { openedBy, viewOf, sentTo, issuedOf, doneIn }
}
