// How does a phone that comes back to the network send a day of notes with their photographs, one after the other?
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { DEMO_PASSWORD } from '../../bin/seed/accounts.ts'

export type Sent = { entry: string; sha256: string; retries: number }
type Phone = { base: string; cookie: string; caseId: string; photos: number }

const PATIENCE_MS = 120_000
const AGAIN_AFTER_MS = 500
const side = 380

const part = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

/** Grey noise: about 145 kB, as a photograph that a phone has made smaller, and no two alike. */
const picture = (): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const lines = Buffer.concat(
    Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(side)])),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = part('IDAT', deflateSync(lines, { level: 0 }))
  return Buffer.concat([signature, part('IHDR', head), data, part('IEND', Buffer.alloc(0))])
}

/** A session, as the phones of one officer have it. */
export const cookieOf = async (base: string, username: string): Promise<string> => {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  })
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** Sends under the same key until somebody answers, as the outbox does. */
const untilAnswered = async <Body>(sent: Sent, send: () => Promise<Response>): Promise<Body> => {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const answer = await send().catch(() => null)
    if (answer?.ok) return (await answer.json()) as Body
    const isVerdict = answer && answer.status < 500 && answer.status !== 429
    if (isVerdict || Date.now() > until)
      throw new Error(`${answer?.status ?? 'no answer'} ${await answer?.text()}`)
    sent.retries += 1
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
  }
}

const sendPhoto = async ({ base, cookie }: Phone, sent: Sent, bytes: Buffer): Promise<string> => {
  const about = { name: `${sent.entry}.png`, size: bytes.length, sha256: sent.sha256 }
  const json = { cookie, 'content-type': 'application/json' }
  const { id } = await untilAnswered<{ id: string }>(sent, () =>
    fetch(`${base}/api/uploads`, {
      method: 'POST',
      headers: { ...json, 'idempotency-key': randomUUID() },
      body: JSON.stringify(about),
    }),
  )
  const { file } = await untilAnswered<{ file: { id: string } }>(sent, () =>
    fetch(`${base}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      body: new Uint8Array(bytes),
    }),
  )
  return file.id
}

const sendNote = async (phone: Phone, pressure: { pauseMs: number }): Promise<Sent> => {
  const bytes = picture()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sent: Sent = { entry: randomUUID(), sha256, retries: 0 }
  const photo = await sendPhoto(phone, sent, bytes)
  const data = { entry: sent.entry, photos: [photo], note: '现场照片' }
  const act = () =>
    fetch(`${phone.base}/api/cases/${phone.caseId}/acts`, {
      method: 'POST',
      headers: {
        cookie: phone.cookie,
        'content-type': 'application/json',
        'idempotency-key': sent.entry,
      },
      body: JSON.stringify({ type: 'note-visit', data }),
    })
  await untilAnswered(sent, act)
  await new Promise((resolve) => setTimeout(resolve, pressure.pauseMs))
  return sent
}

/** All that one phone has, in the order in which it was written. */
export const sendDay = async (phone: Phone, pauseMs: number): Promise<Sent[]> => {
  const all: Sent[] = []
  for (let nth = 0; nth < phone.photos; nth += 1) all.push(await sendNote(phone, { pauseMs }))
  return all
}
