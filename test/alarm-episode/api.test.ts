// Does an alarm come in over HTTP by its device alone, who sees and does what with it, and can its escalation policy be set in minutes?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fits } from '../api/http/fits.ts'
import { openDutyHouse } from './duty-house.ts'
import { sample } from './playing.ts'
import { drill, gas, raised } from './samples.ts'

type House = Awaited<ReturnType<typeof openDutyHouse>>
let house: House
let post: House['post']
let raise: House['raise']
let view: House['view']
let does: House['does']
beforeAll(async () => {
  house = await openDutyHouse()
  ;({ post, raise, view, does } = house)
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('hao', 'yu')`,
  )
})
afterAll(() => house?.close())

const offered = ({ acts }: { acts: ActView[] }) =>
  acts.filter(({ allowed, kind }) => allowed && kind === 'event').map(({ type }) => type)

describe('an alarm', () => {
  test('comes in by its device; people neither enter one nor find a form for it', async () => {
    const id = await raise(raised)
    fits('GET /api/cases/{id}', await house.as('dan', `/api/cases/${id}`))
    const seen = await view(id)
    expect([seen.title, seen.level, seen.state.zh, seen.enterprise?.id]).toEqual([
      '甲醇储罐 LT-101 液位高高',
      2,
      '待接警',
      'e-1',
    ])
    expect((await house.as('dan', `/api/cases/${id}/forecast`)).body).toMatchObject({
      settled: true,
      steps: [],
    })
    expect(seen.clocks[0]?.now).toMatchObject({ toTheMinute: true, words: { zh: '剩 5 分钟' } })
    for (const who of ['dan', 'qi', 'gao']) {
      const { status, body } = await house.as(who, '/api/cases/alarm-episode', {
        json: { data: raised },
      })
      expect([status, body.code]).toEqual([403, 'not-allowed'])
      expect((await house.as(who, '/api/me')).body.starts).not.toContain('alarm-episode')
    }
  })

  test('stands in the inbox of the county’s and the city’s desk, and in no other county', async () => {
    const id = await raise(raised)
    for (const who of ['dan', 'du']) {
      const { body } = await house.as(who, '/api/inbox?box=pool')
      expect(body.items.map((row: { caseId: string }) => row.caseId)).toContain(id)
    }
    expect((await house.as('jiang', `/api/cases/${id}`)).status).toBe(404)
  })

  test('its devices go on telling, people cannot tell in their place; the desk acknowledges and concludes', async () => {
    const id = await raise(raised)
    for (const who of ['dan', 'qi'])
      expect((await does(id, who, 'return-to-normal')).body.code).toBe('not-allowed')
    expect(
      (
        await post(`/api/cases/${id}/acts`, {
          type: 'escalate',
          data: { level: 1, value: 9.9, at: gas.at },
        })
      ).status,
    ).toBe(200)
    expect((await post(`/api/cases/${id}/acts`, { type: 'acknowledge', data: {} })).body.code).toBe(
      'not-allowed',
    )
    expect((await view(id)).level).toBe(1)
    expect((await does(id, 'dan', 'acknowledge')).status).toBe(200)
    expect(
      (
        await post(`/api/cases/${id}/acts`, {
          type: 'return-to-normal',
          data: sample('return-to-normal'),
        })
      ).status,
    ).toBe(200)
    expect((await does(id, 'du', 'conclude', sample('conclude', 1))).status).toBe(200)
    expect(await view(id)).toMatchObject({ status: 'closed', level: null })
  })
})

describe('the enterprise', () => {
  test('follows its own alarm, notes it for itself, and reads nothing of the desk', async () => {
    const id = await raise({ ...raised, feed: '金丝雀接入' })
    await does(id, 'dan', 'acknowledge', { measures: '金丝雀措施' })
    await does(id, 'dan', 'hand-over', { note: '金丝雀交班' })
    const own = await view(id, 'qi')
    expect([offered(own), own.state.zh]).toEqual([['acknowledge-at-enterprise'], '值班室已接警'])
    expect((await does(id, 'qi', 'acknowledge-at-enterprise')).status).toBe(200)
    expect((await does(id, 'qi', 'shelve')).body.code).toBe('not-allowed')
    const timeline = (await house.as('qi', `/api/cases/${id}/timeline`)).body
    expect(JSON.stringify([await view(id, 'qi'), timeline])).not.toContain('金丝雀')
  })
})

describe('a hazard that it shows', () => {
  test('is opened once as a case of its own, in the name of who reported it, and the link leads there', async () => {
    const id = await raise(raised)
    expect((await does(id, 'dan', 'report-hazard')).status).toBe(200)
    await house.deps.cases.tick({ caseId: id, process: 'alarm-episode', generation: 1 })
    await house.deps.cases.tick({ caseId: id, process: 'alarm-episode', generation: 1 })
    const [link] = (await view(id)).links
    expect(link).toMatchObject({
      process: 'hazard-rectification',
      status: 'started',
      number: expect.stringContaining('隐患'),
    })
    const hazard = await view(link?.id ?? '', 'lin')
    expect([hazard.title, hazard.enterprise?.id, hazard.site]).toEqual([
      '液位联锁失效',
      'e-1',
      '三号罐区',
    ])
    const { number } = await view(id)
    expect(hazard.links).toMatchObject([
      { relation: 'opener', process: 'alarm-episode', id, number, words: { zh: '设备报警' } },
    ])
    expect(
      (await house.as('lin', `/api/cases/${link?.id}/timeline`)).body.items[0].who.zh,
    ).toContain('单值班')
    expect((await does(id, 'du', 'report-hazard')).body.code).toBe('not-allowed')
  })
})

describe('an exercise', () => {
  test('says so wherever it is named, and starts an exercise only; the link says it too', async () => {
    const id = await raise(drill)
    const [real, exercise] = [sample('start-emergency'), sample('start-emergency', 1)]
    expect((await does(id, 'dan', 'start-emergency', real)).body.reasons[0].zh).toContain('演练')
    expect((await does(id, 'dan', 'start-emergency', exercise)).status).toBe(200)
    const answer = await house.as('dan', `/api/cases/${id}`)
    fits('GET /api/cases/{id}', answer)
    expect(answer.body.links).toMatchObject([
      { process: 'emergency-response', status: 'waiting', drill: true },
    ])
    const rows = (await house.as('dan', '/api/cases?process=alarm-episode')).body.items as {
      id: string
      title: string
    }[]
    expect(rows.find((row) => row.id === id)?.title).toMatch(/^【演练】/)
    const messages = (await house.as('dan', '/api/inbox?box=pool')).body.items as {
      caseId: string
      title: string
    }[]
    expect(messages.find((row) => row.caseId === id)?.title).toMatch(/^【演练】/)
  })
})

describe('its escalation policy', () => {
  test('is read and set in minutes within the bounds of the rule book', async () => {
    const place = '/api/ladders/alarm-episode/acknowledge-1'
    const read = await house.as('yu', place)
    fits('GET /api/ladders/{process}/{clock}', read)
    expect(
      read.body.escalationLevels.map(
        ({
          escalationLevel,
          unit,
          n,
          most,
        }: {
          escalationLevel: string
          unit: string
          n: number
          most: { n: number } | null
        }) => [escalationLevel, unit, n, most?.n],
      ),
    ).toEqual([
      ['again', 'MIN', 0, undefined],
      ['leader', 'MIN', 2, 5],
      ['city', 'MIN', 9, 20],
    ])
    const proposed = (leader: number) => ({
      escalationLevels: read.body.escalationLevels.map(
        ({
          escalationLevel,
          n,
          notify,
        }: {
          escalationLevel: string
          n: number
          notify: { key: string }[]
        }) => ({
          escalationLevel,
          n: escalationLevel === 'leader' ? leader : n,
          notify: notify.map(({ key }) => key),
        }),
      ),
      order: '衢应急〔2026〕3号',
      reason: '提前呼叫',
    })
    expect(
      (await house.as('yu', `${place}/proposals`, { json: proposed(6) })).body.reasons[0].zh,
    ).toContain('不得迟于 5')
    const { body } = await house.as('yu', `${place}/proposals`, { json: proposed(1) })
    expect(
      (
        await house.as('hao', `/api/ladders/proposals/${body.id}/approval`, {
          json: { reason: '同意' },
        })
      ).status,
    ).toBeLessThan(300)
    const id = await raise(gas)
    const [clock] = (await view(id)).clocks
    const planned =
      clock?.escalationLevels.find(({ escalationLevel }) => escalationLevel === 'leader')
        ?.plannedAt ?? ''
    expect(Date.parse(planned) - Date.parse(clock?.dueAt ?? '')).toBe(60_000)
  })
})
