// How does a test send recordings to a house, attach and play them?
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createApp } from '../../../api/app.ts'
import { digestHeader } from '../../../domain/evidence/recording-pieces.ts'
import { openHouse, report } from '../house.ts'

/** So large may a recording be in these houses. */
export const mostOfHouse = 3 * 1024 * 1024

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type About = { name?: string; key?: string; size?: number; sha256?: string; said?: object }

/** A house with a case of a hazard; how much room its disk has may be said anew. */
export const openRecordingHouse = async () => {
  const disk = { room: 100 * 1024 ** 3 }
  const house = await openHouse({
    recordings: { most: mostOfHouse, room: async () => disk.room },
  })
  const caseId = await report(house)
  const said = {
    caseId,
    kind: 'video',
    device: '执法记录仪 A-07',
    from: '2026-03-02T01:00:00.000Z',
    to: '2026-03-02T01:10:00.000Z',
  }
  const stored = () =>
    readdirSync(house.filesDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length
  const begin = (who: string, bytes: Uint8Array, { key, said: more = {}, ...about }: About = {}) =>
    house.as(who, '/api/uploads', {
      json: {
        name: '现场检查.mp4',
        size: bytes.length,
        recording: { ...said, ...more },
        ...about,
      },
      headers: key ? { 'idempotency-key': key } : {},
    })
  const send = (who: string, id: string, offset: number, bytes: Uint8Array, digest?: string) =>
    house.as(who, `/api/uploads/${id}`, {
      method: 'PATCH',
      body: bytes as never,
      headers: {
        'upload-offset': String(offset),
        'content-digest': digest ?? digestHeader(sha256(bytes)),
      },
    })
  const attach = (who: string, id: string, more: object = {}, key?: string) =>
    house.as(who, `/api/cases/${caseId}/acts`, {
      json: { type: 'attach-recording', data: { recording: [id], ...more } },
      headers: key ? { 'idempotency-key': key } : {},
    })
  const listed = async (who = 'lin') =>
    (await house.as(who, `/api/cases/${caseId}/recordings`)).body
  const play = async (who: string, id: string, headers: Record<string, string> = {}) =>
    house.send(`/api/files/${id}`, { headers: { cookie: await house.signIn(who), ...headers } })
  /** Sends some bytes of a piece and dies; through an API process of its own. */
  const dieAfter = async (who: string, id: string, offset: number, bytes: Uint8Array) => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(bytes),
      pull: (controller) => controller.error(new Error('gone')),
    })
    const headers = { cookie: await house.signIn(who), 'upload-offset': String(offset) }
    const init: RequestInit & { duplex: 'half' } = {
      method: 'PATCH',
      body,
      headers,
      duplex: 'half',
    }
    return createApp(house.deps).request(`/api/uploads/${id}`, init)
  }
  return { house, disk, caseId, said, stored, begin, send, attach, listed, play, dieAfter }
}
