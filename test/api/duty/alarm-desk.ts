// The duty desk before alarms that stand: what it reads of them, and what it does.
import { randomUUID } from 'node:crypto'
import type { AlarmDetail, AlarmList } from '../../../contract/duty/alarms.ts'
import { alarmEpisode } from '../../../domain/alarm-episode/process.ts'
import { settleDevices } from '../../alarm-episode/desk.ts'
import { openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'
import { settlePlant } from './standing-alarms.ts'

export type AlarmDesk = Awaited<ReturnType<typeof openAlarmDesk>>

/** A house with a plant, devices and duty officers; `dan` keeps the desk of the county unless somebody else is named. */
export const openAlarmDesk = async (settings: Parameters<typeof openHouse>[0] = {}) => {
  const house = await openHouse(settings, null, { 'alarm-episode': alarmEpisode })
  await settlePlant(house)
  await settleDevices(house.db)
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  const list = async (who = 'dan', query = ''): Promise<AlarmList> => {
    const answer = await house.as(who, `/api/alarms${query}`)
    fits('GET /api/alarms', answer)
    return answer.body
  }
  return {
    house,
    list,
    row: async (id: string, query = '') =>
      (await list('dan', query)).items.find((one) => one.id === id),
    detail: async (id: string, who = 'dan'): Promise<AlarmDetail> => {
      const answer = await house.as(who, `/api/alarms/${id}`)
      fits('GET /api/alarms/{id}', answer)
      return answer.body
    },
    does: (who: string, id: string, act: string, json: unknown, key: string = randomUUID()) =>
      house.as(who, `/api/alarms/${id}/${act}`, { json, headers: { 'idempotency-key': key } }),
  }
}
