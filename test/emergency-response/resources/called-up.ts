// How does a test let desks of two counties and the city call up resources in their responses?

import type { Settings } from '../../../api/http/deps.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { emergencyResource } from '../../../domain/registers/emergency-resource/register.ts'
import { type House, openHouse } from '../../api/house.ts'
import { askRegister, ofTheCity, settleSignedIn } from '../../registers/settling.ts'
import { inCommand, onDuty } from '../../support/people/people.ts'
import { sample } from '../playing.ts'
import { called, start } from '../samples.ts'

/** Of the neighbouring county: its desk, its leader and its commander. */
const neighbours = {
  nan: ['南值班', 'duty-officer', officeId('command', '330803'), '330803', null],
  bei: ['北局长', 'leader', officeId('bureau', '330803'), '330803', null],
  xi: ['西指挥', 'commander', officeId('command', '330803'), '330803', null],
} as const

/** Where the fire is: a degree of latitude is 111.195 km. */
export const fireAt = '118.9,28.9'
const team = {
  kind: 'team',
  place: '训练基地',
  quantity: 30,
  unit: '人',
  office: '柯城区应急管理局',
  contact: '值班室0570-0000001',
  region: '330802',
  from: '2026-03-01',
  reason: '登记',
}

export const callResources = async (settings: Partial<Settings> = {}) => {
  const house = await openHouse(
    settings,
    null,
    { [emergencyResponse.id]: emergencyResponse },
    { [emergencyResource.id]: emergencyResource },
  )
  await house.clock.setNow(start)
  await settleSignedIn(house, {
    ...onDuty,
    ...inCommand,
    ...ofTheCity,
    nan: [...neighbours.nan],
    bei: [...neighbours.bei],
    xi: [...neighbours.xi],
  })
  return { house, ...actsIn(() => house) }
}

const actsIn = (house: () => House) => {
  const known = new Map<string, { id: string; region?: string }>()
  const { enter, propose } = askRegister(house, emergencyResource.id)
  const act = (who: string, id: string, type: string, data: object, taskId?: string) =>
    house().as(who, `/api/cases/${id}/acts`, { json: { type, data, ...(taskId && { taskId }) } })
  const does = async (...[who, id, type, data]: [string, string, string, object?]) => {
    const { status, body } = await act(who, id, type, data ?? sample(type) ?? {})
    if (status !== 200) throw new Error(`${type}: ${JSON.stringify(body)}`)
  }
  return {
    propose,
    act,
    resource: async (name: string, more: object = {}, by: [string, string] = ['lin', 'fang']) => {
      const data = { ...team, name, ...more }
      const { id, number } = await enter(by, data)
      known.set(number, { ...data, id })
      return number as string
    },
    /** A response that runs; of the county of whoever is named. */
    responding: async (more: object = {}, [duty, leader] = ['dan', 'gao']): Promise<string> => {
      const { status, body } = await house().as(duty as string, '/api/cases/emergency-response', {
        json: { data: { ...called, coordinates: fireAt, ...more } },
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      await does(duty as string, body.id, 'verify')
      await does(leader as string, body.id, 'start-response', {
        ...sample('start-response'),
        level: '4',
      })
      return body.id
    },
    order: (who: string, id: string, resource: string, more: object = {}) =>
      act(who, id, 'give-order', {
        resource,
        to: 'county-command/duty-officer',
        task: '调用队伍',
        ...more,
      }),
    nearest: (who: string, id: string, query = '') =>
      house().as(who, `/api/cases/${id}/nearest?type=give-order${query}`),
    /** Changes how one stands, as two people do. */
    stand: async (number: string, standing: string) => {
      const { id, region: _, ...data } = known.get(number) ?? { id: '' }
      await enter(['lin', 'fang'], { ...data, standing, from: '2026-03-02' }, id, 1)
    },
    /** The task of the newest order that is open. */
    taskOf: async (who: string, id: string, type: string): Promise<string> => {
      const { body } = await house().as(who, `/api/cases/${id}/items`)
      const acts = body.items.flatMap(({ acts }: { acts: unknown[] }) => acts)
      return acts.findLast((one: { type: string }) => one.type === type).taskId
    },
  }
}
