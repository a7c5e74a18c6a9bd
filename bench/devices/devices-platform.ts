// How does another system push what it has, in order, until each piece has been acknowledged?
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { SECRET } from './devices-city.ts'

export type Platform = ReturnType<typeof openPlatform>

type Waiting = { body: string; key: string; createdAt: number }
/** When a piece was made, real time, and how many ms later it had been acknowledged. */
export type Acknowledged = { createdAt: number; ms: number }

const PATIENCE_MS = 30_000
const AGAIN_MS = 1_000

/** One piece after the other, each under its own idempotency key; a refusal or no answer: the same once more after a while. */
export const openPlatform = (base: string, feed: string) => {
  const waiting: Waiting[] = []
  const acknowledged: Acknowledged[] = []
  const tries = { refused: 0 }
  let closed = false
  let busy: Promise<void> | null = null
  const run = async (): Promise<void> => {
    for (let first = waiting[0]; first && !closed; first = waiting[0]) {
      const answer = await post(base, feed, first)
      if (answer === 'taken') {
        acknowledged.push({ createdAt: first.createdAt, ms: Date.now() - first.createdAt })
        waiting.shift()
      } else {
        tries.refused += 1
        await sleep(answer)
      }
    }
    busy = null
  }
  return {
    push: (items: readonly Record<string, unknown>[], createdAt = Date.now()): void => {
      waiting.push({ body: JSON.stringify(items), key: randomUUID(), createdAt })
      busy ??= run()
    },
    waiting: () => waiting.length,
    /** When the oldest piece that waits was made; none: never. */
    since: () => waiting[0]?.createdAt ?? Number.POSITIVE_INFINITY,
    acknowledged,
    refused: () => tries.refused,
    close: async (): Promise<void> => {
      closed = true
      await busy
    },
  }
}

/** Taken, or how long to wait before it is sent again. What is refused for good is a mistake of this bench. */
const post = async (
  base: string,
  feed: string,
  { body, key }: Waiting,
): Promise<'taken' | number> => {
  const path = `/ingest/${feed}`
  const [timestamp, nonce] = [
    String(Math.floor(Date.now() / 1_000)),
    randomBytes(12).toString('hex'),
  ]
  const signature = createHmac('sha256', SECRET)
    .update(`POST\n${path}\n${timestamp}\n${nonce}\n${body}`)
    .digest('hex')
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    'x-anjian-timestamp': timestamp,
    'x-anjian-nonce': nonce,
    'x-anjian-signature': `hmac-sha256=${signature}`,
  }
  const answer = await fetch(base + path, {
    method: 'POST',
    body,
    headers,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  const text = await answer?.text().catch(() => null)
  if (!answer || text === null) return AGAIN_MS
  if (answer.status === 202 && (JSON.parse(text ?? '') as { rejected: number }).rejected === 0)
    return 'taken'
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500)
    return Number(answer.headers.get('retry-after') ?? 1) * 1_000
  throw new Error(`${feed} is refused: ${answer.status} ${text?.slice(0, 300)}`)
}
