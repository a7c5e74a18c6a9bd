// An API with the desks that keep the duty and the devices that report alarms, at nine in the morning.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { saveAccount } from '../../db/organisation/accounts.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { openHouse, password } from '../api/house.ts'
import { quickHash } from '../support/people/passwords.ts'
import { onDuty, settleThem } from '../support/people/people.ts'
import { bearer, settleDevices } from './desk.ts'
import { sample } from './playing.ts'

/** `further`: other processes, or alarms of another kind. */
export const openDutyHouse = async (further: Record<string, ProcessDefinition> = {}) => {
  const house = await openHouse({}, null, { 'alarm-episode': alarmEpisode, ...further })
  await settleThem(house.db, onDuty)
  const passwordHash = await quickHash(password)
  for (const [id, [name]] of Object.entries(onDuty))
    await saveAccount(house.db, { id, username: id, name, passwordHash })
  await settleDevices(house.db)
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  const post = async (path: string, json: unknown) => {
    const answer = await house.send(path, {
      json,
      headers: { ...bearer, 'idempotency-key': randomUUID() },
    })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    ...house,
    /** What the devices send. */
    post,
    raise: async (form: Record<string, unknown>): Promise<string> => {
      const { status, body } = await post('/api/cases/alarm-episode', { data: form })
      expect([status, body]).toEqual([201, expect.objectContaining({ committed: true })])
      return body.id
    },
    view: async (id: string, who = 'dan'): Promise<CaseView> =>
      (await house.as(who, `/api/cases/${id}`)).body,
    does: (id: string, who: string, type: string, data = sample(type)) =>
      house.as(who, `/api/cases/${id}/acts`, { json: { type, data } }),
  }
}
