// How is what a case or a person wants done in the plant, and what came of it?
import {
  type CallMethodRequestOptions,
  type ClientSession,
  DataType,
  LocalizedText,
  makeBrowsePath,
  Variant,
} from 'node-opcua'
import { remember } from '../frames/recall.ts'
import type { Command } from '../port/port.ts'
import type { Book, Held } from './book.ts'
import type { PlantReader } from './reader.ts'
import type { Refresh } from './refresh.ts'

/** `again`: no answer came, so nobody knows whether it was done. */
export type Answer = { key: string; ok: boolean; words: string; again?: true }

type Deps = {
  /** Null: no session now. */
  session: () => ClientSession | null
  book: Book
  refresh: Pick<Refresh, 'want' | 'settled'>
  reader: Pick<PlantReader, 'nodeOf' | 'isSo'>
  now: () => Date
}

/** What the standard itself calls its methods: some servers have them on the types only (Part 9 §5.7.3). */
const methods = {
  Acknowledge: 'ns=0;i=9111',
  Confirm: 'ns=0;i=9113',
  Unshelve: 'ns=0;i=2947',
  OneShotShelve: 'ns=0;i=2948',
  TimedShelve: 'ns=0;i=2949',
} as const
type Method = keyof typeof methods

const mostAnswered = 10_000

/** Somebody was quicker; what was wanted is so. */
const soAlready = new Set([
  'BadConditionBranchAlreadyAcked',
  'BadConditionBranchAlreadyConfirmed',
  'BadConditionNotShelved',
  'BadConditionAlreadyShelved',
])

/** A server that answers has refused; where the connection broke, or the session was gone, nobody has. */
const isAnswer = (error: unknown): boolean => {
  const { response, message } = error as { response?: unknown; message: string }
  return (
    response !== undefined &&
    !/BadSession|BadSecureChannel|BadTimeout|BadShutdown|BadServerHalted/.test(message)
  )
}

export const createCommands = (given: Deps) => {
  const deps: Acting = { ...given, answered: new Map() }
  const { now } = deps
  return {
    /** Done or refused by the plant; a command that came too late is not done. Its `args`: condition, branch?, event?, comment?, until?. */
    carryOut: async (command: Command): Promise<Answer> => {
      const { key, args, until } = command
      const session = deps.session()
      if (until <= now().toISOString()) return { key, ok: false, words: 'expired' }
      if (session === null) return { key, ok: false, words: 'not-connected', again: true }
      const node = deps.reader.nodeOf(args.condition ?? '')
      if (!args.condition || node === null) return { key, ok: false, words: 'no-such-condition' }
      return answerOf(deps, session, node, command)
    },
  }
}

const answerOf = async (
  deps: Acting,
  session: ClientSession,
  node: string,
  command: Command,
): Promise<Answer> => {
  const { key, verb } = command
  try {
    const status = await bring(deps, session, node, command)
    if (status === null) return { key, ok: false, words: `not-supported: ${verb}` }
    return { key, ok: status === 'Good' || soAlready.has(status), words: status }
  } catch (error) {
    const words = (error as Error).message.slice(0, 200)
    return { key, ok: false, words, ...(isAnswer(error) ? {} : { again: true }) }
  }
}

/** What the plant says to it; null: it is nothing that a plant is asked. */
const bring = async (
  deps: Acting,
  session: ClientSession,
  node: string,
  command: Command,
): Promise<string | null> => {
  const { verb, args } = command
  if (verb === 'acknowledge')
    return answerAll(deps, { session, node, command, method: 'Acknowledge' })
  if (verb === 'confirm') return answerAll(deps, { session, node, command, method: 'Confirm' })
  if (verb === 'shelve') return shelve(session, node, args, deps.now())
  if (verb === 'unshelve')
    return call(session, node, { method: 'Unshelve', under: 'ShelvingState', inputs: [] })
  return null
}

/** `answered`: the event of each occurrence that the plant has said Good to; it may not have reported so yet. */
type Acting = Deps & { answered: Map<string, string> }

type Answering = {
  session: ClientSession
  node: string
  command: Command
  method: 'Acknowledge' | 'Confirm'
}

/** A condition is acknowledged with all its earlier occurrences, unless one of them is named. The first refusal is the answer. */
const answerAll = async (deps: Acting, of: Answering): Promise<string> => {
  const { condition = '', branch } = of.command.args
  const open = branch === undefined ? deps.book.branchesOf(condition).map(([id]) => id) : [branch]
  if (of.command.again) await anew(deps)
  const trunk = deps.book.trunk(condition)
  const wanted: (string | null)[] =
    branch === undefined && (!trunk?.acked || open.length === 0 || of.method === 'Confirm')
      ? [null, ...open]
      : open
  const answers: string[] = []
  for (const one of wanted) answers.push(await answerOne(deps, of, one))
  return answers.find((status) => status !== 'Good' && !soAlready.has(status)) ?? 'Good'
}

/** By the newest event of that very occurrence. An event that the server does not know any more is asked for anew, once. */
const answerOne = async (deps: Acting, of: Answering, branch: string | null): Promise<string> => {
  const { condition = '' } = of.command.args
  const held = (): Held | undefined =>
    branch === null ? deps.book.trunk(condition) : deps.book.branch(condition, branch)
  const eventOf = () => held()?.event ?? (branch === null ? of.command.args.event : undefined)
  const occurrence = `${of.method} ${condition} ${branch ?? ''}`
  const request = async (): Promise<string> => {
    const event = eventOf()
    const status = await answer(of, event)
    if (status === 'Good' && event) remember(deps.answered, occurrence, event, mostAnswered)
    return status
  }
  if (await isSo(deps, of, { branch, held: held(), answered: deps.answered.get(occurrence) }))
    return already[of.method]
  const first = await request()
  if (first !== 'BadEventIdUnknown') return first
  await anew(deps)
  const second = await request()
  if (second !== 'BadEventIdUnknown' || branch === null || !held()?.unconfirmed) return second
  // The server has forgotten that occurrence: nobody can acknowledge it any more.
  deps.book.drop(condition, branch)
  return 'Good'
}

const already = {
  Acknowledge: 'BadConditionBranchAlreadyAcked',
  Confirm: 'BadConditionBranchAlreadyConfirmed',
} as const
const states = { Acknowledge: 'AckedState', Confirm: 'ConfirmedState' } as const

const anew = async ({ refresh }: Deps): Promise<void> => {
  refresh.want()
  await refresh.settled()
}

type Occurrence = { branch: string | null; held: Held | undefined; answered: string | undefined }

/** Called once more it would put new words, or none, over those of whoever was first: the plant itself is asked, and what it has told us. */
const isSo = async (
  { reader }: Acting,
  { command, method }: Answering,
  { branch, held, answered }: Occurrence,
): Promise<boolean> => {
  if (held !== undefined && held.event === answered) return true
  const shown =
    branch === null ? await reader.isSo(command.args.condition ?? '', states[method]) : null
  return shown ?? (method === 'Acknowledge' && held?.acked === true)
}

const answer = (
  { session, node, command, method }: Answering,
  event: string | undefined,
): Promise<string> => {
  const comment = command.args.comment ?? command.args.reason ?? ''
  const inputs = [
    new Variant({
      dataType: DataType.ByteString,
      value: Buffer.from(event?.split('/')[0] ?? '', 'hex'),
    }),
    new Variant({ dataType: DataType.LocalizedText, value: wordsOf(comment) }),
  ]
  return call(session, node, { method, inputs })
}

const shelve = (
  session: ClientSession,
  node: string,
  { until }: Command['args'],
  now: Date,
): Promise<string> => {
  if (until === undefined)
    return call(session, node, { method: 'OneShotShelve', under: 'ShelvingState', inputs: [] })
  const ms = Date.parse(until) - now.getTime()
  if (!(ms > 0)) return Promise.resolve('BadShelvingTimeOutOfRange')
  return call(session, node, {
    method: 'TimedShelve',
    under: 'ShelvingState',
    inputs: [new Variant({ dataType: DataType.Double, value: ms })],
  })
}

/** An empty text would erase what stands there; none at all leaves it (Part 9 §5.7.3). */
const wordsOf = (comment: string): LocalizedText =>
  comment === ''
    ? new LocalizedText({})
    : new LocalizedText({ locale: 'zh-CN', text: comment.slice(0, 512) })

type Call = { method: Method; under?: string; inputs: Variant[] }

/** The method of the instance; where it has none, the standard's on it. */
const call = async (
  session: ClientSession,
  node: string,
  { method, under, inputs }: Call,
): Promise<string> => {
  const object = under === undefined ? node : await childOf(session, node, under)
  const request: CallMethodRequestOptions = {
    objectId: object ?? node,
    methodId: (await childOf(session, object ?? node, method)) ?? methods[method],
    inputArguments: inputs,
  }
  return (await session.call(request)).statusCode.name
}

const childOf = async (
  session: ClientSession,
  node: string,
  name: string,
): Promise<string | null> => {
  const { targets } = await session.translateBrowsePath(makeBrowsePath(node, `.${name}`))
  return targets?.[0]?.targetId.toString() ?? null
}
