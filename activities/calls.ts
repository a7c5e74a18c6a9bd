// How is one person called on one channel, at most once, and how is an answer heard?
import { nameless } from '../commit/transient.ts'
import {
  type CallingNotice,
  callIdOf,
  factsOfCall,
  hasActedSince,
  isCallWanted,
  keepCall,
  keepReceipts,
  noticesToCall,
  pendingCalls,
  readCalled,
  readCallingNotice,
} from '../db/calls/calls.ts'
import { type CallChannel, callChannels } from '../domain/calls/channels.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { CallMessage, Sent } from './channels/channel.ts'
import type { CallActivities, CallAddress, Dialled, Heard } from './contract.ts'
import type { ActivityDeps, CallDeps } from './deps.ts'

/** Nobody has answered so far: asked again in a moment, without a word in the history. */
export class NotYet extends Error {
  override name = 'NotYet'
}

type Deps = Pick<ActivityDeps, 'db' | 'now'> & { calls: CallDeps }

/** Where nothing is set up nobody is called, and says so by a plan without people. */
export const createCalls = ({ db, now, calls }: ActivityDeps): CallActivities => {
  const deps = calls && { db, now, calls }
  return {
    planCalls: async ({ effect }) =>
      deps ? withoutNames(() => plan(deps, effect)) : { notices: [], order: nothing },
    dial: async (address) => (deps ? withoutNames(() => dial(deps, address)) : 'ended'),
    hear: async (address) => (deps ? withoutNames(() => hear(deps, address)) : 'ended'),
  }
}

const nothing = { steps: [], rounds: 0, restSeconds: 0 }

const withoutNames = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof NotYet ? error : nameless(error)
  }
}

const plan = async ({ db, now, calls }: Deps, effect: string) => {
  const at = await now(db)
  const notice = await readCallingNotice(db, effect)
  if (!notice || !(await isCallWanted(db, notice))) return { notices: [], order: nothing }
  const setUp = callChannels.filter((channel) => calls.channels[channel])
  return {
    notices: await noticesToCall(db, effect, notice, at),
    order: calls.order(notice.payload.escalationLevel ?? '', at, setUp),
  }
}

const dial = async (deps: Deps, { effect, ...address }: CallAddress): Promise<Dialled> => {
  const { db, now } = deps
  const { notice: noticeId, channel, round } = address
  if (channel === 'app') return 'accepted'
  const notice = await readCallingNotice(db, effect)
  if (!notice || !(await isCallWanted(db, notice))) return 'ended'
  const key = { noticeId, channel, round }
  const at = await now(db)
  const callId = callIdOf(key)
  const fresh = await keepCall(db, key, { caseId: notice.caseId, at })
  const sent = fresh ? await send(deps, notice, key) : await before(deps, callId)
  await keepReceipts(db, [{ callId, at, ...sent }])
  return sent.fact
}

type Outcome = Omit<Sent, 'fact'> & { fact: Dialled & (Sent['fact'] | 'no-number') }

const send = async (
  { db, calls }: Deps,
  notice: CallingNotice,
  key: { noticeId: string; channel: CallChannel; round: number },
): Promise<Outcome> => {
  const channel = calls.channels[key.channel]
  const called = await readCalled(db, key.noticeId)
  if (!channel || !called) return { fact: 'unreachable', detail: 'not set up' }
  if (channel.needsPhone && called.phone === '') return { fact: 'no-number', detail: '' }
  return channel.send(messageOf(notice, callIdOf(key), called.phone))
}

/** An attempt that was cut off between its row and its answer is never made again: who was called twice would trust neither. */
const before = async ({ db }: Deps, callId: string): Promise<Outcome> => {
  const facts = await factsOfCall(db, callId)
  const first = facts.find((fact) => fact !== 'delivered' && fact !== 'undelivered')
  return first === undefined || first === 'answered'
    ? { fact: 'unknown', detail: 'cut off' }
    : { fact: first as Outcome['fact'], detail: '' }
}

const messageOf = (
  { number, payload: { title } }: CallingNotice,
  id: string,
  phone: string,
): CallMessage => ({
  id,
  phone,
  title,
  matter: title.zh.replace(number, '').trim(),
  number,
})

const hear = async (
  deps: Deps,
  { effect, notice: noticeId, seconds, ...address }: CallAddress & { seconds: number },
): Promise<Heard> => {
  const { db, now, calls } = deps
  const notice = await readCallingNotice(db, effect)
  const called = await readCalled(db, noticeId)
  if (!notice || !called) return 'ended'
  const at = await now(db)
  if (await hasActedSince(db, notice.caseId, called.person, called.at)) {
    await keepAnswerInProduct(deps, { noticeId, ...address }, at)
    return 'answered'
  }
  if (!(await isCallWanted(db, notice))) return 'ended'
  if (await askGateways(deps, noticeId, at)) return 'answered'
  if (Date.now() < calls.scheduledAt() + seconds * 1000) throw new NotYet('nobody has answered yet')
  return 'silent'
}

const keepAnswerInProduct = async (
  { db }: Deps,
  { noticeId, channel, round }: { noticeId: string; channel: CallChannel | 'app'; round: number },
  at: Instant,
): Promise<void> => {
  if (channel === 'app') return
  const callId = callIdOf({ noticeId, channel, round })
  await keepReceipts(db, [{ callId, fact: 'answered', detail: 'in the product', at }])
}

/** Also of earlier channels: who finds a message later may still press the key. True: somebody has. */
const askGateways = async (
  { db, calls }: Deps,
  noticeId: string,
  at: Instant,
): Promise<boolean> => {
  const pending = await pendingCalls(db, noticeId)
  const heard = await Promise.all(
    pending.map(async ({ id, channel, phone, reference, recordedAt }) => {
      const ask = calls.channels[channel]?.ask
      const facts = ask ? await ask({ id, phone, reference, at: recordedAt }) : []
      return facts.map((one) => ({ callId: id, at, ...one }))
    }),
  )
  const receipts = heard.flat()
  await keepReceipts(db, receipts)
  return receipts.some(({ fact }) => fact === 'answered')
}
