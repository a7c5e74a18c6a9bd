// One administrator proposes another office for a kind of alarm, a second decides; the history stays, and nobody else touches it.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CompetenceProposalView,
  CompetenceTableView,
} from '../../../contract/organisation/competences.ts'
import { competenceDecisions, competenceProposals } from '../../../db/schema/change/competences.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'
import { standingOffices } from '../../../domain/organisation/offices.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.db.insert(offices).values(standingOffices()).onConflictDoNothing()
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
  )
})
afterAll(() => house.close())

const path = '/api/competences'
const read = async (who = 'yu'): Promise<CompetenceTableView> => {
  const answer = await house.as(who, path)
  fits('GET /api/competences', answer)
  return answer.body
}
const change = {
  matter: 'alarm:gas',
  region: '330802',
  office: 'fire',
  level: 'city',
  from: '2026-04-01',
  until: null,
  order: '衢安委〔2026〕9号',
  reason: '柯城试点',
}
const propose = (who: string, more: Record<string, unknown> = {}, key: string = randomUUID()) =>
  house.as(who, `${path}/proposals`, {
    json: { ...change, ...more },
    headers: { 'idempotency-key': key },
  })
const decide = (who: string, id: string, what: string, reason = '已核对文件') =>
  house.as(who, `${path}/proposals/${id}/${what}`, { json: { reason } })
const rowsOf = ({ items }: CompetenceTableView, matter: string) =>
  items
    .filter((one) => one.matter === matter)
    .map(({ region, office, from, inForce, order }) => [region, office, from, inForce, order])
const words = (body: { reasons: { zh: string }[] }) => body.reasons.map(({ zh }) => zh).join('；')

describe('who', () => {
  test('all of the authorities read it; administrators of the city change it, nobody else does', async () => {
    for (const who of ['lin', 'gao', 'fang'])
      expect([who, (await read(who)).mayPropose]).toEqual([who, false])
    expect((await read('yu')).mayPropose).toBe(true)
    for (const who of ['qi', 'mao']) expect((await house.as(who, path)).status).toBe(403)
    expect((await house.send(path)).status).toBe(401)
    for (const who of ['lin', 'gao', 'fang']) {
      const { status, body } = await propose(who)
      expect([status, body.code, words(body)]).toEqual([
        403,
        'not-allowed',
        expect.stringContaining('市级以上系统管理员'),
      ])
    }
    expect(await house.db.select().from(competenceProposals)).toEqual([])
  })
})

describe('a change', () => {
  test('that is none is refused in words, and nothing is stored', async () => {
    for (const [more, text] of [
      [{ matter: 'alarm:none' }, '没有这类'],
      [{ office: 'police' }, '没有值班岗位'],
      [{ region: '330800' }, '地区须为县'],
      [{ from: '2026-03-01' }, '不能早于今日'],
      [{ until: '2026-03-20' }, '早于施行日期'],
      [{ region: null, office: 'command', level: 'county' }, '相同'],
    ] as const) {
      const { status, body } = await propose('yu', more)
      expect([status, body.code, words(body)]).toEqual([
        422,
        'invalid-input',
        expect.stringContaining(text),
      ])
    }
    for (const more of [{ from: '2026-02-30' }, { level: 'province' }, { reason: ' ' }, { x: 1 }])
      expect((await propose('yu', more)).status).toBe(422)
    expect(await house.db.select().from(competenceProposals)).toEqual([])
  })

  test('is proposed by one, approved by another, and stands in the table from its first day on', async () => {
    const key = randomUUID()
    const proposed = await propose('yu', {}, key)
    fits('POST /api/competences/proposals', proposed)
    const { id } = proposed.body
    expect((await propose('yu', {}, key)).body.id).toBe(id)
    expect((await propose('yu', { office: 'housing' }, key)).body.code).toBe('key-reused')
    expect(rowsOf(await read(), 'alarm:gas')).toEqual([[null, 'command', '2000-01-01', true, null]])
    const own = await decide('yu', id, 'approval')
    expect([own.status, own.body.code]).toEqual([403, 'not-allowed'])
    expect((await decide('fang', id, 'approval')).status).toBe(403)
    const approved = await decide('shi', id, 'approval')
    fits('POST /api/competences/proposals/{id}/approval', approved)
    expect(approved.body).toMatchObject({ status: 'approved', decidedBy: { name: '市领导' } })
    expect((await decide('shi', id, 'approval')).body.code).toBe('not-possible-now')
    expect(rowsOf(await read(), 'alarm:gas')).toEqual([
      [null, 'command', '2000-01-01', true, null],
      ['330802', 'fire', '2026-04-01', false, change.order],
    ])
    await house.clock.setNow('2026-04-01T01:00:00.000Z')
    expect(rowsOf(await read(), 'alarm:gas').at(-1)).toEqual([
      '330802',
      'fire',
      '2026-04-01',
      true,
      change.order,
    ])
  })

  test('rests on what was seen: of two about the same the second is refused', async () => {
    const ids: string[] = []
    for (const office of ['environment', 'housing'])
      ids.push((await propose('yu', { office, from: '2026-05-01' })).body.id)
    expect((await decide('shi', ids[0]!, 'approval')).status).toBe(200)
    const second = await decide('shi', ids[1]!, 'approval')
    expect([second.body.code, words(second.body)]).toEqual([
      'not-possible-now',
      expect.stringContaining('已有变化'),
    ])
    const rejected = await decide('shi', ids[1]!, 'rejection')
    fits('POST /api/competences/proposals/{id}/rejection', rejected)
    expect(rejected.body.status).toBe('rejected')
  })

  test('is withdrawn by whoever proposed it, and what does not exist is not found', async () => {
    const { id } = (await propose('shi', { from: '2026-06-01' })).body
    expect((await decide('yu', id, 'withdrawal')).body.code).toBe('not-allowed')
    const withdrawn = await decide('shi', id, 'withdrawal')
    fits('POST /api/competences/proposals/{id}/withdrawal', withdrawn)
    expect(withdrawn.body.status).toBe('withdrawn')
    expect((await decide('shi', 'none', 'approval')).body.code).toBe('not-found')
  })

  test('of two administrators who decide at once one is the first', async () => {
    const { id } = (await propose('yu', { matter: 'event:leak', region: null })).body
    const both = await Promise.all([decide('shi', id, 'approval'), decide('shi', id, 'rejection')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('the history', () => {
  test('keeps everything that was proposed and decided, with names and reasons', async () => {
    const { history } = await read('lin')
    const statusOf = (status: CompetenceProposalView['status']) =>
      history.filter((one) => one.status === status).length
    expect([statusOf('rejected') >= 1, statusOf('withdrawn'), statusOf('proposed')]).toEqual([
      true,
      1,
      0,
    ])
    for (const one of history) {
      expect(one.proposedBy.name).not.toBe('')
      expect(one.decidedBy?.reason).toBe('已核对文件')
      expect(one.acts).toEqual([])
    }
  })

  test('is never rewritten, and the database refuses who approves his own', async () => {
    const [one] = await house.db.select().from(competenceProposals)
    await expect(house.db.update(competenceProposals).set({ reason: 'x' })).rejects.toThrow()
    await expect(house.db.delete(competenceDecisions)).rejects.toThrow()
    const fresh = await propose('yu', { matter: 'alarm:flow', region: null })
    await expect(
      house.db.insert(competenceDecisions).values({
        proposal: fresh.body.id,
        proposedBy: 'yu',
        decision: 'approved',
        by: 'yu',
        byName: '余督办',
        at: one!.proposedAt,
        reason: '',
      }),
    ).rejects.toThrow()
  })
})
