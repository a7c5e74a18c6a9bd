// Over HTTP: is a second report of one event offered before it is made, and joined once with nothing lost, whoever asks from which side?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarmEpisode } from '../../../domain/alarm-episode/process.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { later } from '../../../domain/time/instant.ts'
import { bearer, settleDevices } from '../../alarm-episode/desk.ts'
import { raised } from '../../alarm-episode/samples.ts'
import { type House, openHouse } from '../../api/house.ts'
import { fits } from '../../api/http/fits.ts'
import { settleSignedIn } from '../../registers/settling.ts'
import { inCommand, onDuty } from '../../support/people/people.ts'
import { sample } from '../playing.ts'
import { called, drill, start } from '../samples.ts'

let house: House
const nan = ['南值班', 'duty-officer', officeId('command', '330803'), '330803', null] as const

beforeAll(async () => {
  house = await openHouse({}, null, {
    [emergencyResponse.id]: emergencyResponse,
    [alarmEpisode.id]: alarmEpisode,
  })
  await settleSignedIn(house, { ...onDuty, ...inCommand, nan: [...nan] })
  await settleDevices(house.db)
  await house.clock.setNow(start)
}, 120_000)
afterAll(() => house?.close())

type Made = { id: string; number: string }
let seconds = 0
/** Each ten seconds after the one before. */
const report = async (form: object = called, who = 'dan'): Promise<Made> => {
  seconds += 10
  await house.clock.setNow(later(start, seconds * 1_000))
  const { status, body } = await house.as(who, '/api/cases/emergency-response', {
    json: { data: form },
  })
  expect([status, body.reasons]).toEqual([201, undefined])
  return { id: body.id, number: (await get(who, `/api/cases/${body.id}`)).number }
}
const get = async (who: string, path: string) => {
  const { status, body } = await house.as(who, path)
  expect([path, status]).toEqual([path, 200])
  return body
}
const does = (id: string, who: string, type: string, data = sample(type) ?? {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const join = (one: Made, into: Made, who = 'dan', more = {}) =>
  does(one.id, who, 'join-case', { mainCase: into.number, reason: '同一处火情', ...more })
const tick = (caseId: string, process = 'emergency-response') =>
  house.deps.cases.tick({ caseId, process, generation: 1 })
const others = async (id: string, who = 'dan'): Promise<string[]> => {
  const answer = await house.as(who, `/api/cases/${id}/others?type=join-case`)
  fits('GET /api/cases/{id}/others', answer)
  return answer.body.items.map(({ number }: Made) => number)
}
const alike = (who: string, more: Record<string, string> = {}) => {
  const { kind, site, region, happenedAt } = called
  const query = new URLSearchParams({ kind, site, region, happenedAt, ...more })
  return house.as(who, `/api/cases/emergency-response/alike?${query}`)
}

describe('before a second report is made', () => {
  test('the first is offered with who took it and when, to whoever may see it and to nobody else', async () => {
    const first = await report()
    const answer = await alike('dan')
    fits('GET /api/cases/{process}/alike', answer)
    expect(answer.body.items).toMatchObject([
      {
        id: first.id,
        number: first.number,
        by: '单值班',
        openedAt: expect.stringMatching(/^2026-03-02T01:00:10/),
      },
    ])
    expect((await alike('du')).body.items).toHaveLength(1)
    expect((await alike('nan')).body.items).toEqual([])
    expect((await alike('dan', { drill: 'true' })).body.items).toEqual([])
    expect((await alike('dan', { happenedAt: 'gestern' })).status).toBe(200)
    expect((await alike('qi')).status).toBe(403)
    expect((await alike('jiang')).status).toBe(403)
    expect((await house.as('dan', '/api/cases/no-such/alike')).status).toBe(404)
    await does(first.id, 'dan', 'declare-false')
    expect((await alike('dan')).body.items).toEqual([])
  })
})

describe('two calls of one fire', () => {
  test('become one: the later closes with a link, and caller, numbers and log stay readable from the main case', async () => {
    const first = await report()
    const second = await report({ ...called, dead: 2, caller: '李女士' })
    await does(second.id, 'dan', 'note-event', {
      happenedAt: later(start, 10_000),
      text: '第二个电话说有两人',
    })
    expect(await others(second.id)).toEqual([first.number])
    expect(await others(first.id)).toEqual([])
    const answer = await join(second, first, 'dan', { mainCaseId: randomUUID() })
    expect([answer.status, answer.body.reasons]).toEqual([200, undefined])
    await tick(second.id)

    const closed = await get('dan', `/api/cases/${second.id}`)
    expect([closed.status, closed.state.zh]).toEqual(['closed', expect.stringContaining('已并入')])
    expect(closed.clocks.every((one: { now: unknown }) => one.now === null)).toBe(true)
    const ended = closed.clocks.flatMap(
      (one: { endedBy?: { zh: string } }) => one.endedBy?.zh ?? [],
    )
    expect(ended).toContain('并入主案：同一处火情')
    expect(closed.links).toMatchObject([
      { relation: 'act', id: first.id, number: first.number, status: 'done' },
    ])
    expect(closed.unmaskable).toContain('caller')
    const caller = await does(second.id, 'dan', 'unmask', { field: 'caller', reason: '回访' })
    expect(JSON.stringify(caller.body.unmasked)).toContain('李女士')
    expect(JSON.stringify(closed.facts)).toContain('2')
    const log = JSON.stringify(await get('dan', `/api/cases/${second.id}/timeline`))
    for (const words of ['第二个电话说有两人', '单值班', first.number]) expect(log).toContain(words)

    const main = await get('dan', `/api/cases/${first.id}`)
    expect(main.status).toBe('open')
    expect(main.links).toMatchObject([
      { relation: 'sender', id: second.id, number: second.number, status: 'done' },
    ])
    const { items } = await get('dan', `/api/cases/${first.id}/timeline`)
    const told = JSON.stringify(items.find((one: { type: string }) => one.type === 'case-joined'))
    for (const words of [second.number, '单值班', '同一处火情', '死亡人数：2', second.id])
      expect(told).toContain(words)
    const nobody = { asOf: '2026-03-02', dead: 0, reason: '核实无人伤亡' }
    await does(first.id, 'dan', 'record-casualties', nobody)
    await does(first.id, 'dan', 'declare-false')
  })

  test('are joined by whoever is competent for both, into one that is open and there', async () => {
    const [first, second] = [await report(), await report()]
    const elsewhere = await report({ ...called, region: '330803' }, 'du')
    const exercise = await report(drill)
    const last = await report()
    const refusedAt = async (into: Made, who = 'dan') => {
      const { status, body } = await join(last, into, who)
      return [status, body.details?.fields?.mainCase?.zh]
    }
    expect(await refusedAt(elsewhere)).toEqual([422, expect.stringContaining('不在您的辖区')])
    expect(await refusedAt(exercise)).toEqual([422, expect.stringContaining('互不办理')])
    expect((await join(last, first, 'nan')).status).toBe(404)
    expect((await join(last, first, 'qi')).status).toBe(404)
    expect(await others(last.id)).toEqual([second.number, first.number])
    expect(await others(last.id, 'du')).toContain(elsewhere.number)
    expect((await join(second, first)).status).toBe(200)
    expect(await refusedAt(second)).toEqual([422, expect.stringContaining('已经办结')])
    expect((await join(second, first)).body.code).toBe('case-closed')
    expect((await join(last, elsewhere, 'du')).status).toBe(200)
    for (const { id } of [first, exercise]) await does(id, 'dan', 'declare-false')
  })

  test('joined at one moment from both sides: exactly one holds, and it is the earlier that goes on', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [await report(), await report()]
      const answers = await Promise.all([
        join(first, second, 'dan'),
        join(second, first, 'du'),
        join(second, first, 'dan'),
      ])
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
      expect(answers[0]?.status).toBe(422)
      const states = await Promise.all(
        [first, second].map(async ({ id }) => (await get('dan', `/api/cases/${id}`)).status),
      )
      expect(states).toEqual(['open', 'closed'])
      await does(first.id, 'dan', 'declare-false')
    }
  })

  test('three joined at one moment in a row leave one open, or a link to one that was joined itself', async () => {
    const [a, b, c] = [await report(), await report(), await report()]
    await Promise.all([join(c, b), join(b, a, 'du')])
    const of = async ({ id }: Made) => (await get('dan', `/api/cases/${id}`)).status
    expect([await of(a), await of(b)]).toEqual(['open', 'closed'])
    if ((await of(c)) === 'open') expect((await join(c, a)).status).toBe(200)
    await does(a.id, 'dan', 'declare-false')
  })
})

describe('a call and an alarm of one event', () => {
  test('the alarm behind the joined case is concluded when the main case ends', async () => {
    const first = await report({ ...called, kind: 'leak' })
    const answer = await house.send('/api/cases/alarm-episode', {
      json: { data: raised },
      headers: { ...bearer, 'idempotency-key': randomUUID() },
    })
    const { id: alarm } = (await answer.json()) as { id: string }
    await does(alarm, 'dan', 'acknowledge', {})
    const begun = await does(alarm, 'dan', 'start-emergency', { reason: '浓度持续上升' })
    expect([begun.status, begun.body.reasons]).toEqual([200, undefined])
    await tick(alarm, 'alarm-episode')
    const [link] = (await get('dan', `/api/cases/${alarm}`)).links
    expect(link.status).toBe('started')
    expect((await join(link, first)).status).toBe(200)
    await tick(link.id)
    await does(first.id, 'dan', 'declare-false')
    await tick(first.id)
    const { items } = await get('dan', `/api/cases/${alarm}/timeline`)
    const ended = items.filter(({ type }: { type: string }) => type === 'emergency-ended')
    expect(ended).toHaveLength(1)
    expect(JSON.stringify(ended)).toContain(first.number)
    const { links } = await get('dan', `/api/cases/${alarm}`)
    expect(
      links.map((one: { relation: string; number: string }) => [one.relation, one.number]),
    ).toEqual([
      ['opened', link.number],
      ['sender', first.number],
    ])
  })
})
