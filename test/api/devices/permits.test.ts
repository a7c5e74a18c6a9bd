// Who takes a device out of service under which permit, and what is refused?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { DeviceView } from '../../../contract/devices/devices.ts'
import type { PermitList, PermitView } from '../../../contract/devices/permits.ts'
import type { AlarmList } from '../../../contract/duty/alarms.ts'
import { alarms, deviceCommands } from '../../../db/schema/devices/alarms.ts'
import { registryChanges } from '../../../db/schema/devices/duty.ts'
import { servicePermits } from '../../../db/schema/devices/permits.ts'
import { ago, farTank, stand, tank, wait } from '../duty/standing-alarms.ts'
import { fits } from '../http/fits.ts'
import { end, house, soon, take, usePermitHouse } from './permit-house.ts'

usePermitHouse()

const list = async (who = 'dan'): Promise<PermitList> => {
  const answer = await house.as(who, '/api/permits')
  fits('GET /api/permits', answer)
  return answer.body
}
const permit = async (id: string, who = 'dan'): Promise<PermitView | undefined> =>
  (await list(who)).items.find((one) => one.id === id)
const alarmsIn = async (box: string): Promise<AlarmList['items']> => {
  const answer = await house.as('dan', `/api/alarms?box=${box}`)
  fits('GET /api/alarms', answer)
  return answer.body.items
}
/** Whoever holds the line has done what was wished. */
const taken = () => house.db.update(deviceCommands).set({ state: 'done' })

describe('out of service', () => {
  test('counts at once: the alarm leaves the desk’s list, the list of permits and the device say who, until when, by which permit', async () => {
    const alarm = await stand(house)
    const answer = await take('dan')
    fits('POST /api/permits', answer)
    const { id } = answer.body
    expect((await alarmsIn('active')).map((one) => one.id)).not.toContain(alarm)
    expect(await alarmsIn('out')).toMatchObject([
      {
        id: alarm,
        outOfService: true,
        permit: { id, number: 'JX-2026-031', by: '单值班' },
        mayTakeOut: true,
      },
    ])
    expect(await permit(id)).toMatchObject({
      device: { id: tank, name: '甲醇储罐' },
      point: { key: 'LT-101', name: '液位' },
      work: { zh: '设备检维修' },
      requestedBy: '戚安全',
      by: '单值班',
      reason: '更换液位计',
      state: 'asked',
      hidden: 1,
      mayEnd: true,
      ended: null,
    })
    await taken()
    expect((await permit(id))?.state).toBe('in-force')
    const device = await house.as('dan', `/api/devices/${tank}`)
    fits('GET /api/devices/{id}', device)
    expect(device.body as DeviceView).toMatchObject({
      mayTakeOut: true,
      permits: [{ id, state: 'in-force' }],
    })
    const health = await house.as('dan', '/api/duty/feeds')
    fits('GET /api/duty/feeds', health)
    expect(health.body.outOfService).toBe(1)
    const back = await end('du', id)
    fits('POST /api/permits/{id}/end', back)
    expect((await alarmsIn('active')).map((one) => one.id)).toContain(alarm)
    expect(await permit(id)).toMatchObject({
      state: 'ended',
      hidden: 0,
      mayEnd: false,
      ended: { by: '杜值班', reason: '提前完工' },
    })
  })

  test('is no delay of the cases: what waits for its end is not late', async () => {
    const alarm = await stand(house)
    await wait(house, alarm, 90)
    const delay = async () => (await house.as('dan', '/api/duty/feeds')).body
    expect(await delay()).toMatchObject({ waiting: 1 })
    const { id } = (await take('dan')).body
    expect(await delay()).toMatchObject({ waiting: 0, workflowDelaySeconds: 0 })
    await end('dan', id)
    expect((await delay()).workflowDelaySeconds).toBeGreaterThan(80)
    await house.db
      .update(alarms)
      .set({ closedAt: ago(0), active: false })
      .where(eq(alarms.id, alarm))
  })

  test('leaves a request for whoever holds the line, good as long as the permit, and a record of who did what', async () => {
    const until = soon(5)
    const { id } = (await take('dan', { point: null, until })).body
    const [request] = await house.db
      .select()
      .from(deviceCommands)
      .where(eq(deviceCommands.key, `permit:${id}`))
    expect(request).toMatchObject({
      verb: 'take-out',
      feed: 'park',
      device: 'T1',
      by: 'dan',
      region: '330802',
      state: 'waiting',
      until,
    })
    await end('dan', id)
    const changes = (await house.db.select().from(registryChanges)).filter(({ rows }) =>
      rows.some(({ key }) => key === id),
    )
    expect(changes).toMatchObject([
      {
        byName: '单值班',
        words: '停用 甲醇储罐 作业票 JX-2026-031',
        reason: '更换液位计',
        rows: [{ what: 'permit', before: null }],
      },
      { byName: '单值班', words: '恢复使用 甲醇储罐 作业票 JX-2026-031', reason: '提前完工' },
    ])
    expect(
      (await house.as('hao', '/api/registry')).body.changes.map(
        ({ words }: { words: string }) => words,
      ),
    ).toContain(changes[0]?.words)
  })

  test('is one however often it is sent under its key, and another under another content is refused', async () => {
    const [key, until] = [randomUUID(), soon(3)]
    const [first, second] = [await take('dan', { until }, key), await take('dan', { until }, key)]
    expect([first.status, second.body]).toEqual([201, first.body])
    expect((await take('dan', { until, number: 'other' }, key)).body.code).toBe('key-reused')
    const ended = randomUUID()
    const { id } = first.body
    expect((await end('dan', id, { reason: '完工' }, ended)).status).toBe(200)
    expect((await end('dan', id, { reason: '完工' }, ended)).status).toBe(200)
    expect((await end('dan', id, { reason: '别的' }, ended)).body.code).toBe('key-reused')
    expect((await end('dan', id)).body.code).toBe('not-possible-now')
    expect(await house.db.$count(servicePermits, eq(servicePermits.id, id))).toBe(1)
  })

  test('is not taken out twice, neither whole nor in part', async () => {
    const { id } = (await take('dan')).body
    for (const point of [null, 'LT-101']) {
      const again = await take('du', { point })
      expect([again.status, again.body.code, again.body.reasons[0].zh]).toEqual([
        409,
        'not-possible-now',
        '该测点或设备已经停用，请先恢复再办',
      ])
    }
    await end('dan', id)
  })
})

describe('refused', () => {
  test.each([
    ['without a number', { number: ' ' }, 'number'],
    ['without an end', { until: undefined }, 'until'],
    ['for an unknown kind of work', { work: 'party' }, 'work'],
    ['without who asked for it', { requestedBy: '' }, 'requestedBy'],
    ['without a reason', { reason: '' }, 'reason'],
    ['until a moment that has passed', { until: ago(60) }, 'until'],
    [
      'for longer than the permit of the work is good',
      { work: 'hot-first', until: soon(9) },
      'until',
    ],
    ['for longer than thirty days', { until: soon(24 * 31) }, 'until'],
    ['for a point that the device has not', { point: 'nowhere' }, 'point'],
    ['for a device that is none', { device: 'T1' }, 'device'],
  ])('%s', async (_, more, field) => {
    const answer = await take('dan', more)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      422,
      expect.stringContaining('application/problem+json'),
    ])
    expect(JSON.stringify(answer.body)).toContain(field)
  })

  test('to other regions, enterprises, other posts and strangers; each sees what is his', async () => {
    const { id } = (await take('ji')).body
    expect((await take('jiang')).status).toBe(404)
    expect((await end('jiang', id)).status).toBe(404)
    for (const who of ['qi', 'lin', 'gao', 'hao']) {
      expect([who, (await take(who, { point: null })).status]).toEqual([who, 403])
      expect([who, (await end(who, id)).status]).toEqual([who, 403])
    }
    expect((await house.send('/api/permits')).status).toBe(401)
    expect(await permit(id, 'qi')).toMatchObject({ mayEnd: false, by: null })
    expect(await permit(id, 'dan')).toMatchObject({ by: '季督办' })
    expect(await permit(id, 'jiang')).toBeUndefined()
    const far = await take('du', { device: farTank, point: null })
    expect(far.status).toBe(201)
    expect([
      await permit(far.body.id, 'jiang'),
      await permit(far.body.id, 'dan'),
      await permit(far.body.id, 'qi'),
    ]).toMatchObject([{ mayEnd: false }, undefined as never, undefined as never])
    expect((await end('yu', far.body.id)).status).toBe(200)
    await end('ji', id)
  })
})
