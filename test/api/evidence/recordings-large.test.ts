// Does a recording of the largest size come in, also after a kill at 99 %, without the server holding more of it than a piece? (4 GB in the deep run)
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { largestPiece, largestRecording } from '../../../domain/evidence/recording.ts'
import { deep } from '../../support/deep.ts'
import { largeMovieHead } from '../../support/people/films.ts'
import { type House, openHouse, report } from '../house.ts'

const size = deep ? largestRecording : 40 * 1024 * 1024
const nothing = Buffer.alloc(largestPiece)
const head = largeMovieHead(3_600, size)
const first = Buffer.concat([head, nothing]).subarray(0, largestPiece)
const pieceAt = (offset: number): Buffer =>
  offset === 0 ? first : nothing.subarray(0, Math.min(largestPiece, size - offset))

let house: House
beforeAll(async () => {
  house = await openHouse({ recordings: { most: size, room: async () => 2 * size + 1024 ** 3 } })
})
afterAll(() => house.close())

test('it is cut at 99 %, goes on at another server, is hashed and read from its end', async () => {
  const caseId = await report(house)
  const recording = {
    caseId,
    kind: 'video',
    device: '执法记录仪 A-07',
    from: '2026-03-02T01:00:00.000Z',
    to: '2026-03-02T02:00:00.000Z',
  }
  const begun = await house.as('lin', '/api/uploads', {
    json: { name: '现场检查.mp4', size, recording },
  })
  const { id } = begun.body
  const cookie = await house.signIn('lin')
  const hash = createHash('sha256')
  let [app, most] = [house.app, 0]
  const before = process.memoryUsage().rss
  const last = size - largestPiece
  for (let offset = 0; offset < size; offset += largestPiece) {
    if (offset === last) app = createApp(house.deps)
    const piece = pieceAt(offset)
    hash.update(piece)
    const headers = { cookie, 'upload-offset': String(offset) }
    const body = piece as never
    const answer = await app.request(`/api/uploads/${id}`, { method: 'PATCH', body, headers })
    expect(answer.status).toBe(200)
    most = Math.max(most, process.memoryUsage().rss - before)
    if (offset === last)
      expect((await answer.json()).file).toMatchObject({ size, sha256: hash.digest('hex') })
  }
  expect(most).toBeLessThan(400 * 1024 * 1024)
  const end = await house.send(`/api/files/${id}`, {
    headers: { cookie, range: `bytes=${size - 10}-` },
  })
  expect([end.status, end.headers.get('content-range')]).toEqual([
    206,
    `bytes ${size - 10}-${size - 1}/${size}`,
  ])
  expect(Buffer.from(await end.arrayBuffer()).equals(Buffer.alloc(10))).toBe(true)
}, 1_200_000)
