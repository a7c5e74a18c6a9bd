// An administrator disables accounts and lets people in again.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { session } from '../../../db/schema/organisation/auth.ts'
import { personnelActs } from '../../../db/schema/organisation/organisation.ts'
import { password, report } from '../house.ts'
import { fits } from '../http/fits.ts'
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

/** A post that needs two: yu proposes, shi approves. */
const giveByTwo = async (id: string, role: string, office = bureau) => {
  await give('yu', id, post(office, role, { from: '2026-03-06' }))
  const { items } = (await house.as('shi', '/api/personnel/proposals')).body
  const asked = items.find((one: { person: { id: string } }) => one.person.id === id)
  expect(
    (
      await house.as('shi', `/api/personnel/proposals/${asked.id}/approval`, {
        json: { reason: '同意' },
      })
    ).status,
  ).toBe(200)
}

describe('accounts', () => {
  test('disabled: sessions end, sign-in is refused, his tasks are listed for re-assignment', async () => {
    const id = await report(house)
    const { acts } = (await house.as('zhou', `/api/cases/${id}`)).body
    const taskId = acts.find((one: { taskId?: string }) => one.taskId)?.taskId
    const claimed = await house.as('zhou', `/api/cases/${id}/acts`, {
      json: { type: 'claim', data: {}, taskId },
    })
    expect(claimed.status).toBe(200)
    const { status, body } = await house.as('fang', `${base}/zhou/disabling`, {
      json: { reason: '停职' },
    })
    expect([
      status,
      body.active,
      body.tasks.map(({ caseId }: { caseId: string }) => caseId),
    ]).toEqual([200, false, [id]])
    expect(await house.db.select().from(session).where(eq(session.userId, 'zhou'))).toEqual([])
    expect((await house.as('zhou', '/api/inbox')).status).toBe(401)
    expect(
      (await house.send('/api/session', { json: { username: 'zhou', password } })).status,
    ).toBe(401)
    expect(
      (await house.as('fang', `${base}?standing=disabled`)).body.items.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual(['zhou'])
    expect(
      (await house.as('fang', `${base}/zhou/disabling`, { json: { reason: '停职' } })).body.code,
    ).toBe('not-possible-now')
    expect(
      words((await give('fang', 'zhou', post(bureau, 'reviewer', { from: '2026-03-06' }))).body),
    ).toContain('已停用')
    expect(
      (await house.as('fang', `${base}/zhou/enabling`, { json: { reason: '复职' } })).body.active,
    ).toBe(true)
    expect(
      (await house.send('/api/session', { json: { username: 'zhou', password } })).status,
    ).toBe(200)
    expect((await view('zhou')).history.map(({ act }) => act)).toEqual(['enabled', 'disabled'])
  })
  test('nobody disables himself, somebody with a post beyond his regions, or a higher administrator', async () => {
    const disable = (who: string, id: string) =>
      house.as(who, `${base}/${id}/disabling`, { json: { reason: '试', knowingly: true } })
    expect((await disable('fang', 'fang')).body.code).toBe('not-allowed')
    expect((await disable('fang', 'jiang')).body.code).toBe('not-found')
    await giveByTwo('gao', 'leader', '330881-bureau')
    expect(words((await disable('fang', 'gao')).body)).toContain('管理范围')
    expect((await disable('yu', 'gao')).status).toBe(200)
  })
  test('of two who end the two holders of a post at once, one is told that nobody would be left', async () => {
    await house.as('yu', `${base}/gao/enabling`, { json: { reason: '试' } })
    await giveByTwo('ji', 'leader')
    const both = await Promise.all([
      end('yu', 'ji', bureau, 'leader'),
      end('fang', 'gao', bureau, 'leader'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('whoever has an end already does not count as filling a post', async () => {
    await giveByTwo('ji', 'legal-reviewer')
    await giveByTwo('chen', 'legal-reviewer')
    expect((await end('yu', 'ji', bureau, 'legal-reviewer', { until: '2026-03-31' })).status).toBe(
      200,
    )
    const refused = await end('yu', 'chen', bureau, 'legal-reviewer')
    expect([refused.status, words(refused.body)]).toEqual([
      409,
      '此后无人在岗（已定离任日期的不计）：柯城区应急管理局 · 法制审核员',
    ])
  })
  test('the history is never rewritten', async () => {
    await expect(house.db.update(personnelActs).set({ reason: 'x' })).rejects.toThrow()
    await expect(house.db.delete(personnelActs)).rejects.toThrow()
  })
})

test('what is answered has the shape that the document promises', async () => {
  fits('GET /api/personnel/people', await house.as('yu', base))
  fits('GET /api/personnel/offices', await house.as('yu', '/api/personnel/offices'))
  for (const id of ['lin', 'wu', 'fang']) {
    fits('GET /api/personnel/people/{id}', await house.as('yu', `${base}/${id}`))
    fits('GET /api/personnel/people/{id}/loss', await house.as('yu', `${base}/${id}/loss`))
  }
  fits(
    'POST /api/personnel/people/{id}/disabling',
    await house.as('yu', `${base}/wu/disabling`, { json: { reason: '休假' } }),
  )
  fits(
    'POST /api/personnel/people/{id}/enabling',
    await house.as('yu', `${base}/wu/enabling`, { json: { reason: '返岗' } }),
  )
})
