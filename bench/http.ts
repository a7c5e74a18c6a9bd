// How does one signed-in person talk to the API, and how does he listen to it, as cheaply for the driver as Node allows?
import { Agent, type IncomingMessage, request } from 'node:http'
import { DEMO_PASSWORD } from '../bin/seed/accounts.ts'
import type { LiveEvent } from '../contract/operation/operation.ts'

export type Reply<Body = unknown> = { status: number; body: Body }
export type Visitor = {
  /** The person's id, as the record of a case names him. */
  id: string
  ask: <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply<Body>>
  /** Opens his event stream; answers how to close it. */
  listen: (hear: (event: LiveEvent) => void) => Promise<() => void>
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })
const TIMEOUT_MS = 30_000

/** Signs a person of the demo in. */
export const signIn = async (base: string, username: string): Promise<Visitor> => {
  const sent = JSON.stringify({ username, password: DEMO_PASSWORD })
  const answer = await open(
    base,
    'POST',
    '/api/session',
    { 'content-type': 'application/json' },
    sent,
  )
  const { id } = JSON.parse(await textOf(answer)) as { id: string }
  if (answer.statusCode !== 200) throw new Error(`${username} cannot sign in: ${answer.statusCode}`)
  const cookie = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
  return {
    id,
    ask: async <Body>(
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const json = body === undefined ? undefined : JSON.stringify(body)
      const kind = json === undefined ? {} : { 'content-type': 'application/json' }
      const answer = await open(base, method, path, { cookie, ...kind, ...headers }, json)
      return {
        status: answer.statusCode ?? 0,
        body: JSON.parse((await textOf(answer)) || 'null') as Body,
      }
    },
    listen: async (hear) => {
      const stream = await open(base, 'GET', '/api/live', { cookie, accept: 'text/event-stream' })
      if (stream.statusCode !== 200)
        throw new Error(`the event stream answers ${stream.statusCode}`)
      follow(stream, hear)
      return () => void stream.destroy()
    },
  }
}

/** One POST of somebody without a session; throws unless it is answered with 200. */
export const postOnce = async (base: string, path: string, body: unknown): Promise<void> => {
  const answer = await open(
    base,
    'POST',
    path,
    { 'content-type': 'application/json' },
    JSON.stringify(body),
  )
  await textOf(answer)
  if (answer.statusCode !== 200) throw new Error(`${path} is answered with ${answer.statusCode}`)
}

const open = (
  base: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sending = request(
      base + path,
      { agent, method, headers: { ...headers, ...length } },
      resolve,
    )
    sending.once('error', reject)
    sending.setTimeout(path === '/api/live' ? 0 : TIMEOUT_MS, () =>
      sending.destroy(new Error(`${method} ${path} was not answered`)),
    )
    sending.end(body)
  })

const textOf = async (answer: IncomingMessage): Promise<string> => {
  let text = ''
  answer.setEncoding('utf8')
  for await (const chunk of answer) text += chunk
  return text
}

const follow = (stream: IncomingMessage, hear: (event: LiveEvent) => void): void => {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('error', () => undefined)
  stream.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const line of blocks.flatMap((block) => block.split('\n')))
      if (line.startsWith('data:')) hear(JSON.parse(line.slice(5)))
  })
}
