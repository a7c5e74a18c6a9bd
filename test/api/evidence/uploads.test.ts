// Does a file arrive whole and once, however often the network fails and the server dies on the way?
import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { uploads } from '../../../db/schema/cases/uploads.ts'
import { png } from '../../support/browser/pictures.ts'
import { pdf } from '../../support/people/hostile.ts'
import { type House, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.deps.settings.clamavAddress = undefined
  await house.db.delete(uploads)
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const stored = () =>
  readdirSync(house.filesDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length
const rows = async () => (await house.db.select().from(files)).length

type About = {
  name?: string
  key?: string
  size?: number
  sha256?: string | undefined
  taken?: unknown
}
const begin = (who: string, bytes: Uint8Array, { key, ...more }: About = {}) =>
  house.as(who, '/api/uploads', {
    json: { name: '平面图.png', size: bytes.length, sha256: sha256(bytes), ...more },
    headers: key ? { 'idempotency-key': key } : {},
  })
const sendChunk = (who: string, id: string, offset: number, bytes: Uint8Array) =>
  house.as(who, `/api/uploads/${id}`, {
    method: 'PATCH',
    body: bytes as never,
    headers: { 'upload-offset': String(offset) },
  })

/** Sends some bytes and dies; through an API process of its own. */
const dieAfter = async (who: string, id: string, offset: number, bytes: Uint8Array) => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => controller.error(new Error('gone')),
  })
  const headers = { cookie: await house.signIn(who), 'upload-offset': String(offset) }
  const init: RequestInit & { duplex: 'half' } = { method: 'PATCH', body, headers, duplex: 'half' }
  await createApp(house.deps).request(`/api/uploads/${id}`, init)
}

describe('a file in pieces', () => {
  const bytes = png(300, 200)

  test('is put together, checked, hashed, and kept under the id of its upload', async () => {
    const begun = await begin('qi', bytes)
    expect([begun.status, begun.body, begun.headers.get('location')]).toEqual([
      201,
      { id: begun.body.id, name: '平面图.png', size: bytes.length, offset: 0, file: null },
      `/api/uploads/${begun.body.id}`,
    ])
    const { id } = begun.body
    const first = await sendChunk('qi', id, 0, bytes.subarray(0, 70_000))
    expect([first.status, first.body.offset, first.headers.get('upload-offset')]).toEqual([
      200,
      70_000,
      '70000',
    ])
    const last = await sendChunk('qi', id, 70_000, bytes.subarray(70_000))
    expect(last.body.file).toMatchObject({
      id,
      type: 'image/png',
      size: bytes.length,
      sha256: sha256(bytes),
    })
    const answer = await house.send(`/api/files/${id}`, {
      headers: { cookie: await house.signIn('qi') },
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await house.db.select().from(uploads)).toEqual([])
    expect(readdirSync(join(house.filesDir, 'pieces'))).toEqual([])
  })

  test('cut off in the middle of a piece goes on from the last byte that came, at another server', async () => {
    const { id } = (await begin('qi', bytes, { key: 'cut' })).body
    await dieAfter('qi', id, 0, bytes.subarray(0, 50_000))
    const again = (await begin('qi', bytes, { key: 'cut' })).body
    expect(again).toMatchObject({ id, offset: 50_000, file: null })
    await dieAfter('qi', id, 50_000, bytes.subarray(50_000, 60_000))
    expect((await house.as('qi', `/api/uploads/${id}`)).body.offset).toBe(60_000)
    expect((await sendChunk('qi', id, 60_000, bytes.subarray(60_000))).body.file.sha256).toBe(
      sha256(bytes),
    )
  })

  test('whose last answer was lost is found again, and is one file', async () => {
    const before = await rows()
    const { id } = (await begin('qi', bytes, { key: 'lost' })).body
    await sendChunk('qi', id, 0, bytes)
    const again = await Promise.all([
      sendChunk('qi', id, 0, bytes),
      house.as('qi', `/api/uploads/${id}`),
      begin('qi', bytes, { key: 'lost' }),
    ])
    expect(again.map(({ status, body }) => [status, body.file?.id])).toEqual([
      [200, id],
      [200, id],
      [201, id],
    ])
    expect(await rows()).toBe(before + 1)
  })

  test('whose server dies before the file is kept is finished by the next request', async () => {
    const { id } = (await begin('qi', bytes, { key: 'dead' })).body
    house.deps.settings.clamavAddress = join(house.filesDir, 'no-scanner')
    const failed = await sendChunk('qi', id, 0, bytes)
    expect([failed.status, failed.body.code, failed.body.reasons[0].en]).toEqual([
      503,
      'unavailable',
      'The virus scanner does not answer, try again',
    ])
    house.deps.settings.clamavAddress = undefined
    const done = await sendChunk('qi', id, bytes.length, new Uint8Array())
    expect(done.body.file.sha256).toBe(sha256(bytes))
  })

  test('sent by two at once is one file without a mixed byte', async () => {
    const { id } = (await begin('qi', bytes)).body
    const both = await Promise.all([sendChunk('qi', id, 0, bytes), sendChunk('qi', id, 0, bytes)])
    for (const { status, body } of both)
      expect([200, 409]).toContain(status === 409 && body.code !== 'upload-offset' ? 0 : status)
    expect((await house.as('qi', `/api/uploads/${id}`)).body.file.sha256).toBe(sha256(bytes))
  })

  test('goes on only from where it stands, and holds no more than was said', async () => {
    const { id } = (await begin('qi', bytes)).body
    const wrong = await sendChunk('qi', id, 10, bytes.subarray(10, 20))
    expect([wrong.status, wrong.body.code, wrong.body.details]).toEqual([
      409,
      'upload-offset',
      { offset: 0 },
    ])
    expect(
      (await house.as('qi', `/api/uploads/${id}`, { method: 'PATCH', body: 'x' })).body.code,
    ).toBe('upload-offset')
    const more = await sendChunk('qi', id, 0, Buffer.concat([bytes, Buffer.alloc(500)]))
    expect([more.status, more.body.code]).toEqual([422, 'invalid-input'])
  })

  test('keeps the time and place of a photograph, and refuses nonsense about them', async () => {
    const taken = {
      at: '2026-03-02T01:02:03.000Z',
      source: 'device',
      lat: 28.95,
      lon: 118.87,
      accuracy: 10,
    }
    const { id } = (await begin('qi', bytes, { taken })).body
    expect((await sendChunk('qi', id, 0, bytes)).body.file.taken).toEqual(taken)
    expect((await begin('qi', bytes, { taken: { lat: 95, lon: 0, accuracy: 1 } })).status).toBe(422)
  })
})

describe('what is refused leaves nothing behind', () => {
  const script = pdf('<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>')

  test('a document with a script, a program under another name, other bytes than were announced', async () => {
    const before = [stored(), await rows()]
    const send = async (name: string, bytes: Uint8Array, hash = sha256(bytes)) => {
      const { id } = (await begin('qi', bytes, { name, sha256: hash })).body
      const { status, body } = await sendChunk('qi', id, 0, bytes)
      expect((await house.as('qi', `/api/uploads/${id}`)).status).toBe(404)
      return [status, body.code]
    }
    expect(await send('方案.pdf', script)).toEqual([422, 'file-unsafe'])
    expect(await send('方案.pdf', Buffer.from(`MZ${'\0'.repeat(300)}`))).toEqual([
      415,
      'file-type-refused',
    ])
    expect(await send('a.png', png(2, 2), sha256(script))).toEqual([422, 'hash-differs'])
    expect([stored(), await rows()]).toEqual(before)
  })

  test('two hundred megabytes, or a kind that is never taken, before a byte of it is sent', async () => {
    const large = await begin('qi', png(1, 1), { size: 200 * 1024 * 1024 })
    expect([large.status, large.body.code, large.body.reasons[0].zh]).toEqual([
      413,
      'file-too-large',
      '单个文件不超过 50 MB',
    ])
    for (const name of ['a.exe', 'a.svg', 'a.html', 'a.zip', 'none'])
      expect((await begin('qi', png(1, 1), { name })).body.code).toBe('file-type-refused')
    // Read as photoexe.jpg: what an eye cannot check is refused before its kind is looked at.
    expect((await begin('qi', png(1, 1), { name: 'photo\u202Egpj.exe' })).body.code).toBe(
      'invalid-input',
    )
    for (const size of [0, -1, 1.5])
      expect((await begin('qi', png(1, 1), { size })).body.code).toBe('invalid-input')
  })

  test('a script sent in one piece, by people and by strangers alike', async () => {
    const before = [stored(), await rows()]
    const body = new FormData()
    body.set('file', new File([script as never], '方案.pdf'))
    expect((await house.as('qi', '/api/files', { method: 'POST', body })).body.code).toBe(
      'file-unsafe',
    )
    expect([stored(), await rows()]).toEqual(before)
  })

  test('an upload whose pieces are lost begins anew', async () => {
    const bytes = png(40, 40)
    const { id } = (await begin('qi', bytes, { key: 'anew' })).body
    await sendChunk('qi', id, 0, bytes.subarray(0, 3_000))
    rmSync(join(house.filesDir, 'pieces', id))
    expect((await sendChunk('qi', id, 3_000, bytes.subarray(3_000))).body.code).toBe('hash-differs')
    expect((await begin('qi', bytes, { key: 'anew' })).body).toMatchObject({ id, offset: 0 })
    expect((await sendChunk('qi', id, 0, bytes)).body.file.sha256).toBe(sha256(bytes))
  })

  test('one key is not for another file', async () => {
    await begin('qi', png(3, 3), { key: 'mine' })
    expect((await begin('qi', png(9, 9), { key: 'mine' })).body.code).toBe('key-reused')
    const bytes = png(40, 40)
    const { id } = (await begin('qi', bytes, { key: 'yours' })).body
    const others = [{ name: '立面图.png' }, { sha256: 'a'.repeat(64) }]
    const refused = async () => {
      for (const other of others)
        expect([other, (await begin('qi', bytes, { key: 'yours', ...other })).body.code]).toEqual([
          other,
          'key-reused',
        ])
      expect((await begin('qi', bytes, { key: 'yours' })).body.id).toBe(id)
    }
    await refused()
    await sendChunk('qi', id, 0, bytes)
    await refused()
    expect((await house.as('qi', `/api/uploads/${id}`)).body.file.name).toBe('平面图.png')
  })

  test('one given up, and those that nobody has gone on with for a week', async () => {
    const bytes = png(40, 40)
    const [input, old] = [(await begin('qi', bytes)).body.id, (await begin('qi', bytes)).body.id]
    for (const id of [input, old]) await sendChunk('qi', id, 0, bytes.subarray(0, 1_000))
    expect((await house.as('qi', `/api/uploads/${input}`, { method: 'DELETE' })).status).toBe(204)
    await house.db.update(uploads).set({ touchedAt: sql`now() - interval '8 days'` })
    const other = createApp(house.deps)
    await other.request('/api/uploads', {
      method: 'POST',
      body: JSON.stringify({ name: 'a.png', size: 10 }),
      headers: { cookie: await house.signIn('mao'), 'content-type': 'application/json' },
    })
    for (const id of [input, old])
      expect((await house.as('qi', `/api/uploads/${id}`)).status).toBe(404)
    expect(
      readdirSync(join(house.filesDir, 'pieces')).filter((name) => name === input || name === old),
    ).toEqual([])
  })
})

describe('who may', () => {
  test('nobody has more than thirty uploads or 300 MB on the way', async () => {
    const codes = async (count: number, size: number) => {
      await house.db.delete(uploads)
      const found = []
      for (let n = 0; n < count; n += 1)
        found.push((await begin('qi', png(1, 1), { size, sha256: undefined })).body.code)
      return found.filter((code) => code !== undefined)
    }
    expect(await codes(31, 100)).toEqual(['upload-quota'])
    expect(await codes(7, 50 * 1024 * 1024)).toEqual(['upload-quota'])
    expect((await begin('mao', png(1, 1))).status).toBe(201)
  })

  test('go on with it, see it or give it up: only who has begun it', async () => {
    const bytes = png(5, 5)
    const { id } = (await begin('qi', bytes)).body
    for (const who of ['mao', 'lin', 'yu']) {
      expect((await house.as(who, `/api/uploads/${id}`)).status).toBe(404)
      expect((await sendChunk(who, id, 0, bytes)).status).toBe(404)
      expect((await house.as(who, `/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(404)
    }
    expect((await sendChunk('qi', id, 0, bytes)).body.file.id).toBe(id)
  })
})
