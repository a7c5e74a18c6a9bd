// Are commands in quarantine seen and sent again, and who sees letters at all?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { keepCommand } from '../../../db/cases/commands.ts'
import { commands } from '../../../db/schema/cases/cases.ts'
import { quarantine } from '../../../db/schema/cases/quarantine.ts'
import { replays } from '../../../db/schema/cases/replays.ts'
import { alarmOutbox } from '../../../db/schema/devices/alarms.ts'
import { badFrames, faultCounts, unknownDevices } from '../../../db/schema/devices/devices.ts'
import { DomainError, toProblem } from '../../../domain/language/errors.ts'
import { ago, stand } from '../duty/standing-alarms.ts'
import { type House, report } from '../house.ts'
import { fits } from '../http/fits.ts'
import { frame, get, house, kept, replay, useLetterHouse } from './letter-house.ts'

useLetterHouse()

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
      id,
      caseId,
      actor: { kind: 'person', id: 'qi' },
      type: 'note',
      body: {},
      taskId: null,
      ifMatch: null,
      bodyHash: '',
      occurredAt: at,
      recordedAt: at,
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
      id: randomUUID(),
      kind: 'frame',
      subject: String(done),
      by: 'hao',
      byName: '郝检查',
      reason: '好',
      bodyHash: '',
      at: ago(1),
      state: 'done',
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
