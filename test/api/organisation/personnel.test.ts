// An administrator finds people, gives posts and ends them.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { appointments, personnelActs } from '../../../db/schema/organisation/organisation.ts'
import { report } from '../house.ts'
import {
  base,
  bureau,
  end,
  give,
  house,
  post,
  usePersonnelHouse,
  view,
  words,
} from './personnel-house.ts'

usePersonnelHouse()

describe('who', () => {
  test('nobody but administrators finds people, posts or accounts', async () => {
    for (const who of ['lin', 'chen', 'gao', 'qi', 'ji']) {
      expect((await house.as(who, base)).body.code).toBe('not-allowed')
      expect((await house.as(who, `${base}/lin`)).body.code).toBe('not-allowed')
      expect((await house.as(who, '/api/personnel/offices')).body.code).toBe('not-allowed')
      expect((await give(who, 'wu', post(bureau, 'reviewer'))).body.code).toBe('not-allowed')
    }
    expect((await house.send(base)).status).toBe(401)
  })
  test('each sees the people of his regions, by name, user name or initials, and nobody else', async () => {
    const names = async (who: string, query = '') =>
      (await house.as(who, `${base}${query}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await names('fang')).toEqual([
      'chen',
      'fang',
      'gao',
      'ji',
      'lin',
      'mao',
      'qi',
      'wu',
      'zhou',
    ])
    expect(await names('hao')).toEqual(['hao', 'jiang'])
    expect(await names('yu')).not.toContain('sheng')
    expect(await names('fang', `?q=${encodeURIComponent('检查')}`)).toEqual(['lin', 'wu', 'zhou'])
    expect(await names('fang', '?q=CHE')).toEqual(['chen'])
    expect(await names('fang', '?q=%25')).toEqual([])
    const { body: first } = await house.as('fang', `${base}?limit=4`)
    const { body: second } = await house.as('fang', `${base}?limit=4&cursor=${first.cursor}`)
    expect([first.total, second.items.map(({ id }: { id: string }) => id)]).toEqual([
      9,
      ['lin', 'mao', 'qi', 'wu'],
    ])
    expect((await house.as('fang', `${base}/jiang`)).body.code).toBe('not-found')
    expect((await house.as('fang', `${base}/nobody`)).body.code).toBe('not-found')
  })
  test('offices that he may fill, without posts that are not held there', async () => {
    const { items } = (await house.as('fang', '/api/personnel/offices')).body
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['330802-administration', bureau])
    expect(items[0].roles.map(({ role }: { role: string }) => role)).toEqual(['administrator'])
  })
})

describe('giving', () => {
  test('nobody appoints himself, outside his regions, or an administrator from the county', async () => {
    expect(words((await give('fang', 'fang', post(bureau, 'leader'))).body)).toContain('本人')
    expect((await give('fang', 'jiang', post(bureau, 'reviewer'))).body.code).toBe('not-found')
    expect(words((await give('fang', 'wu', post('330881-bureau', 'reviewer'))).body)).toContain(
      '管理范围',
    )
    expect(
      words((await give('fang', 'wu', post('330802-administration', 'administrator'))).body),
    ).toContain('市级以上')
    expect((await give('yu', 'wu', post('330000-committee', 'supervisor'))).body.code).toBe(
      'invalid-input',
    )
    expect((await give('fang', 'wu', post(bureau, 'king'))).body.code).toBe('invalid-input')
    expect(words((await give('fang', 'wu', post(bureau, 'inspector'))).body)).toContain(
      '已任该岗位',
    )
    expect((await give('fang', 'wu', { ...post(bureau, 'reviewer'), reason: ' ' })).status).toBe(
      422,
    )
    expect(await house.db.select().from(personnelActs)).toEqual([])
  })
  test('it counts at once, in a session that was open before; a key sent twice is one appointment', async () => {
    await report(house)
    const todo = async () => (await house.as('ji', '/api/inbox?box=pool')).body.total
    expect(await todo()).toBe(0)
    const key = randomUUID()
    const { status, body } = await give('fang', 'ji', post(bureau, 'inspector'), key)
    expect([status, body.history[0].act, body.history[0].name]).toEqual([201, 'given', '方科长'])
    expect((await give('fang', 'ji', post(bureau, 'inspector'), key)).status).toBe(201)
    expect((await give('fang', 'ji', post(bureau, 'clerk'), key)).body.code).toBe('key-reused')
    expect(await todo()).toBe(1)
    expect(
      body.posts.find(({ role }: { role: string }) => role === 'inspector').givenBy,
    ).toMatchObject({
      name: '方科长',
      order: '柯应急〔2026〕3号',
    })
    expect((await house.as('ji', '/api/me')).body.appointments).toHaveLength(2)
  })
  test('from a later day it waits for that day', async () => {
    await give(
      'fang',
      'zhou',
      post(bureau, 'reviewer', { from: '2026-03-04', until: '2026-03-05' }),
    )
    const held = async () => (await house.as('zhou', '/api/me')).body.appointments.length
    const before = await held()
    await house.clock.setNow('2026-03-04T02:00:00.000Z')
    const during = await held()
    await house.clock.setNow('2026-03-06T02:00:00.000Z')
    expect([before, during, await held()]).toEqual([1, 2, 1])
  })
})

describe('ending', () => {
  test('it counts at once, and both stand in the history', async () => {
    const { body } = await end('fang', 'ji', bureau, 'inspector')
    const one = body.posts.find(({ role }: { role: string }) => role === 'inspector')
    expect([one.status, one.givenBy.name, one.endedBy.reason]).toEqual(['over', '方科长', '调离'])
    expect((await house.as('ji', '/api/inbox?box=pool')).body.total).toBe(0)
    expect((await house.as('ji', '/api/me')).body.appointments).toHaveLength(1)
    expect(
      (await give('fang', 'ji', post(bureau, 'inspector', { from: '2026-03-06' }))).status,
    ).toBe(201)
    const rows = await house.db.select().from(appointments).where(eq(appointments.person, 'ji'))
    expect(rows.filter(({ role }) => role === 'inspector')).toHaveLength(2)
  })
  test('a post that nobody else holds is named with what it leaves undone, and ends only knowingly', async () => {
    const { body: held } = await house.as('fang', `${base}/chen`)
    const { since } = held.posts[0]
    const { body: loss } = await house.as(
      'fang',
      `${base}/chen/loss?office=${bureau}&role=section-chief&since=${since}`,
    )
    expect(loss.emptied.map(({ group }: { group: string }) => group)).toEqual([
      `${bureau}/section-chief`,
    ])
    const said = loss.emptied[0].duties.map(
      ({ kind, words }: { kind: string; words: { zh: string } }) => `${kind} ${words.zh}`,
    )
    expect(said).toEqual(
      expect.arrayContaining(['escalation 亮红牌（县级督办）', 'clockOwner 整改期限']),
    )
    const refused = await end('fang', 'chen', bureau, 'section-chief')
    expect([refused.status, refused.headers.get('content-type')?.split(';')[0]]).toEqual([
      409,
      'application/problem+json',
    ])
    expect([refused.body.code, words(refused.body)]).toEqual([
      'not-possible-now',
      '此后无人在岗（已定离任日期的不计）：柯城区应急管理局 · 科长',
    ])
    expect((await view('chen')).posts[0]?.status).toBe('held')
    const { body } = await end('fang', 'chen', bureau, 'section-chief', {
      until: '2026-03-31',
      knowingly: true,
    })
    expect([body.posts[0].status, body.posts[0].until, body.history[0].emptied.length]).toEqual([
      'held',
      '2026-03-31T16:00:00.000Z',
      1,
    ])
  })
  test('not his own, not outside, not twice, not a post that is not his', async () => {
    expect((await end('fang', 'fang', '330802-administration', 'administrator')).body.code).toBe(
      'not-allowed',
    )
    expect((await end('hao', 'wu', bureau, 'inspector')).body.code).toBe('not-found')
    expect((await end('fang', 'wu', bureau, 'leader')).body.code).toBe('not-found')
    expect((await end('fang', 'wu', bureau, 'inspector')).status).toBe(200)
    expect(
      (await end('fang', 'wu', bureau, 'inspector', { since: '2004-01-01T00:00:00.000Z' })).body
        .code,
    ).toBe('not-possible-now')
  })
  test('the last but one administrator of the city does not go unnoticed', async () => {
    expect(
      words((await end('yu', 'shi', '330800-administration', 'administrator')).body),
    ).toContain('不足两名')
  })
})
