// Who plays a recording of enforcement, and what becomes of one that nobody goes on with?
import { eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cases } from '../../../db/schema/cases/cases.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { uploads } from '../../../db/schema/cases/uploads.ts'
import { exportEvents } from '../../../db/schema/search/filters.ts'
import { later } from '../../../domain/time/instant.ts'
import { mp4 } from '../../support/people/films.ts'
import { openRecordingHouse, sha256 } from './recording-house.ts'

let at: Awaited<ReturnType<typeof openRecordingHouse>>
beforeAll(async () => {
  at = await openRecordingHouse()
})
afterAll(() => at.house.close())

describe('who sees it', () => {
  const film = mp4(9, 50_000)
  let id: string
  beforeAll(async () => {
    id = (await at.begin('lin', film)).body.id
    await at.send('lin', id, 0, film)
  })

  test('while it belongs to nothing only who has sent it', async () => {
    expect((await at.house.as('wu', `/api/uploads/${id}`)).status).toBe(404)
    expect((await at.send('wu', id, 0, film)).status).toBe(404)
    for (const who of ['wu', 'qi']) expect((await at.play(who, id)).status).toBe(404)
  })
  test('once it is attached colleagues and who supervises, never the enterprise or another county', async () => {
    await at.attach('lin', id)
    for (const who of ['lin', 'wu', 'chen', 'yu'])
      expect((await at.play(who, id)).status, who).toBe(200)
    for (const who of ['qi', 'jiang']) expect((await at.play(who, id)).status, who).toBe(404)
    const asked = async (who: string) =>
      (await at.house.as(who, `/api/cases/${at.caseId}/recordings`)).status
    expect(await Promise.all(['wu', 'yu', 'qi', 'jiang'].map(asked))).toEqual([200, 200, 403, 404])
    const seen = await at.house.as('qi', `/api/cases/${at.caseId}/timeline`)
    expect(JSON.stringify(seen.body)).not.toMatch(/attach-recording|执法记录仪|A-07/)
    expect(JSON.stringify((await at.house.as('qi', `/api/cases/${at.caseId}`)).body)).not.toContain(
      id,
    )
  })
  test('only who handles the case adds one', async () => {
    for (const who of ['jiang', 'qi', 'yu', 'gao'])
      expect([403, 404], who).toContain((await at.begin(who, film)).status)
    expect((await at.listed('yu')).may).toBe(false)
    expect((await at.listed('wu')).may).toBe(true)
  })
  test('piece by piece, with what a browser asks and may do with it', async () => {
    const tag = `"${sha256(film)}"`
    const part = await at.play('lin', id, { range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${film.length}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(100, 200))).toBe(true)
    const all = await at.play('lin', id, { range: 'bytes=0-' })
    expect([all.status, all.headers.get('content-length')]).toEqual([206, String(film.length)])
    expect((await at.play('lin', id, { range: 'bytes=100-1', 'if-range': tag })).status).toBe(416)
    const beyond = await at.play('lin', id, { range: `bytes=${film.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      416,
      `bytes */${film.length}`,
    ])
    expect((await at.play('lin', id, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(
      200,
    )
    expect((await at.play('lin', id, { 'if-none-match': tag })).status).toBe(304)
    expect(Object.fromEntries(all.headers)).toMatchObject({
      etag: tag,
      'accept-ranges': 'bytes',
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; media-src 'self'; sandbox",
      'cache-control': 'private, no-cache',
    })
    expect(all.headers.get('content-disposition')).toMatch(/^inline;/)
  })
  test('each who plays it or takes it along is on record, once an hour', async () => {
    for (const range of ['bytes=0-9', 'bytes=10-19']) await at.play('wu', id, { range })
    await at.house.send(`/api/files/${id}?download`, {
      headers: { cookie: await at.house.signIn('chen') },
    })
    const looks = await at.house.db.select().from(exportEvents)
    const ofThis = looks.filter(({ query }) => query.file === id && query.case === at.caseId)
    expect(ofThis.map(({ person, list, format }) => `${person} ${list} ${format}`).sort()).toEqual([
      'chen recording download',
      'chen recording play',
      'lin recording play',
      'wu recording play',
      'yu recording play',
    ])
  })
})

/** The next night comes, or as many of them as so many days have. */
const sleep = async (days: number) => {
  await at.house.clock.setNow(later(await at.house.clock.now(), days * 86_400_000))
  await at.house.deps.dailyRound()
}
const removals = async (id: string) =>
  (await at.house.db.select().from(exportEvents)).filter(
    ({ person, query }) => person === 'system' && query.file === id,
  )

test('what nobody goes on with, or attaches, is forgotten with its bytes in the next night', async () => {
  await at.house.deps.dailyRound()
  const [left, loose] = [mp4(2, 30_000), mp4(3, 40_000)]
  const before = at.stored()
  const begun = (await at.begin('lin', left)).body.id
  await at.send('lin', begun, 0, left.subarray(0, 20_000))
  const whole = (await at.begin('lin', loose)).body.id
  await at.send('lin', whole, 0, loose)
  expect(at.stored()).toBe(before + 2)
  expect((await at.listed()).unfinished).toMatchObject([{ id: begun, offset: 20_000 }])
  await at.house.db.update(uploads).set({ touchedAt: new Date(Date.now() - 8 * 86_400_000) })
  await sleep(6)
  expect((await at.house.as('lin', `/api/uploads/${whole}`)).status).toBe(200)
  const [short, ofThisWeek] = [mp4(1, 20_000), mp4(4, 45_000)]
  const waiting = (await at.begin('lin', short)).body.id
  await at.send('lin', waiting, 0, short.subarray(0, 10_000))
  const fresh = (await at.begin('lin', ofThisWeek)).body.id
  await at.send('lin', fresh, 0, ofThisWeek)
  await sleep(2)
  expect((await at.house.as('lin', `/api/uploads/${begun}`)).status).toBe(404)
  expect((await at.house.as('lin', `/api/uploads/${whole}`)).status).toBe(404)
  for (const id of [waiting, fresh])
    expect((await at.house.as('lin', `/api/uploads/${id}`)).status).toBe(200)
  expect(at.stored()).toBe(before + 2)
  const about = { person: 'system', list: 'recording', format: 'forgotten' }
  expect(await removals(begun)).toMatchObject([
    { ...about, query: { case: at.caseId, sentBy: 'lin', received: 20_000 } },
  ])
  expect(await removals(whole)).toMatchObject([
    { ...about, query: { case: at.caseId, sentBy: 'lin', sha256: sha256(loose) } },
  ])
  await sleep(8)
  expect((await at.house.as('lin', `/api/uploads/${fresh}`)).status).toBe(404)
  await at.house.as('lin', `/api/uploads/${waiting}`, { method: 'DELETE' })
  expect(at.stored()).toBe(before)
})

test('however many there are, they go in one night', async () => {
  const now = await at.house.clock.now()
  const said = { ...at.said, kind: 'video' as const, seconds: null }
  const many = Array.from({ length: 120 }, (_, nth) => ({
    id: `loose-${nth}`,
    sha256: nth.toString(16).padStart(64, '0'),
    name: '检查.mp4',
    type: 'video/mp4',
    size: 1,
    uploadedBy: 'lin',
    at: now,
    caseId: null,
    recording: said,
  }))
  await at.house.db.insert(files).values(many)
  await sleep(9)
  expect(await at.house.db.select().from(files).where(like(files.id, 'loose-%'))).toEqual([])
  expect(await removals('loose-119')).toHaveLength(1)
})

test('bytes under which another recording lies stay', async () => {
  const film = mp4(6, 70_000)
  const [mine, again] = [
    (await at.begin('lin', film)).body.id,
    (await at.begin('wu', film)).body.id,
  ]
  await at.send('lin', mine, 0, film)
  await at.send('wu', again, 0, film)
  await at.attach('lin', mine)
  await sleep(9)
  expect((await at.house.as('wu', `/api/uploads/${again}`)).status).toBe(404)
  expect((await at.play('lin', mine)).status).toBe(200)
})

test('ten years after the case was closed the bytes go, what is on record of them stays', async () => {
  const film = mp4(5, 60_000)
  const { id } = (await at.begin('lin', film)).body
  await at.send('lin', id, 0, film)
  await at.attach('lin', id)
  const close = (closedAt: string) =>
    at.house.db.update(cases).set({ status: 'closed', closedAt }).where(eq(cases.id, at.caseId))
  const now = await at.house.clock.now()
  const yearsAgo = (years: number) => `${Number(now.slice(0, 4)) - years}${now.slice(4)}`
  await close(yearsAgo(9))
  await sleep(1)
  expect((await at.play('wu', id)).status).toBe(200)
  await close(yearsAgo(11))
  const before = at.stored()
  const known = (await at.listed()).items.length
  await at.house.deps.dailyRound()
  expect((await at.play('wu', id)).status).toBe(200)
  await sleep(30)
  expect((await at.play('wu', id)).status).toBe(404)
  expect(at.stored()).toBe(before - known)
  expect((await at.listed()).items.at(-1)).toMatchObject({
    id,
    sha256: sha256(film),
    url: null,
    removedAt: expect.any(String),
  })
  await sleep(1)
  expect(await removals(id)).toMatchObject([
    { format: 'removed', query: { case: at.caseId, period: 'visits' } },
  ])
  expect((await at.house.as('lin', `/api/cases/${at.caseId}/timeline`)).body.chain.valid).toBe(true)
})
