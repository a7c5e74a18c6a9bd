// Which platform for non-tax revenue does the demo make up: how does it give payment codes, take money and tell of it?
import { createServer, type IncomingMessage } from 'node:http'
import { isRequestSigned, signRequest } from '../../domain/identity/request-signature.ts'
import type { Movement, Statement } from '../../domain/payments/platform.ts'
import { readBody } from './read-body.ts'

/** Its port is kept under this name in the data folder. */
export const demoTreasury = {
  name: 'demo-treasury',
  secret: 'only for the made-up treasury of the demo',
}

/** `away`: nobody is there; `breaks`: it makes the code, and the line breaks before the answer; `garbles`: something in between answers. */
export const treasuryBehaviours = ['answers', 'refuses', 'away', 'breaks', 'garbles'] as const
export type TreasuryBehaviour = (typeof treasuryBehaviours)[number]

type Asked = { id: string; amountFen: number; codes?: string[] }
type State = {
  secret: string
  behaviour: TreasuryBehaviour
  codes: Map<string, string>
  refunds: Map<string, Asked>
  told: Movement[]
  callbackUrl: string
  asked: number
}
type Answer = { status: number; body: object } | null
export type Treasury = Awaited<ReturnType<typeof startTreasury>>

export const treasuryVariables = (url: string, secret = demoTreasury.secret) => ({
  PAYMENT_PLATFORM_URL: url,
  PAYMENT_PLATFORM_SECRET: secret,
})

/** `callbackUrl`: where the API of the product stands, `…/api/payments`. */
export const startTreasury = async ({
  port = 0,
  secret = demoTreasury.secret,
  callbackUrl,
}: {
  port?: number
  secret?: string
  callbackUrl: string
}) => {
  const state: State = {
    secret,
    behaviour: 'answers',
    codes: new Map(),
    refunds: new Map(),
    told: [],
    callbackUrl,
    asked: 0,
  }
  const server = createServer((request, response) => {
    void answerTo(state, request)
      .then((answer) => {
        if (answer === null) return response.destroy()
        response.writeHead(answer.status, { 'content-type': 'application/json' })
        return response.end(JSON.stringify(answer.body))
      })
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  return {
    url,
    variables: treasuryVariables(url, secret),
    behave: (behaviour: TreasuryBehaviour) => {
      state.behaviour = behaviour
    },
    codes: (): string[] => [...state.codes.values()],
    refunds: () => [...state.refunds.values()],
    asked: (): number => state.asked,
    stop: () =>
      new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}

/** What the platform sends, signed as the product wants it. */
export const signedMessage = (
  { secret, path }: { secret: string; path: string },
  message: object,
  now = Date.now(),
): { headers: Record<string, string>; body: string } => {
  const body = JSON.stringify(message)
  const timestamp = `${now}`
  const signature = signRequest(secret, { method: 'POST', path, timestamp, body })
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-signature': signature,
  }
  return { headers, body }
}

const answerTo = async (state: State, incoming: IncomingMessage): Promise<Answer> => {
  const path = incoming.url ?? '/'
  const body = await readBody(incoming)
  if (incoming.method === 'PUT' && path === '/behaviour') return behave(state, body)
  if (incoming.method === 'POST' && path === '/pay') return pay(state, body)
  if (incoming.method === 'POST' && path === '/close-day') return closeDay(state, body)
  if (state.behaviour === 'away') return null
  if (state.behaviour === 'garbles') return { status: 200, body: { hello: 'from a proxy' } }
  const timestamp = String(incoming.headers['x-timestamp'] ?? '')
  const signed = { method: 'POST' as const, path, timestamp, body }
  const signature = String(incoming.headers['x-signature'] ?? '')
  if (!isRequestSigned(state.secret, signed, signature))
    return { status: 401, body: { errcode: 401 } }
  if (state.behaviour === 'refuses') return { status: 200, body: { errcode: 4001 } }
  return asked(state, path, JSON.parse(body) as Asked)
}

/** One id is one code, however often it is asked for. */
const asked = (state: State, path: string, { id, amountFen, ...more }: Asked): Answer => {
  state.asked += 1
  if (path === '/refunds') {
    state.refunds.set(id, { id, amountFen, ...more })
    void payBack(state, { id, amountFen, ...more })
    return { status: 200, body: { errcode: 0, id, amountFen } }
  }
  if (path !== '/bills') return { status: 404, body: {} }
  const code = state.codes.get(id) ?? codeFor(state.codes.size)
  state.codes.set(id, code)
  if (state.behaviour === 'breaks') return null
  return { status: 200, body: { errcode: 0, id, amountFen, code } }
}

/** Two digits of the kind, six of the place, two of the year, ten that count. */
const codeFor = (nth: number): string =>
  `33330800${String(new Date().getFullYear()).slice(2)}${String(Date.now()).slice(-7)}${String(nth % 1000).padStart(3, '0')}`

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** `{"code":"…","amountFen":100000,"on":"2026-03-02"}`: somebody pays at the counter. */
const pay = async (state: State, body: string): Promise<Answer> => {
  const { code, amountFen, on = today() } = JSON.parse(body) as Partial<Movement>
  const nth = state.told.length + 1
  const movement: Movement = {
    serial: `S${Date.now()}${nth}`,
    kind: 'payment',
    code: code ?? '',
    amountFen: amountFen ?? 0,
    currency: 'CNY',
    on,
    receipt: `浙财${on.slice(0, 4)}${String(nth).padStart(8, '0')}`,
  }
  return tell(state, movement)
}

const payBack = (state: State, { id, amountFen, codes = [] }: Asked): Promise<Answer> =>
  tell(state, {
    serial: `R${id}`,
    kind: 'refund',
    code: codes.at(-1) ?? '',
    amountFen,
    currency: 'CNY',
    on: today(),
    receipt: `退付${id.slice(0, 8)}`,
  })

const tell = async (state: State, movement: Movement): Promise<Answer> => {
  state.told.push(movement)
  return send(state, 'receipts', movement)
}

/** `{"day":"2026-03-02"}`: the file of that day. */
const closeDay = async (state: State, body: string): Promise<Answer> => {
  const { day } = JSON.parse(body) as { day: string }
  const movements = state.told.filter(({ on }) => on === day)
  const sumFen = movements.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const statement: Statement = { day, count: movements.length, sumFen, movements }
  return send(state, 'statements', statement)
}

const send = async (
  { callbackUrl, secret }: State,
  place: string,
  message: object,
): Promise<Answer> => {
  const url = new URL(`${callbackUrl}/${place}`)
  const answer = await fetch(url, {
    method: 'POST',
    ...signedMessage({ secret, path: url.pathname }, message),
  }).catch(() => null)
  return { status: answer?.status ?? 502, body: { message, answer: await answer?.json() } }
}

const behave = (state: State, body: string): Answer => {
  const { behaviour } = JSON.parse(body) as { behaviour?: unknown }
  const wanted = treasuryBehaviours.find((one) => one === behaviour)
  if (!wanted) return { status: 400, body: { behaviours: treasuryBehaviours } }
  state.behaviour = wanted
  return { status: 200, body: { behaviour: wanted } }
}
