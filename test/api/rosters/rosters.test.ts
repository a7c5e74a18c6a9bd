// Who enters a month, who publishes it, who sees it, and what is refused?
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { rosterDecisions, rosters } from '../../../db/schema/organisation/rosters.ts'
import { fits } from '../http/fits.ts'
import {
  city,
  decide,
  enter,
  house,
  office,
  path,
  read,
  turns,
  useRosterHouse,
} from './roster-house.ts'

useRosterHouse()

const count = async () => (await house.db.select().from(rosters)).length

describe('looking at it', () => {
  test('is for the people of the office and the desks above it; for everybody else it is not there', async () => {
    for (const who of ['dan', 'gao', 'chen', 'lin', 'du', 'shi', 'yu', 'sun', 'sheng'])
      expect((await house.as(who, path('2026-04'))).status, who).toBe(200)
    for (const who of ['jin', 'huo', 'hao', 'jiang', 'qi', 'mao'])
      expect((await house.as(who, path('2026-04'))).status, who).toBe(404)
    expect((await house.send(path('2026-04'))).status).toBe(401)
  })
  test('of a month or an office that there is not is refused', async () => {
    for (const wrong of ['2026-13', '2026-0', 'x', '2026-04-01'])
      expect((await house.as('dan', path(wrong))).status, wrong).toBe(404)
    for (const wrong of ['330802-legal', '330802-command', '330802-fire', 'x', '330800-window'])
      expect((await house.as('du', path('2026-04', wrong))).status, wrong).toBe(404)
  })
  test('tells what each day is by the decree, and who could stand on it', async () => {
    const april = await read('dan', '2026-04')
    expect(april.days).toHaveLength(30)
    expect(april.days.find(({ date }) => date === '2026-04-05')).toMatchObject({ work: false })
    expect((await read('dan', '2027-04')).days.every(({ decreed }) => !decreed)).toBe(true)
    const seats = Object.fromEntries(april.people.map(({ id, seats: held }) => [id, held]))
    expect(seats).toEqual({
      dan: ['officer'],
      dong: ['officer'],
      deng: ['officer'],
      gao: ['leader'],
      guan: ['leader'],
    })
    expect(april).toMatchObject({ inForce: null, draft: null, keeps: false, mayEnter: true })
    expect((await read('du', '2026-04')).mayEnter).toBe(false)
  })
})

describe('entering and publishing', () => {
  test('whoever enters it does not publish it; another leader does, and then it is in force', async () => {
    const entered = await enter('chen', '2026-04')
    expect(entered.status).toBe(201)
    fits('POST /api/rosters/{office}/{month}', entered)
    expect(entered.body).toMatchObject({ inForce: null, draft: { version: 1, mayPublish: false } })
    for (const who of ['chen', 'dan', 'lin'])
      expect((await decide(who, '2026-04', { version: 1, decision: 'approved' })).status, who).toBe(
        403,
      )
    for (const who of ['du', 'yu'])
      expect((await decide(who, '2026-04', { version: 1, decision: 'approved' })).status, who).toBe(
        403,
      )
    expect((await decide('jin', '2026-04', { version: 1, decision: 'approved' })).status).toBe(404)
    expect((await read('gao', '2026-04')).draft?.mayPublish).toBe(true)
    const published = await decide('gao', '2026-04', { version: 1, decision: 'approved' })
    fits('POST /api/rosters/{office}/{month}/decision', published)
    expect(published.body).toMatchObject({
      draft: null,
      inForce: { version: 1, enteredBy: '陈科长', publishedBy: '高局长', gaps: [] },
      history: [{ version: 1, decision: 'approved', changes: [] }],
    })
  })
  test('a leader who entered it himself needs another leader', async () => {
    await enter('gao', '2026-06')
    const own = await decide('gao', '2026-06', { version: 1, decision: 'approved' })
    expect([own.status, own.body.reasons[0].zh]).toEqual([403, '编排人不能发布自己编排的值班表'])
    expect((await decide('guan', '2026-06', { version: 1, decision: 'approved' })).status).toBe(200)
  })
  test('sent back with a reason, entered anew; each version stays with what was changed, and nothing can be rewritten', async () => {
    const gap = turns('2026-05').map((one, at) => (at === 3 ? { ...one, leader: null } : one))
    const first = await enter('dan', '2026-05', { entries: gap })
    expect(first.body.draft.gaps).toMatchObject([{ day: '2026-05-02', start: '17:30' }])
    expect(first.body.draft.gaps[0].words.zh).toBe('无带班领导')
    expect((await decide('gao', '2026-05', { version: 1, decision: 'rejected' })).status).toBe(422)
    const back = { version: 1, decision: 'rejected', reason: '五一夜班无领导' }
    expect((await decide('gao', '2026-05', back)).body.history[0]).toMatchObject({
      decision: 'rejected',
      decisionReason: '五一夜班无领导',
    })
    await enter('dan', '2026-05')
    expect((await decide('gao', '2026-05', { version: 1, decision: 'approved' })).body.code).toBe(
      'stale-revision',
    )
    await decide('gao', '2026-05', { version: 2, decision: 'approved' })
    const changed = turns('2026-05').map((one, at) =>
      at === 0 ? { ...one, officers: ['deng'] } : one,
    )
    await enter('dan', '2026-05', { entries: changed })
    // Until it is published the version before it counts.
    expect((await read('dan', '2026-05')).inForce?.version).toBe(2)
    await decide('guan', '2026-05', { version: 3, decision: 'approved' })
    const { history, inForce } = await read('dan', '2026-05')
    expect(inForce?.version).toBe(3)
    expect(history.map(({ version, decision }) => [version, decision])).toEqual([
      [3, 'approved'],
      [2, 'approved'],
      [1, 'rejected'],
    ])
    expect(history[0]?.changes).toEqual([
      { day: '2026-05-01', start: '08:30', before: '高局长、单值班', after: '高局长、邓值班' },
    ])
    await expect(house.db.execute(sql`UPDATE rosters SET entries = '[]'`)).rejects.toThrow()
    await expect(house.db.execute(sql`DELETE FROM roster_decisions`)).rejects.toThrow()
    const [own] = await house.db.select().from(rosterDecisions)
    const forged = { ...own!, roster: own!.roster, by: own!.proposedBy }
    await expect(house.db.insert(rosterDecisions).values(forged)).rejects.toThrow()
  })
  test('withdrawn by whoever entered it, and by nobody else', async () => {
    await enter('dan', '2026-08')
    expect((await decide('gao', '2026-08', { version: 1, decision: 'withdrawn' })).status).toBe(403)
    expect((await decide('dan', '2026-08', { version: 1, decision: 'withdrawn' })).status).toBe(200)
    expect((await read('dan', '2026-08')).draft).toBeNull()
    expect((await decide('gao', '2026-08', { version: 1, decision: 'approved' })).status).toBe(409)
  })
  test('the city’s leaders lead the duty of its command centre', async () => {
    const cityTurns = turns('2026-04', ['shi', 'fu'], ['du'])
    const base = { version: 0, agreed: 0 }
    const entered = await enter('du', '2026-04', { of: city, base, entries: cityTurns })
    expect(entered.status).toBe(201)
    expect((await enter('dan', '2026-04', { of: city, base })).status).toBe(404)
    const published = await decide('fu', '2026-04', { version: 1, decision: 'approved' }, city)
    expect(published.body.inForce.gaps).toEqual([])
  })
})

describe('refused, and nothing is stored', () => {
  const entry = { day: '2026-07-02', start: '08:30', leader: 'gao', officers: ['dan'] }
  const refused = async (more: Parameters<typeof enter>[2], who = 'dan', month = '2026-07') => {
    const before = await count()
    const { status, body } = await enter(who, month, more)
    expect(body.type ?? body.code, JSON.stringify(body)).toBeTruthy()
    expect(await count()).toBe(before)
    return [status, body.code]
  }
  test('people unknown, without the post, no longer in office, or twice at once', async () => {
    const wrong = [
      { ...entry, leader: 'nobody' },
      { ...entry, leader: 'dan', officers: ['dong'] },
      { ...entry, officers: ['lin'] },
      { ...entry, officers: ['dan', 'dan'] },
      { ...entry, officers: ['jin'] },
      { ...entry, officers: ['qi'] },
    ]
    for (const one of wrong)
      expect(await refused({ entries: [one] }), JSON.stringify(one)).toEqual([422, 'invalid-input'])
    await house.db.execute(
      sql`UPDATE appointments SET until = '2026-07-01T00:00:00Z' WHERE person = 'deng'`,
    )
    expect(await refused({ entries: [{ ...entry, officers: ['deng'] }] })).toEqual([
      422,
      'invalid-input',
    ])
    await house.db.execute(sql`UPDATE persons SET active = false WHERE id = 'deng'`)
    const before = { ...entry, day: '2026-06-02', officers: ['deng'] }
    expect(await refused({ entries: [before] }, 'dan', '2026-06')).toEqual([422, 'invalid-input'])
    await house.db.execute(sql`UPDATE persons SET active = true WHERE id = 'deng'`)
    await house.db.execute(sql`UPDATE appointments SET until = NULL WHERE person = 'deng'`)
  })
  test('31 February, a month that is over, shifts that there are not, fields that nobody knows', async () => {
    const at = (day: string) => ({ entries: [{ ...entry, day }] })
    expect(await refused(at('2027-02-31'), 'dan', '2027-02')).toEqual([422, 'invalid-input'])
    expect(await refused(at('2026-08-01'))).toEqual([422, 'invalid-input'])
    expect(await refused({ entries: [{ ...entry, start: '09:00' }] })).toEqual([
      422,
      'invalid-input',
    ])
    expect(await refused({ starts: ['17:30', '08:30'] })).toEqual([422, 'invalid-input'])
    expect(await refused({ starts: [] })).toEqual([422, 'invalid-input'])
    expect(await refused({ starts: ['24:00'] })).toEqual([422, 'invalid-input'])
    expect(await refused({ entries: [{ ...entry, rank: 1 }] })).toEqual([422, 'invalid-input'])
    expect(await refused({}, 'dan', '2026-02')).toEqual([409, 'not-possible-now'])
    // Days of this month that have begun.
    expect(await refused({}, 'dan', '2026-03')).toEqual([422, 'invalid-input'])
  })
  test('people of other offices, and whoever does not keep it', async () => {
    expect(await refused({}, 'jin')).toEqual([404, 'not-found'])
    expect(await refused({}, 'du')).toEqual([403, 'not-allowed'])
    expect(await refused({}, 'lin')).toEqual([403, 'not-allowed'])
    expect(await refused({}, 'qi')).toEqual([404, 'not-found'])
  })
  test('what was entered over a version that somebody has not seen, and another content under one key', async () => {
    const base = (await read('dan', '2026-07')).base
    const both = await Promise.all(['dan', 'dong'].map((who) => enter(who, '2026-07', { base })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await refused({ base })).toEqual([409, 'stale-revision'])
    const kept = await enter('dan', '2026-07', { key: 'k1' })
    expect(kept.status).toBe(201)
    const again = { base: { ...kept.body.base, version: kept.body.base.version - 1 }, key: 'k1' }
    expect((await enter('dan', '2026-07', again)).status).toBe(201)
    expect(await refused({ ...again, entries: [] })).toEqual([422, 'key-reused'])
  })
  test('who keeps the duty of another office at that time', async () => {
    await house.db.insert(appointments).values({
      person: 'du',
      office,
      role: 'duty-officer',
      region: '330802',
      since: '2004-01-01T00:00:00.000Z',
      until: null,
    })
    const there = { day: '2026-04-02', start: '08:30', leader: 'gao', officers: ['du'] }
    const before = await count()
    const clash = await enter('dan', '2026-04', { entries: [there] })
    expect([clash.status, clash.body.reasons[0].zh]).toEqual([
      422,
      '2026-04-02 08:30：杜值班此时已在衢州市应急指挥中心值班',
    ])
    expect(await count()).toBe(before)
  })
})

test('promise (alarms): two offices that publish at once put nobody on duty in both', async () => {
  const month = '2026-08'
  const versions: number[] = []
  for (const [who, of, leader] of [
    ['dan', office, 'gao'],
    ['du', city, 'shi'],
  ] as const) {
    const { base } = await read(who, month, of)
    const entries = turns(month, [leader], ['du'])
    const entered = await enter(who, month, { of, base, entries })
    expect(entered.status, JSON.stringify(entered.body)).toBe(201)
    versions.push(entered.body.draft.version)
  }
  const publish = (who: string, of: string, at: number) =>
    decide(who, month, { version: versions[at], decision: 'approved' }, of)
  const both = await Promise.all([publish('gao', office, 0), publish('shi', city, 1)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('the overview tells who is on duty now with the middle of the number covered, of one’s own office and those below', async () => {
  await house.clock.setNow('2026-04-02T19:00:00.000Z')
  const overview = async (who: string) => {
    const found = await house.as(who, '/api/rosters')
    fits('GET /api/rosters', found)
    return found.body.items as {
      office: string
      onDuty: unknown
      own: boolean
      months: unknown[]
    }[]
  }
  const [own, ...others] = await overview('dan')
  expect(own).toMatchObject({ office, own: true, onDuty: { kind: 'shift' } })
  expect(own?.onDuty).toMatchObject({
    shift: { day: '2026-04-02', start: '17:30' },
    people: [
      { name: '管局长', seat: 'leader', phone: '139****0004', substitute: null },
      { name: '单值班', seat: 'officer', phone: '139****0001' },
    ],
  })
  expect(own?.months).toEqual([
    { month: '2026-04', status: 'in-force', gaps: 0 },
    { month: '2026-05', status: 'in-force', gaps: 0 },
  ])
  expect(others).toEqual([])
  const ofCity = (await overview('du')).map((one) => one.office)
  expect(ofCity).toEqual(expect.arrayContaining([city, office, '330881-bureau', '330800-fire']))
  expect((await overview('huo')).map((one) => one.office)).toEqual(['330800-fire'])
  expect((await house.as('qi', '/api/rosters')).status).toBe(403)
  expect(JSON.stringify(await overview('du'))).not.toContain('13900000001')
})
