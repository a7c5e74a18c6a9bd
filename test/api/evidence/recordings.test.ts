// Does a recording of enforcement arrive whole and once, and what is refused?
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { uploads } from '../../../db/schema/cases/uploads.ts'
import { digestHeader } from '../../../domain/evidence/recording-pieces.ts'
import { mov, mp4, wav } from '../../support/people/films.ts'
import { whileHeld } from '../http/while-held.ts'
import { mostOfHouse, openRecordingHouse, sha256 } from './recording-house.ts'

let at: Awaited<ReturnType<typeof openRecordingHouse>>
beforeAll(async () => {
  at = await openRecordingHouse()
})
afterAll(() => at.house.close())
beforeEach(async () => {
  at.disk.room = 100 * 1024 ** 3
  await at.house.db.delete(uploads)
})

describe('a recording in pieces', () => {
  const film = mp4(600, 2_000_000)
  const third = 700_000

  test('comes whole, is kept under its hash, attached by an act, listed and played', async () => {
    const { id } = (await at.begin('lin', film)).body
    for (let from = 0; from < film.length; from += third) {
      const answer = await at.send('lin', id, from, film.subarray(from, from + third))
      expect([answer.status, answer.body.offset]).toEqual([
        200,
        Math.min(film.length, from + third),
      ])
    }
    const [file] = await at.house.db.select().from(files).where(eq(files.id, id))
    expect(file).toMatchObject({
      sha256: sha256(film),
      size: film.length,
      type: 'video/mp4',
      uploadedBy: 'lin',
      recording: { ...at.said, seconds: 600 },
    })
    expect(readdirSync(join(at.house.filesDir, 'pieces'))).toEqual([])
    expect((await at.listed()).items).toEqual([])
    const act = await at.attach('lin', id, { about: 1 }, 'attach-once')
    expect(act.status).toBe(200)
    const again = await at.attach('lin', id, { about: 1 }, 'attach-once')
    expect(again.body.revision).toBe(act.body.revision)
    expect((await at.listed()).items).toEqual([
      {
        id,
        name: '现场检查.mp4',
        kind: 'video',
        device: '执法记录仪 A-07',
        from: at.said.from,
        to: at.said.to,
        type: 'video/mp4',
        size: film.length,
        sha256: sha256(film),
        url: `/api/files/${id}`,
        seconds: 600,
        seq: 2,
        about: 1,
        by: '林检查',
        at: expect.any(String),
        removedAt: null,
      },
    ])
    const story = (await at.house.as('lin', `/api/cases/${at.caseId}/timeline`)).body
    const fact = story.items.find(({ type }: { type: string }) => type === 'attach-recording')
    expect(fact.who.zh).toContain('林检查')
    const files0 = fact.fields.find(({ name }: { name: string }) => name === 'recording').files
    expect(files0).toMatchObject([{ id, sha256: sha256(film) }])
    expect(story.chain).toMatchObject({ valid: true })
    const whole = await at.play('lin', id)
    expect(Buffer.from(await whole.arrayBuffer()).equals(film)).toBe(true)
  })

  test('as an iPhone films it: kept as what it is, with its length, whatever letters its name has', async () => {
    const clip = mov(754, 1_300_000)
    const { id } = (await at.begin('lin', clip, { name: 'IMG_0417.MOV' })).body
    const answer = await at.send('lin', id, 0, clip)
    expect([answer.status, answer.body.file?.type]).toEqual([200, 'video/quicktime'])
    const [file] = await at.house.db.select().from(files).where(eq(files.id, id))
    expect(file).toMatchObject({ type: 'video/quicktime', recording: { seconds: 754 } })
    expect((await at.attach('lin', id)).status).toBe(200)
    const played = await at.play('lin', id, { range: 'bytes=4-11' })
    expect([played.status, await played.text()]).toEqual([206, 'ftypqt  '])
    expect(played.headers.get('content-type')).toBe('video/quicktime')
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const forged = (await at.begin('lin', page, { name: '页面.mov' })).body.id
    expect((await at.send('lin', forged, 0, page)).body.code).toBe('file-type-refused')
  })

  test('cut at 99 % and the server killed: goes on from the last whole piece, at another server', async () => {
    const other = mp4(60, 1_400_000)
    const last = other.length - 14_000
    const { id } = (await at.begin('lin', other, { key: 'cut' })).body
    await at.send('lin', id, 0, other.subarray(0, third))
    await at.send('lin', id, third, other.subarray(third, last))
    expect((await at.dieAfter('lin', id, last, other.subarray(last, last + 9_000))).status).toBe(
      422,
    )
    expect((await at.begin('lin', other, { key: 'cut' })).body).toMatchObject({ id, offset: last })
    const headers = { cookie: await at.house.signIn('lin'), 'upload-offset': String(last) }
    const done = await createApp(at.house.deps).request(`/api/uploads/${id}`, {
      method: 'PATCH',
      body: other.subarray(last) as never,
      headers,
    })
    expect([done.status, (await done.json()).file.sha256]).toEqual([200, sha256(other)])
    expect((await at.begin('lin', other, { key: 'cut' })).body.file.id).toBe(id)
  })

  test('the same piece twice is one, also at once from two tabs', async () => {
    const { id } = (await at.begin('lin', film, { key: 'twice' })).body
    const first = film.subarray(0, third)
    const both = await Promise.all([at.send('lin', id, 0, first), at.send('lin', id, 0, first)])
    expect(both.map(({ status, body }) => [status, body.offset])).toEqual([
      [200, third],
      [200, third],
    ])
    expect((await at.send('lin', id, 0, first)).body.offset).toBe(third)
    const forged = Buffer.from(first)
    forged[5_000] = 1 + (forged[5_000] ?? 0)
    expect((await at.send('lin', id, 0, forged)).body.code).toBe('hash-differs')
    const gap = await at.send('lin', id, third + 10, film.subarray(third + 10))
    expect([gap.status, gap.body.code, gap.body.details]).toEqual([
      409,
      'upload-offset',
      { offset: third },
    ])
    const rest = film.subarray(third)
    const ends = await Promise.all([
      at.send('lin', id, third, rest),
      at.send('lin', id, third, rest),
    ])
    expect(ends.map(({ body }) => body.file?.sha256)).toEqual([sha256(film), sha256(film)])
  })

  test('twenty who send to one recording keep nobody from anything else', async () => {
    const { id } = (await at.begin('lin', film, { key: 'crowd' })).body
    await at.house.signIn('gao')
    const first = film.subarray(0, third)
    const answers = await whileHeld(
      at.house,
      'SELECT FROM uploads WHERE id = $1 FOR UPDATE',
      [id],
      () => Array.from({ length: 20 }, () => at.send('lin', id, 0, first)),
      () => at.house.as('gao', '/api/me'),
    )
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200])
  })

  test('a piece that is not what its hash says does not count', async () => {
    const { id } = (await at.begin('lin', film)).body
    const answer = await at.send(
      'lin',
      id,
      0,
      film.subarray(0, third),
      digestHeader('0'.repeat(64)),
    )
    expect([answer.status, answer.body.code]).toEqual([422, 'hash-differs'])
    expect((await at.send('lin', id, 0, film.subarray(0, third), 'md5=:x:')).body.code).toBe(
      'invalid-input',
    )
    expect((await at.house.as('lin', `/api/uploads/${id}`)).body.offset).toBe(0)
    expect((await at.send('lin', id, 0, Buffer.concat([film, film]))).body.code).toBe(
      'invalid-input',
    )
  })

  test('a whole that is not what was said beforehand leaves nothing behind', async () => {
    const before = at.stored()
    const { id } = (await at.begin('lin', film, { sha256: '1'.repeat(64) })).body
    expect((await at.send('lin', id, 0, film)).body.code).toBe('hash-differs')
    expect((await at.house.as('lin', `/api/uploads/${id}`)).status).toBe(404)
    expect(at.stored()).toBe(before)
  })
})

describe('what is not taken', () => {
  const film = mp4(1, 10_000)
  test.each([
    ['too large', { size: mostOfHouse + 1 }, 413, 'file-too-large'],
    ['by the name a page', { name: '现场.html' }, 415, 'file-type-refused'],
    ['a picture', { name: '现场.png' }, 415, 'file-type-refused'],
    ['a film said to be a sound', { said: { kind: 'audio' } }, 415, 'file-type-refused'],
    ['no device', { said: { device: ' ' } }, 422, 'invalid-input'],
    ['ends before it begins', { said: { to: '2026-03-01T00:00:00.000Z' } }, 422, 'invalid-input'],
    ['of a case that is not there', { said: { caseId: 'nowhere' } }, 404, 'not-found'],
  ])('%s', async (_, about, status, code) => {
    const answer = await at.begin('lin', film, about)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await at.house.db.select().from(uploads)).toEqual([])
  })
  test('a page that calls itself a film, from its first piece on or at the end', async () => {
    const before = at.stored()
    const page = Buffer.from(`<!doctype html><script>alert(1)</script>${' '.repeat(1_200_000)}`)
    for (const bytes of [page, page.subarray(0, 5_000)]) {
      const { id } = (await at.begin('lin', bytes)).body
      const answer = await at.send('lin', id, 0, bytes)
      expect([answer.status, answer.body.code]).toEqual([415, 'file-type-refused'])
      expect((await at.house.as('lin', `/api/uploads/${id}`)).status).toBe(404)
    }
    expect(at.stored()).toBe(before)
  })
  test('without room it is said before the first byte', async () => {
    at.disk.room = 1024 ** 3
    const answer = await at.begin('lin', film)
    expect([answer.status, answer.body.code]).toEqual([507, 'no-space'])
  })
  test('more than six that nobody finishes', async () => {
    for (let nth = 0; nth < 6; nth += 1) await at.begin('wu', film, { key: `many-${nth}` })
    expect((await at.begin('wu', film, { key: 'one-more' })).body.code).toBe('upload-quota')
    expect((await at.begin('wu', film, { key: 'many-3' })).status).toBe(201)
  })
  test('a recording as the photo of a form, and a photo as a recording', async () => {
    const { id } = (await at.begin('lin', wav(1), { name: '询问.wav', said: { kind: 'audio' } }))
      .body
    const whole = await at.send('lin', id, 0, wav(1))
    expect(whole.body.file.type).toBe('audio/wav')
    const mine = await at.house.as('qi', '/api/cases/hazard-rectification', {
      json: {
        data: {
          title: '危化品仓库防爆灯损坏',
          site: '2号仓库',
          category: 'hazchem',
          description: '仓库内防爆灯外壳破裂',
          photos: [id],
        },
      },
    })
    expect(mine.body.code).toBe('invalid-input')
    expect((await at.attach('wu', id)).body.code).toBe('invalid-input')
    expect((await at.attach('lin', '00000000-0000-4000-8000-000000000000')).body.code).toBe(
      'invalid-input',
    )
    expect((await at.attach('lin', id, { about: 99 })).body.code).toBe('invalid-input')
    expect((await at.attach('lin', id, { device: '另一台' })).status).toBe(200)
    expect((await at.listed()).items.at(-1)).toMatchObject({
      device: '执法记录仪 A-07',
      seconds: 1,
    })
  })
})
