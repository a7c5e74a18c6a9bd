// What does somebody send to a made-up service?
import type { IncomingMessage } from 'node:http'

const mostBytes = 65_536

/** The body as text; more than 64 kB is refused by a `RangeError`. */
export const readBody = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new RangeError('too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
