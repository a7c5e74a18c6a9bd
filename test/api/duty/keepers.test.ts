// Who keeps the alarms of a bureau at the desk: its own duty officer, from his own inbox, and nobody else?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../../contract/case/cases.ts'
import { alarmAcknowledgements } from '../../../db/schema/devices/duty.ts'
import { burning, vehicle } from '../../alarm-episode/bureaus.ts'
import { sample } from '../../alarm-episode/playing.ts'
import { type AlarmDesk, openAlarmDesk } from './alarm-desk.ts'
import { raiseAtDesk, reported, settleBureaus } from './bureaus-on-duty.ts'
import { stand } from './standing-alarms.ts'

let desk: AlarmDesk
let house: AlarmDesk['house']
beforeAll(async () => {
  desk = await openAlarmDesk()
  house = desk.house
  await settleBureaus(house)
})
afterAll(() => house.close())

const others = ['du', 'dan', 'huo']
const words = (body: { reasons: { zh: string }[] }) => body.reasons.map(({ zh }) => zh).join('；')
const raise = (form: Record<string, unknown>) => raiseAtDesk(house, form)
const does = (id: string, who: string, type: string, data = sample(type)) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const view = async (id: string, who: string): Promise<CaseView> =>
  (await house.as(who, `/api/cases/${id}`)).body
const inbox = async (who: string): Promise<string[]> =>
  (await house.as(who, '/api/inbox?box=pool')).body.items.map(
    (row: { caseId: string }) => row.caseId,
  )

describe('an alarm of a bureau', () => {
  test('promise (alarms): is ended by the bureau’s officer from his own inbox; the command’s, the county’s and another bureau’s are refused, with whose it is', async () => {
    const id = await raise(vehicle)
    expect(await inbox('lu')).toContain(id)
    for (const who of others) {
      expect([who, await inbox(who)]).not.toContain(id)
      const { status, body } = await does(id, who, 'acknowledge')
      expect([who, status, body.code]).toEqual([who, 403, 'not-allowed'])
      expect(words(body)).toContain('衢州市交通运输局')
    }
    expect((await does(id, 'lu', 'acknowledge')).status).toBe(200)
    const back = { type: 'return-to-normal', data: sample('return-to-normal') }
    expect((await reported(house, `/api/cases/${id}/acts`, back)).status).toBe(200)
    for (const who of others)
      expect((await does(id, who, 'conclude', sample('conclude'))).status).toBe(403)
    expect(await inbox('lu')).toContain(id)
    expect((await does(id, 'lu', 'conclude', sample('conclude'))).status).toBe(200)
    expect((await view(id, 'du')).status).toBe('closed')
  })

  test('a fire is the fire brigade’s, and an alarm that no bureau keeps the desks’', async () => {
    const fire = await raise(burning)
    expect((await does(fire, 'lu', 'acknowledge')).status).toBe(403)
    expect((await does(fire, 'huo', 'acknowledge')).status).toBe(200)
    const level = await raise({ ...vehicle, kind: 'level' })
    expect((await does(level, 'lu', 'acknowledge')).status).toBe(403)
    expect((await does(level, 'dan', 'acknowledge')).status).toBe(200)
  })

  test('the command still reads it and starts the emergency response', async () => {
    const id = await raise(vehicle)
    expect((await view(id, 'du')).title).toBe(vehicle.text)
    expect((await does(id, 'du', 'start-emergency')).status).toBe(200)
  })
})

describe('at the desk', () => {
  const acknowledge = (who: string, id: string) => desk.does(who, id, 'acknowledgement', { seq: 1 })
  const kept = async (id: string) =>
    (await house.db.select().from(alarmAcknowledgements)).filter(({ alarm }) => alarm === id)

  test.each([
    ['with its case', () => raise(vehicle)],
    ['before its case has begun', () => stand(house, { kind: 'position' })],
  ])('the row says whose it is, and only he may act: %s', async (_, rise) => {
    const id = await rise()
    for (const who of [...others, 'lu']) {
      const row = (await desk.list(who)).items.find((one) => one.id === id)
      expect([who, row?.keeper?.zh, row?.noAcknowledging?.zh]).toEqual([
        who,
        '衢州市交通运输局',
        who === 'lu' ? undefined : '由衢州市交通运输局的值班员办理',
      ])
    }
    for (const who of others) {
      const refusals = [
        await acknowledge(who, id),
        await desk.does(who, id, 'shelving', {
          until: new Date(Date.now() + 3_600_000).toISOString(),
          reason: '检修',
        }),
        await desk.does(who, id, 'ending', { reason: '已核实' }),
      ]
      for (const { status, body } of refusals)
        expect([who, status, words(body)]).toEqual([
          who,
          403,
          expect.stringContaining('由衢州市交通运输局的值班员办理'),
        ])
    }
    expect(await kept(id)).toEqual([])
    expect((await acknowledge('lu', id)).status).toBe(200)
    expect((await kept(id)).map(({ by }) => by)).toEqual(['lu'])
    expect((await desk.detail(id, 'du')).alarm).toMatchObject({
      acked: true,
      ackedBy: '陆值班',
      keeper: { zh: '衢州市交通运输局' },
    })
  })

  test('his own list is that of his bureau, with or without a case, and its sums; that of others stays whole', async () => {
    const own = [await raise(vehicle), await stand(house, { kind: 'position' })]
    const foreign = [await raise(burning), await stand(house)]
    const listed = async (who: string, query: string) => {
      const { items, total, counts } = await desk.list(who, query)
      expect([total, counts.active]).toEqual([items.length, items.length])
      return items
    }
    const seen = await listed('lu', '?own=1')
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(own))
    expect(seen.filter(({ keeper }) => keeper?.zh !== '衢州市交通运输局')).toEqual([])
    for (const [who, query] of [
      ['lu', ''],
      ['du', '?own=1'],
    ] as const)
      expect((await listed(who, query)).map(({ id }) => id)).toEqual(
        expect.arrayContaining([...own, ...foreign]),
      )
    expect((await house.as('lu', '/api/alarms?own=2')).status).toBe(422)
  })

  test.each([
    ['with its case', () => raise(vehicle)],
    ['before its case has begun', () => stand(house, { kind: 'position' })],
  ])(
    'what waits is counted for its own desk, and elsewhere for all who see it: %s',
    async (_, rise) => {
      const waiting = async (who: string) => {
        const { unacknowledged, unacknowledgedElsewhere } = await desk.list(who)
        return [unacknowledged, unacknowledgedElsewhere] as const
      }
      const readers = [...others, 'lu']
      const before = await Promise.all(readers.map(waiting))
      await rise()
      for (const [n, who] of readers.entries()) {
        const [own, elsewhere] = before[n] ?? [0, 0]
        const more = who === 'lu' ? [own + 1, elsewhere] : [own, elsewhere + 1]
        expect([who, await waiting(who)]).toEqual([who, more])
      }
      const { items } = await desk.list('dan')
      expect(await waiting('dan')).toEqual([
        items.filter(({ acked, isKeeper }) => !acked && isKeeper).length,
        items.filter(({ acked, isKeeper }) => !acked && !isKeeper).length,
      ])
    },
  )

  test('a bureau’s duty officer keeps neither the desk of the city nor its other alarms', async () => {
    const id = await stand(house)
    const { status, body } = await acknowledge('lu', id)
    expect([status, words(body)]).toEqual([403, '由该地区的值班员办理'])
    const log = await house.as('lu', '/api/duty')
    expect([log.status, log.body.mayKeep]).toEqual([200, false])
    const shift = { region: '330800', note: '接班' }
    expect((await house.as('lu', '/api/duty/shifts', { json: shift })).status).toBe(403)
  })
})
