// What becomes of a task whose post stands empty?
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { notices } from '../../../db/schema/cases/cases.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { vacancies } from '../../../db/schema/organisation/routing.ts'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { applied } from '../../hazchem-licence/samples.ts'
import { report } from '../house.ts'
import { fits } from '../http/fits.ts'
import { boxOf, house, inspectors, start, task, useRuledHouse } from './ruled.ts'

useRuledHouse()

describe('a post that stands empty', () => {
  const end = async (id: string, role: string, until: string | null = null) => {
    const { posts } = (await house.as('yu', `/api/personnel/people/${id}`)).body
    const post = posts.find(
      (one: { role: string; status: string }) => one.role === role && one.status === 'held',
    )
    const { office, since } = post
    const body = { office, role, since, until, reason: '调离', knowingly: true }
    const answer = await house.as('yu', `/api/personnel/people/${id}/appointments/end`, {
      json: body,
    })
    expect([answer.status, answer.body.code]).toEqual([200, undefined])
  }
  const alarms = async (who = 'fang') => {
    const answer = await house.as(who, '/api/personnel/vacancies')
    fits('GET /api/personnel/vacancies', answer)
    return answer.body.items.map(
      ({ group, cause }: { group: string; cause: { zh: string } }) => `${group} ${cause.zh}`,
    )
  }
  const mails = async (person: string) =>
    (
      await house.db
        .select()
        .from(dailyMails)
        .where(and(eq(dailyMails.kind, 'vacancy'), eq(dailyMails.person, person)))
    ).map(({ day, title }) => `${day} ${title.zh.split(' ')[0]}`)
  const until = async (moment: string) => {
    await house.clock.setNow(new Date(`${moment}:00+08:00`).toISOString())
    await house.deps.dailyRound()
  }

  test('is an alarm from the act on that empties it', async () => {
    await house.deps.dailyRound()
    expect(await alarms()).toEqual([])
    for (const id of ['lin', 'wu', 'zhou']) await end(id, 'inspector')
    expect(await alarms()).toEqual([`${inspectors} 任免或停用账号所致`])
    expect([
      await alarms('yu'),
      (await house.as('lin', '/api/personnel/vacancies')).body.code,
    ]).toEqual([await alarms(), 'not-allowed'])
  })
  test('its tasks climb to the city, whose people can work them; no second alarm is raised', async () => {
    const id = await report(house)
    const { groups, why } = await task(id, 'hao')
    expect(groups.map(({ zh }: { zh: string }) => zh)).toEqual([
      '柯城区应急管理局 · 执法检查员',
      '衢州市应急管理局执法支队 · 执法检查员',
    ])
    expect(why[0].zh).toContain('目前无人在岗，任务上提至衢州市应急管理局执法支队·执法检查员')
    expect((await boxOf('hao', 'pool')).includes(id)).toBe(true)
    expect((await house.as('gao', `/api/cases/${id}/timeline`)).body.items.at(-1).title.zh).toBe(
      '岗位无人，任务上提',
    )
    await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', life: 1 })
    expect(await house.db.select().from(notices).where(eq(notices.about, 'vacancy'))).toEqual([])
    const next = await house.as('gao', `/api/cases/${id}/next?type=verify`)
    expect(next.body.items[0]).toMatchObject({
      people: [],
      climbs: [{ zh: '衢州市应急管理局执法支队 · 执法检查员' }],
    })
    const { status } = await house.as('hao', `/api/cases/${id}/acts`, {
      json: { type: 'claim', data: {} },
    })
    expect(status).toBe(200)
  })
  test('is told every administrator the next morning, not again the next day, and again after a week', async () => {
    await until('2026-03-03T08:30')
    await until('2026-03-04T08:30')
    expect(await mails('fang')).toEqual(['2026-03-03 【智慧安监】1'])
    await until('2026-03-09T08:30')
    expect((await mails('fang')).map((one) => one.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-09',
    ])
    expect(
      house.mails.filter(({ messageId }) => messageId.startsWith('<vacancy/')).map(({ to }) => to),
    ).toContain('yu@anjian.example')
  })
  test('filled, the alarm is gone and its end is told; the task keeps both posts', async () => {
    const post = { office: '330802-bureau', role: 'inspector', from: '2026-03-09', reason: '补齐' }
    expect(
      (await house.as('yu', '/api/personnel/people/ji/appointments', { json: post })).status,
    ).toBe(201)
    expect(await alarms()).toEqual([])
    await until('2026-03-10T08:30')
    expect((await mails('fang')).at(-1)).toBe('2026-03-10 【智慧安监】空缺岗位已全部补齐')
    expect(
      (await house.db.select().from(vacancies)).map(({ filledAt }) => filledAt === null),
    ).toEqual([false])
  })
  test('is found by the daily check when a time-limited post has run out by itself', async () => {
    await house.db
      .update(appointments)
      .set({ until: '2026-03-10T16:00:00.000Z' })
      .where(eq(appointments.person, 'gao'))
    await until('2026-03-11T08:30')
    expect(await alarms()).toEqual(['330802-bureau/leader 每日检查发现'])
  })
  test('found empty by a task, with nobody above it: the task is not lost, and the administrators are told at once', async () => {
    await house.db
      .update(appointments)
      .set({ until: '2026-03-10T16:00:00.000Z' })
      .where(sql`person IN ('kou', 'bai')`)
    const id = await start('mao', 'hazchem-licence', { ...applied, site: '另一处' })
    const { body } = await house.as('shen', `/api/cases/${id}`)
    expect(body.tasks[0]).toMatchObject({
      assignee: null,
      why: [{ zh: expect.stringContaining('上级也无人可办，已告知系统管理员') }],
    })
    await house.deps.cases.tick({ caseId: id, process: 'hazchem-licence', life: 1 })
    const told = await house.db.select().from(notices).where(eq(notices.about, 'vacancy'))
    expect(told.map(({ person }) => person).sort()).toEqual(['fang', 'yu'])
    expect(await alarms()).toEqual(expect.arrayContaining(['330802-bureau/clerk 任务到达时发现']))
  })
})
