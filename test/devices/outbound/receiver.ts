// A receiver of warnings: takes only what the schema of CAP allows, answers with an Ack, and does what a test wants of it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readCap } from '../../../devices/outbound/cap-reader.ts'
import { writeAnswer } from '../../../domain/warning/cap.ts'
import { complaintsOf } from '../../../domain/warning/cap-shape.ts'
import { shapeOfSchema } from '../../warning/schema.ts'

export type Received = {
  id: string
  signature: string
  body: string
  type: string
  status: string
  references: string[]
  refused: string[]
}
/** `ack`: as the schema says; the others: what goes wrong. */
export type Mood =
  | 'ack'
  | 'error'
  | 'busy'
  | 'broken'
  | 'silent'
  | 'plain'
  | 'gone'
  | 'foreign'
  | 'elsewhere'
  | 'endless'

const schema = shapeOfSchema()

export type ReceiverServer = Awaited<ReturnType<typeof openReceiver>>

export const openReceiver = async () => {
  const received: Received[] = []
  const state: { mood: Mood } = { mood: 'ack' }
  const server = createServer((request, response) => void take(request, response, received, state))
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  return {
    url: `http://127.0.0.1:${port}/cap`,
    received,
    feel: (mood: Mood): void => {
      state.mood = mood
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

const take = async (
  request: IncomingMessage,
  response: ServerResponse,
  received: Received[],
  { mood }: { mood: Mood },
): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const { 'idempotency-key': id = '', 'x-signature': signature = '' } = request.headers
  const read = readCap(bytes)
  const said = read.ok
    ? read.message
    : { type: '', status: '', references: [] as { identifier: string }[] }
  const refused = read.ok ? complaintsOf(read.message.root, schema) : [read.fault.words]
  received.push({
    id: String(id),
    signature: String(signature),
    body: bytes.toString(),
    type: said.type,
    status: said.status,
    refused,
    references: said.references.map(({ identifier }) => identifier),
  })
  if (mood === 'silent') return
  if (mood === 'broken') return void request.socket.destroy()
  if (mood === 'elsewhere')
    return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
  if (mood === 'endless') return void response.end('x'.repeat(100_000))
  const codes = { busy: 503, gone: 410, plain: 204 } as Partial<Record<Mood, number>>
  if (codes[mood]) return void response.writeHead(codes[mood]).end()
  if (!read.ok) return void response.writeHead(400).end()
  const to = {
    sender: read.message.sender,
    identifier: mood === 'foreign' ? 'another' : read.message.identifier,
    sent: new Date(read.message.sent),
  }
  const answer = {
    identifier: `r-${received.length}`,
    sender: 'receiver.example',
    sent: new Date(),
    note: mood === 'error' ? '不在辖区' : '',
  }
  const status = read.message.status as 'Actual'
  response.end(
    writeAnswer({
      ...answer,
      type: mood === 'error' || refused.length > 0 ? 'Error' : 'Ack',
      status,
      to,
    }),
  )
}
