// Is each leader told once on each working morning, in order and in his own scope, and is it found in time who cannot be notified?
import { and, asc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import { deliveries } from '../../../db/schema/cases/cases.ts'
import { appointments, persons } from '../../../db/schema/organisation/organisation.ts'
import { dailyMails, dailyRounds } from '../../../db/schema/statistics/daily.ts'
import { type House, openHouse, report } from '../house.ts'

let house: House
let id: string
const act = async (who: string, type: string, data: Record<string, unknown>) => {
  const answer = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([type, answer.status, answer.body.code]).toEqual([type, 200, undefined])
}
const advance = async (by: string) =>
  expect((await house.as('lin', '/api/clock', { json: { advance: by } })).status).toBe(200)
const shanghai = (moment: string) => new Date(`${moment}:00+08:00`).toISOString()
const mornings = async () =>
  (
    await house.db
      .select()
      .from(dailyRounds)
      .where(eq(dailyRounds.job, 'morning'))
      .orderBy(asc(dailyRounds.plannedAt))
  )
    .filter(({ status }) => status !== 'begun')
    .map(({ day, status }) => `${day} ${status}`)
const digestsTo = (who: string) =>
  house.mails
    .filter(
      ({ messageId, to }) => messageId.startsWith('<digest/') && to === `${who}@anjian.example`,
    )
    .map(({ subject }) => subject.split(' [')[0])
const read = async (who: string, date = '') =>
  (await house.as(who, `/api/supervision/digest?date=${date}`)).body

beforeAll(async () => {
  house = await openHouse()
  await house.db.insert(persons).values({
    id: 'guan',
    username: 'guan',
    name: '管理员',
    pinyin: 'gly',
    mail: 'guan@anjian.example',
    enterprise: null,
    active: true,
  })
  const post = {
    office: '330800-administration',
    role: 'administrator',
    region: '330800',
    since: '2004-01-01T00:00:00.000Z',
  } as const
  await house.db.insert(appointments).values({ person: 'guan', ...post, until: null })
  await house.clock.setNow(shanghai('2026-03-05T10:00'))
  await house.deps.dailyRound()
  id = await report(house)
  await act('lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
  await act('wu', 'sign', { opinion: '同意' })
  await act('lin', 'issue-order', { dueDate: '2026-03-07', requirements: '更换' })
})
afterAll(() => house.close())

describe('mornings in order', () => {
  test('a digest on Friday, none on the weekend, one on Monday; what was reported is not reported again', async () => {
    await advance('P5D')
    expect(await mornings()).toEqual(['2026-03-06 done', '2026-03-09 done', '2026-03-10 done'])
    const monday = await read('gao', '2026-03-09')
    expect(
      v.safeParse(contract['GET /api/supervision/digest'].answer, monday).issues,
    ).toBeUndefined()
    expect(monday.days).toEqual(['2026-03-10', '2026-03-09', '2026-03-06'])
    expect((await read('gao', '2026-03-06')).digest).toMatchObject({
      late: [],
      soon: [{ caseId: id, due: '2026-03-07' }],
      sent: 'mailed',
    })
    expect(monday.digest).toMatchObject({
      late: [{ caseId: id, region: { zh: '柯城区' }, clock: { zh: '整改期限' } }],
      soon: [],
    })
    expect(monday.digest.since).toBe((await read('gao', '2026-03-06')).digest.at)
    expect((await read('gao')).digest).toMatchObject({
      day: '2026-03-10',
      late: [],
      soon: [],
      sent: 'quiet',
    })
    expect(digestsTo('gao')).toEqual([
      '【智慧安监】2026-03-06 新逾期 0 件，3 个工作日内到期 1 件',
      '【智慧安监】2026-03-09 新逾期 1 件，3 个工作日内到期 0 件',
    ])
  })
  test('county, city and province are notified, each once and by its own mail; others have no digest', async () => {
    for (const who of ['gao', 'shi', 'yu', 'sheng']) expect(digestsTo(who)).toHaveLength(2)
    expect(digestsTo('lin')).toEqual([])
    for (const who of ['lin', 'qi'])
      expect((await house.as(who, '/api/supervision/digest')).status).toBe(403)
    expect((await house.as('gao', '/api/supervision/digest?date=tomorrow')).body.code).toBe(
      'invalid-input',
    )
    expect(await read('gao', '2026-03-07')).toMatchObject({ digest: null })
  })
  test('over the National Day of 2026 no day off has a round, each weekend day worked instead has one', async () => {
    await house.clock.setNow(shanghai('2026-09-18T09:00'))
    await house.deps.dailyRound()
    await advance('P24D')
    const held = (await mornings())
      .filter((one) => one.endsWith('done') && one > '2026-09-18 z')
      .map((one) => one.slice(0, 10))
    expect(held).toContain('2026-09-20')
    expect(held).toContain('2026-10-10')
    expect(held.filter((day) => day >= '2026-10-01' && day <= '2026-10-07')).toEqual([])
    expect(held).toEqual(held.toSorted())
  })
})

describe('once, whatever happens', () => {
  test('run again, and twice at once: not one mail more', async () => {
    const before = house.mails.length
    await Promise.all([house.deps.dailyRound(), house.deps.dailyRound()])
    await house.deps.dailyRound()
    expect(house.mails.length).toBe(before)
    expect(new Set(house.mails.map(({ messageId }) => messageId)).size).toBe(before)
    const ids = (await house.db.select().from(dailyMails).where(eq(dailyMails.sent, 'mailed'))).map(
      (one) => one.id,
    )
    const unreachable = await house.db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.channel, 'mail'), eq(deliveries.ok, true)))
    expect(
      ids.filter((one) => unreachable.filter(({ noticeId }) => noticeId === one).length !== 1),
    ).toEqual([])
  })
  test('after an outage of days only the newest is sent; the skipped ones are noted, and what they would have told stands in it', async () => {
    const before = digestsTo('gao').length
    id = await report(house)
    await act('lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
    await act('wu', 'sign', { opinion: '同意' })
    await act('lin', 'issue-order', { dueDate: '2026-10-14', requirements: '更换' })
    await house.clock.setNow(shanghai('2026-10-16T11:00'))
    await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', generation: 1 })
    await Promise.all([house.deps.dailyRound(), house.deps.dailyRound()])
    expect((await mornings()).slice(-4)).toEqual([
      '2026-10-13 skipped',
      '2026-10-14 skipped',
      '2026-10-15 skipped',
      '2026-10-16 done',
    ])
    expect(digestsTo('gao')).toHaveLength(before + 1)
    const { digest } = await read('gao')
    expect(digest).toMatchObject({
      day: '2026-10-16',
      skipped: ['2026-10-13', '2026-10-14', '2026-10-15'],
    })
    expect(digest.late.map(({ caseId }: { caseId: string }) => caseId)).toContain(id)
    const newest = house.mails.findLast(({ messageId }) => messageId.startsWith('<digest/'))
    expect(newest?.text).toContain('2026-10-14')
  })
})

describe('who cannot be notified', () => {
  const gaps = async (who: string) => (await house.as(who, '/api/supervision/reachability')).body
  const unreachable = () =>
    house.mails
      .filter(({ messageId }) => messageId.startsWith('<reachability/'))
      .map(({ subject }) => subject.split(' [')[0])

  test('nobody is missing as long as everybody holds his post', async () => {
    const view = await gaps('gao')
    expect(
      v.safeParse(contract['GET /api/supervision/reachability'].answer, view).issues,
    ).toBeUndefined()
    expect(view).toMatchObject({ day: '2026-10-16', items: [] })
    expect(unreachable()).toEqual([])
  })
  test('a post that falls vacant, and a mail that came back: found the next morning, told once, taken back once', async () => {
    await house.db
      .update(appointments)
      .set({ until: shanghai('2026-10-17T00:00') })
      .where(eq(appointments.person, 'yu'))
    const refused = {
      channel: 'mail' as const,
      ok: false,
      detail: '550',
      at: await house.clock.now(),
    }
    const [last] = await house.db
      .select()
      .from(dailyMails)
      .where(eq(dailyMails.person, 'gao'))
      .limit(1)
    await house.db.insert(deliveries).values({ noticeId: last!.id, ...refused })
    await advance('P4D')
    const { items } = await gaps('gao')
    const vacant = items.find(
      ({ group }: { group: string }) => group === '330800-committee/supervisor',
    )
    expect(vacant).toMatchObject({
      nobody: true,
      people: [],
      words: { zh: '衢州市安全生产委员会办公室·督办员' },
    })
    expect(vacant.escalationLevels[0]).toMatchObject({
      caseId: id,
      escalationLevel: 'city',
      silent: false,
    })
    const bounced = items.find(({ group }: { group: string }) => group.endsWith('/leader'))
    expect(bounced).toMatchObject({
      nobody: true,
      people: [{ name: '高局长', lacks: [{ zh: '最近一封邮件被退回' }] }],
    })
    expect(unreachable()).toEqual(['【智慧安监】2 个岗位无法通知 2026-10-19'])
    expect((await gaps('jiang')).items).toEqual([])
    expect((await house.as('qi', '/api/supervision/reachability')).status).toBe(403)
    await house.db.insert(deliveries).values({ noticeId: last!.id, ...refused, ok: true })
    await house.db.update(appointments).set({ until: null }).where(eq(appointments.person, 'yu'))
    await advance('P2D')
    expect(unreachable().at(-1)).toContain('已全部恢复')
    expect(unreachable()).toHaveLength(2)
  })
})
