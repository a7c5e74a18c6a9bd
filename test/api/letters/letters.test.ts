// Is everything that could not be used seen by who looks after the line and by nobody else, and is it tried again once, with a reason?
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepCommand } from '../../../db/cases/commands.ts'
import { commands } from '../../../db/schema/cases/cases.ts'
import { quarantine } from '../../../db/schema/cases/quarantine.ts'
import { replays } from '../../../db/schema/cases/replays.ts'
import { alarmOutbox } from '../../../db/schema/devices/alarms.ts'
import {
  badFrames,
  faultCounts,
  feeds,
  unknownDevices,
} from '../../../db/schema/devices/devices.ts'
import { DomainError, toProblem } from '../../../domain/language/errors.ts'
import { sampleWith } from '../../devices/hj212/samples.ts'
import { ago, settlePlant, stand } from '../duty/standing-alarms.ts'
import { type House, openHouse, report } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await settlePlant(house)
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330881-bureau' WHERE person = 'jiang'`,
  )
  await house.db
    .insert(feeds)
    .values({ id: 'stack', protocol: 'hj212', name: '污染源', region: '330802' })
})
afterAll(() => house.close())

const frame = async (more: Partial<typeof badFrames.$inferInsert> = {}): Promise<number> => {
  const row = {
    feed: 'stack',
    device: null,
    peer: '10.0.0.9',
    reason: 'sum',
    offset: 4,
    words: '校验错',
    at: ago(5),
    whole: true,
  }
  const [made] = await house.db
    .insert(badFrames)
    .values({ ...row, bytes: Buffer.from('##0101QN=2026;PW=123456;MN=X'), ...more })
    .returning({ seq: badFrames.seq })
  return made?.seq ?? 0
}
const get = (path: string, who = 'hao') => house.as(who, `/api/letters${path}`)
const replay = (path: string, more: { who?: string; key?: string; reason?: string } = {}) =>
  house.as(more.who ?? 'hao', `/api/letters${path}/replay`, {
    json: { reason: more.reason ?? '方言已更正' },
    headers: { 'idempotency-key': more.key ?? randomUUID() },
  })
const kept = () => house.db.select().from(replays)

describe('frames', () => {
  beforeEach(async () => void (await house.db.delete(badFrames)))

  test('newest first, page by page, by line, reason and day of the city', async () => {
    for (const seconds of [3, 2, 1]) await frame({ at: ago(seconds) })
    await frame({ feed: 'park', reason: 'defect' })
    await frame({ reason: 'old', at: '2026-03-01T16:30:00.000Z' })
    const first = await get('/frames?feed=stack&reason=sum&limit=2')
    fits('GET /api/letters/frames', first)
    const second = await get(`/frames?feed=stack&reason=sum&limit=2&cursor=${first.body.cursor}`)
    expect([
      first.body.total,
      first.body.items.length,
      second.body.items.length,
      second.body.cursor,
    ]).toEqual([3, 2, 1, null])
    const times = [...first.body.items, ...second.body.items].map(({ at }) => at)
    expect(times).toEqual(times.toSorted().reverse())
    expect((await get('/frames?day=2026-03-02')).body.items).toMatchObject([{ reason: 'old' }])
    expect((await get('/frames?day=2026-03-01')).body.items).toEqual([])
    expect((await get('/frames?day=yesterday')).status).toBe(422)
    expect((await get('/frames?cursor=nonsense')).body.code).toBe('invalid-input')
  })

  test('one: its bytes without a password, at which byte it is wrong, and what it says', async () => {
    const seq = await frame()
    const one = await get(`/frames/${seq}`)
    fits('GET /api/letters/frames/{id}', one)
    expect(Buffer.from(one.body.hex, 'hex').toString()).toBe('##0101QN=2026;PW=******;MN=X')
    expect(one.body).toMatchObject({ protocol: 'hj212', obstacle: null, replays: [] })
    expect(one.body.pieces[0].fault.at).toBeGreaterThan(0)
    const { bytes } = sampleWith('CN=2011')
    const good = await get(`/frames/${await frame({ bytes })}`)
    expect(good.body.pieces[0]).toMatchObject({ from: 0, to: bytes.length - 1, fault: null })
    expect(good.body.pieces[0].lines.length).toBeGreaterThan(5)
    expect((await get(`/frames/${await frame({ feed: 'park' })}`)).body.pieces).toBeNull()
    expect((await get('/frames/999999')).status).toBe(404)
  })

  test('a replay is a request with a reason, once under its key and once at a time', async () => {
    const seq = await frame()
    expect((await replay(`/frames/${seq}`, { reason: '  ' })).status).toBe(422)
    const done = await replay(`/frames/${seq}`, { key: 'once' })
    fits('POST /api/letters/frames/{id}/replay', done)
    expect(done.status).toBe(202)
    expect((await replay(`/frames/${seq}`, { key: 'once' })).body).toEqual(done.body)
    expect((await replay(`/frames/${seq}`, { key: 'once', reason: '另一理由' })).body.code).toBe(
      'key-reused',
    )
    expect((await kept()).filter(({ subject }) => subject === String(seq))).toMatchObject([
      {
        kind: 'frame',
        feed: 'stack',
        region: '330802',
        by: 'hao',
        byName: '郝检查',
        reason: '方言已更正',
        state: 'waiting',
      },
    ])
    const again = await replay(`/frames/${seq}`)
    expect([again.status, again.body.code, again.body.reasons[0].en]).toEqual([
      409,
      'not-possible-now',
      'It is being replayed',
    ])
    await house.db
      .update(replays)
      .set({ state: 'failed', words: { zh: '校验错', en: 'sum' } })
      .where(eq(replays.subject, String(seq)))
    expect((await get(`/frames/${seq}`)).body.replays).toMatchObject([
      { state: 'failed', words: { zh: '校验错' } },
    ])
    expect((await replay(`/frames/${seq}`)).status).toBe(202)
  })

  test.each([
    ['too long to replay', { whole: false }],
    ['could not be trusted', { reason: 'replay' }],
  ])('not one that is %s', async (words, more) => {
    const answer = await replay(`/frames/${await frame(more)}`)
    expect([answer.status, answer.body.reasons[0].en]).toEqual([
      409,
      expect.stringContaining(words),
    ])
  })
})

test('counts, also of what was not kept', async () => {
  const row = { feed: 'stack', device: 'A', reason: 'sum', day: '2026-03-02', count: 70 }
  await house.db
    .insert(faultCounts)
    .values([
      row,
      { ...row, day: '2026-03-01' },
      { ...row, reason: 'crc' },
      { ...row, feed: 'river' },
    ])
  const first = await get('/counts?reason=sum&feed=stack&limit=1')
  fits('GET /api/letters/counts', first)
  expect(first.body).toMatchObject({ total: 2, items: [{ day: '2026-03-02', count: 70 }] })
  expect(
    (await get(`/counts?reason=sum&feed=stack&limit=1&cursor=${first.body.cursor}`)).body.items,
  ).toMatchObject([{ day: '2026-03-01' }])
  expect((await get('/counts?day=2026-03-02&device=A')).body.total).toBe(3)
})

type Observe = House['deps']['cases']['observe']

describe('commands in quarantine', () => {
  const defect = { ok: false as const, problem: toProblem(new DomainError('internal')) }
  /** As a defect would have left it. */
  const putAside = async (more: Partial<typeof quarantine.$inferInsert> = {}) => {
    const caseId = more.caseId ?? (await report(house))
    const id = more.id ?? randomUUID()
    const at = await house.clock.now()
    await keepCommand(house.db, {
      ...{
        id,
        caseId,
        actor: { kind: 'person', id: 'qi' },
        type: 'note',
        body: {},
        taskId: null,
        ifMatch: null,
      },
      ...{ bodyHash: '', occurredAt: at, recordedAt: at },
    })
    await house.db.update(commands).set({ answer: defect }).where(eq(commands.id, id))
    await house.db.insert(quarantine).values({ id, caseId, error: 'TypeError: a defect', ...more })
    return { id, caseId }
  }
  const replayWith = async (observe: Observe, id: string) => {
    const usual = house.deps.cases.observe
    house.deps.cases.observe = observe
    return replay(`/commands/${id}`).finally(() =>
      Object.assign(house.deps.cases, { observe: usual }),
    )
  }
  const standing = async (id: string) =>
    (await get('/commands')).body.items.find((one: { id: string }) => one.id === id)

  test('is handed to its case again, and decided: solved', async () => {
    const { id } = await putAside()
    fits('GET /api/letters/commands', await get('/commands'))
    expect(await standing(id)).toMatchObject({
      standing: 'waiting',
      type: 'note',
      error: 'TypeError: a defect',
      replays: [],
    })
    const done = await replay(`/commands/${id}`)
    fits('POST /api/letters/commands/{id}/replay', done)
    expect(done.status).toBe(202)
    expect(await standing(id)).toMatchObject({
      standing: 'solved',
      replays: [{ by: '郝检查', reason: '方言已更正' }],
    })
    const [command] = await house.db.select().from(commands).where(eq(commands.id, id))
    expect(command?.answer).not.toEqual(defect)
    expect((await replay(`/commands/${id}`)).status).toBe(409)
  })

  test('the defect is still there: failed again, and it may be tried once more', async () => {
    const { id } = await putAside()
    const failing: Observe = async ({ caseId }) => {
      await house.db.update(commands).set({ answer: defect }).where(eq(commands.id, id))
      await house.db
        .update(quarantine)
        .set({ solvedAt: null, error: 'once more' })
        .where(eq(quarantine.caseId, caseId))
    }
    expect((await replayWith(failing, id)).status).toBe(202)
    expect(await standing(id)).toMatchObject({
      standing: 'waiting',
      error: 'once more',
      replays: [{}],
    })
    expect((await replay(`/commands/${id}`)).status).toBe(202)
    expect(await standing(id)).toMatchObject({ standing: 'solved', replays: [{}, {}] })
  })

  test('Temporal is away: 503, and it waits as before', async () => {
    const { id } = await putAside()
    const answer = await replayWith(() => Promise.reject(new DomainError('unavailable')), id)
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable'])
    expect((await standing(id)).standing).toBe('waiting')
  })

  test('a decision that stands is not asked again', async () => {
    const { id } = await putAside()
    const decided = { ok: true as const, revision: 1, material: 1 }
    await house.db.update(commands).set({ answer: decided }).where(eq(commands.id, id))
    expect((await replay(`/commands/${id}`)).status).toBe(202)
    expect((await house.db.select().from(commands).where(eq(commands.id, id)))[0]?.answer).toEqual(
      decided,
    )
  })

  test('a clock at fault: its case looks again', async () => {
    const caseId = await report(house)
    await house.db
      .insert(quarantine)
      .values({ id: caseId, caseId, error: 'the chart does not come to rest' })
    expect(await standing(caseId)).toMatchObject({ standing: 'waiting', type: null })
    expect((await replay(`/commands/${caseId}`)).status).toBe(202)
    expect(await standing(caseId)).toMatchObject({ standing: 'solved' })
  })

  test('a case that never began must be handed in anew; only who looks after more than a county sees it', async () => {
    const { id } = await putAside({ caseId: 'nowhere' })
    const answer = await replay(`/commands/${id}`)
    expect([answer.status, answer.body.reasons[0].en]).toEqual([
      409,
      'Its case never began: it must be handed in anew',
    ])
    expect((await get('/commands', 'jiang')).body.items).toEqual([])
  })
})

test('what an alarm could not tell its case: seen with its error, and tried at once by who delivers', async () => {
  const alarm = await stand(house)
  const row = {
    alarm,
    seq: 1,
    kind: 'raised',
    level: 2 as const,
    data: {},
    createdAt: ago(90),
    notBefore: ago(-600),
  }
  const [fine, broken] = await house.db
    .insert(alarmOutbox)
    .values([row, { ...row, kind: 'rtn', attempts: 3, error: 'error: value too long' }])
    .returning({ id: alarmOutbox.id })
  const page = await get('/outbox')
  fits('GET /api/letters/outbox', page)
  expect(page.body.items).toMatchObject([
    { id: broken?.id, kind: 'rtn', attempts: 3, error: 'error: value too long' },
  ])
  const done = await replay(`/outbox/${broken?.id}`)
  fits('POST /api/letters/outbox/{id}/replay', done)
  expect((await kept()).find(({ id }) => id === done.body.id)).toMatchObject({
    kind: 'outbox',
    feed: null,
    state: 'waiting',
  })
  expect((await replay(`/outbox/${broken?.id}`)).status).toBe(409)
  expect((await replay(`/outbox/${fine?.id}`)).status).toBe(404)
})

describe('who sees it', () => {
  test('administrators, each of his own regions', async () => {
    const seq = await frame({ feed: 'stack' })
    const paths = ['', '/frames', `/frames/${seq}`, '/counts', '/commands', '/outbox']
    for (const who of ['dan', 'lin', 'qi'])
      for (const path of paths) expect((await get(path, who)).status, `${who} ${path}`).toBe(403)
    expect((await replay(`/frames/${seq}`, { who: 'lin' })).status).toBe(403)
    expect((await get(`/frames/${seq}`, 'jiang')).status).toBe(404)
    expect((await replay(`/frames/${seq}`, { who: 'jiang' })).status).toBe(404)
    expect((await get('/frames', 'jiang')).body.total).toBe(0)
    expect((await get('/outbox', 'jiang')).body.total).toBe(0)
    expect((await get('/counts', 'jiang')).body.items).toMatchObject([{ feed: 'river' }])
  })

  test('how many wait, and what may be chosen among', async () => {
    await house.db.delete(badFrames)
    const [waiting, done] = [await frame(), await frame()]
    await house.db.insert(replays).values({
      ...{
        id: randomUUID(),
        kind: 'frame',
        subject: String(done),
        by: 'hao',
        byName: '郝检查',
        reason: '好',
        bodyHash: '',
      },
      ...{ at: ago(1), state: 'done' },
    })
    await house.db.insert(unknownDevices).values({
      feed: 'stack',
      device: 'B',
      day: '2026-03-02',
      peer: '10.0.0.9',
      firstAt: ago(60),
      lastAt: ago(5),
      count: 7,
    })
    const { body } = await get('')
    fits('GET /api/letters', { status: 200, body })
    expect(body.counts).toMatchObject({ frame: 1, outbox: 1, unknown: 1 })
    expect([body.feeds.map(({ id }: { id: string }) => id), body.reasons]).toEqual([
      ['park', 'river', 'stack'],
      ['crc', 'sum'],
    ])
    expect(
      (await get('/frames')).body.items.map(
        ({ seq, replayed }: { seq: number; replayed: string }) => [seq, replayed],
      ),
    ).toEqual([
      [done, 'done'],
      [waiting, null],
    ])
  })
})
