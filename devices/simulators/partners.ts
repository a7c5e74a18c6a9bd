// What do the made-up neighbours of the demo do: a receiver that acknowledges warnings, and a platform that shows pictures to whoever has a token?
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tokenOf } from '../../domain/video/play-link.ts'
import { writeAnswer } from '../../domain/warning/cap.ts'
import { escapeXml } from '../../domain/xml.ts'
import { MOST_BYTES } from '../frames/xml.ts'
import { readCap } from '../outbound/cap-reader.ts'

export type Partners = { port: number; secret: string }

export const startPartners = async ({
  port,
  secret,
}: Partners): Promise<{ stop: () => Promise<void> }> => {
  const server = createServer(
    (request, response) => void serve(request, response, secret).catch(() => response.destroy()),
  )
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  return {
    stop: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}

const serve = async (
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, place = '', point = ''] = url.pathname.split('/')
  if (request.method === 'POST' && place === 'cap') return acknowledge(request, response)
  if (request.method === 'GET' && place === 'live')
    return show(response, point, url.searchParams, secret)
  response.writeHead(404).end()
}

const acknowledge = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) return void response.writeHead(413).end()
    chunks.push(chunk)
  }
  const read = readCap(Buffer.concat(chunks))
  if (!read.ok) return void response.writeHead(400).end()
  const { sender, identifier, sent } = read.message
  const to = { sender, identifier, sent: new Date(sent) }
  const answer = writeAnswer({
    type: 'Ack',
    identifier: `ack-${identifier}`,
    sender: 'receiver.example',
    sent: new Date(),
    status: 'Exercise',
    note: '',
    to,
  })
  response.writeHead(200, { 'content-type': 'application/cap+xml; charset=utf-8' }).end(answer)
}

const show = (
  response: ServerResponse,
  point: string,
  query: URLSearchParams,
  secret: string,
): void => {
  const expires = Number(query.get('expires'))
  const [body, right] = [
    Buffer.from(query.get('token') ?? ''),
    Buffer.from(tokenOf(secret, point, expires)),
  ]
  const good =
    body.length === right.length && timingSafeEqual(body, right) && expires * 1000 > Date.now()
  response.writeHead(good ? 200 : 403, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    good
      ? picture(point)
      : '<!doctype html><meta charset="utf-8"><p>地址已失效 · The address has ended',
  )
}

const picture = (
  point: string,
): string => `<!doctype html><meta charset="utf-8"><title>演练画面</title>
<svg viewBox="0 0 640 360" width="100%" role="img" aria-label="演练画面 Exercise">
<rect width="640" height="360" fill="#234"/><path d="M0 300h640v60H0z" fill="#345"/>
<g fill="#89a"><rect x="80" y="150" width="110" height="150" rx="8"/><rect x="230" y="170" width="110" height="130" rx="8"/></g>
<text x="20" y="40" fill="#fff" font-size="24">演练画面 · Exercise</text><text x="20" y="340" fill="#fff" font-size="18">${escapeXml(point)}</text></svg>`
