// How is what a case or a person wants done in the plant, and what came of it?
import { type CallMethodRequestOptions, type ClientSession, DataType, LocalizedText, makeBrowsePath, Variant } from 'node-opcua'
import type { Command } from '../port.ts'
import type { Book, Held } from './book.ts'
import type { Refresh } from './refresh.ts'

export type Answer = { key: string; ok: boolean; words: string }

type Deps = {
  /** Null: no session now. */
  session: () => ClientSession | null
  book: Book
  refresh: Pick<Refresh, 'want' | 'settled'>
  /** The NodeId that a condition has now; null: its namespace is gone. */
  nodeOf: (condition: string) => string | null
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

/** Somebody was quicker; what was wanted is so. */
const soAlready = new Set([
  'BadConditionBranchAlreadyAcked',
  'BadConditionBranchAlreadyConfirmed',
  'BadConditionNotShelved',
  'BadConditionAlreadyShelved',
])

export const createCommands = (deps: Deps) => {
  const { now } = deps
  return {
    /** Done or refused by the plant; a command that came too late is not done. Its `args`: condition, branch?, event?, comment?, until?. */
    carryOut: async (command: Command): Promise<Answer> => {
      const { key, verb, args, until } = command
      const session = deps.session()
      const said = (status: string): Answer => ({ key, ok: status === 'Good' || soAlready.has(status), words: status })
      if (until <= now().toISOString()) return { key, ok: false, words: 'expired' }
      if (session === null) return { key, ok: false, words: 'not-connected' }
      const node = deps.nodeOf(args.condition ?? '')
      if (!args.condition || node === null) return { key, ok: false, words: 'no-such-condition' }
      try {
        if (verb === 'acknowledge') return said(await answerAll(deps, { session, node, command, method: 'Acknowledge' }))
        if (verb === 'confirm') return said(await answerAll(deps, { session, node, command, method: 'Confirm' }))
        if (verb === 'shelve') return said(await shelve(session, node, args, now()))
        if (verb === 'unshelve') return said(await call(session, node, { method: 'Unshelve', under: 'ShelvingState', inputs: [] }))
      } catch (error) {
        return { key, ok: false, words: (error as Error).message.slice(0, 200) }
      }
      return { key, ok: false, words: `not-supported: ${verb}` }
    },
  }
}

type Answering = { session: ClientSession; node: string; command: Command; method: 'Acknowledge' | 'Confirm' }

/** A condition is acknowledged with all its earlier occurrences, unless one of them is named. The first refusal is the answer. */
const answerAll = async (deps: Deps, of: Answering): Promise<string> => {
  const { condition = '', branch } = of.command.args
  const open = branch === undefined ? deps.book.branchesOf(condition).map(([id]) => id) : [branch]
  const trunk = deps.book.trunk(condition)
  const wanted: (string | null)[] =
    branch === undefined && (!trunk?.acked || open.length === 0 || of.method === 'Confirm') ? [null, ...open] : open
  const answers: string[] = []
  for (const one of wanted) answers.push(await answerOne(deps, of, one))
  return answers.find((status) => status !== 'Good' && !soAlready.has(status)) ?? 'Good'
}

/** By the newest event of that very occurrence. An event that the server does not know any more is asked for anew, once. */
const answerOne = async (deps: Deps, of: Answering, branch: string | null): Promise<string> => {
  const { condition = '' } = of.command.args
  const held = (): Held | undefined => (branch === null ? deps.book.trunk(condition) : deps.book.branch(condition, branch))
  const eventOf = () => held()?.event ?? (branch === null ? of.command.args.event : undefined)
  const first = await answer(of, eventOf())
  if (first !== 'BadEventIdUnknown') return first
  deps.refresh.want()
  await deps.refresh.settled()
  const second = await answer(of, eventOf())
  if (second !== 'BadEventIdUnknown' || branch === null || !held()?.unconfirmed) return second
  // The server has forgotten that occurrence: nobody can acknowledge it any more.
  deps.book.drop(condition, branch)
  return 'Good'
}

const answer = ({ session, node, command, method }: Answering, event: string | undefined): Promise<string> => {
  const comment = command.args.comment ?? command.args.reason ?? ''
  const inputs = [
    new Variant({ dataType: DataType.ByteString, value: Buffer.from(event?.split('/')[0] ?? '', 'hex') }),
    new Variant({ dataType: DataType.LocalizedText, value: new LocalizedText({ locale: 'zh-CN', text: comment.slice(0, 512) }) }),
  ]
  return call(session, node, { method, inputs })
}

const shelve = (session: ClientSession, node: string, { until }: Command['args'], now: Date): Promise<string> => {
  if (until === undefined) return call(session, node, { method: 'OneShotShelve', under: 'ShelvingState', inputs: [] })
  const ms = Date.parse(until) - now.getTime()
  if (!(ms > 0)) return Promise.resolve('BadShelvingTimeOutOfRange')
  return call(session, node, {
    method: 'TimedShelve',
    under: 'ShelvingState',
    inputs: [new Variant({ dataType: DataType.Double, value: ms })],
  })
}

type Call = { method: Method; under?: string; inputs: Variant[] }

/** The method of the instance; where it has none, the standard's on it. */
const call = async (session: ClientSession, node: string, { method, under, inputs }: Call): Promise<string> => {
  const object = under === undefined ? node : await childOf(session, node, under)
  const request: CallMethodRequestOptions = {
    objectId: object ?? node,
    methodId: (await childOf(session, object ?? node, method)) ?? methods[method],
    inputArguments: inputs,
  }
  return (await session.call(request)).statusCode.name
}

const childOf = async (session: ClientSession, node: string, name: string): Promise<string | null> => {
  const { targets } = await session.translateBrowsePath(makeBrowsePath(node, `.${name}`))
  return targets?.[0]?.targetId.toString() ?? null
}
