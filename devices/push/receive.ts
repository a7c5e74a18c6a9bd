// Is a push admitted, has it been answered before, and what is it answered?
import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Sign } from '../port/port.ts'
import { readBody } from './charset.ts'
import { mostLevels, mostValues, parseJson } from './json.ts'
import type { Answer } from './memory.ts'
import { isNonce, isSigned, isTimely, readSignature } from './signature.ts'
import { type Outcome, type PushSource, take } from './take.ts'

export type Head = {
  method: string
  path: string
  peer: string
  header: (name: string) => string | undefined
}
export type Push = Head & { body: Uint8Array }

/** A feed as it is pushed to: one push after the other, few of them waiting. */
export type PushFeed = PushSource & {
  sender: { key: string; secret: string | null; hosts: string[] } | undefined
  waiting: number
  last: Promise<unknown>
}

const mostItems = 1_000
const mostWaiting = 16
const retryAfter = 5

/** Throws DomainError for what is refused before its body is read. */
export const admit = (room: PushFeed, head: Head, now: Date): void =>
  refuseFor(room, head, objection(room, head, now), now)

/** Answers, or throws DomainError. */
export const receive = async (room: PushFeed, push: Push, now: Date): Promise<Answer> => {
  refuseFor(
    room,
    push,
    isSignedBy(room, push) ? null : ['signature', '签名不符', 'The signature does not fit'],
    now,
  )
  if (room.waiting >= mostWaiting)
    throw new DomainError(
      'rate-limited',
      [text('推送过多，请稍后重试', 'Too many pushes are waiting')],
      { retryAfter },
    )
  room.waiting += 1
  const answered = room.last.then(() => serve(room, push, now))
  room.last = answered.catch(() => undefined)
  try {
    return await answered
  } catch (error) {
    throw unstored(room, error as Error)
  } finally {
    room.waiting -= 1
  }
}

type Objection = [reason: string, zh: string, en: string] | null

/** Nothing is taken and nothing remembered of one who cannot sign. */
const refuseFor = (
  { sender, ingest }: PushFeed,
  { peer }: Head,
  found: Objection,
  now: Date,
): void => {
  if (!found) return
  const [reason, zh, en] = found
  const bytes = new Uint8Array(0)
  ingest.health.fault(ingest.feed)
  ingest.quarantine.refuse(
    { feed: ingest.feed, device: sender?.key ?? null, peer, reason, offset: 0, words: en, bytes },
    now,
  )
  throw new DomainError('bad-signature', [text(zh, en)])
}

const objection = ({ sender }: PushFeed, { peer, header }: Head, now: Date): Objection => {
  if (!sender?.secret)
    return [
      'no-secret',
      '该接入未登记发送方密钥',
      'No sender with a secret is registered for this feed',
    ]
  if (sender.hosts.length > 0 && !sender.hosts.includes(peer))
    return ['host', '来源地址未登记', 'This address is not registered']
  if (!isTimely(header('x-anjian-timestamp'), now))
    return [
      'time-stamp',
      '时间戳与平台相差超过5分钟',
      'The time stamp is more than five minutes off',
    ]
  if (!isNonce(header('x-anjian-nonce')))
    return ['nonce', '一次性随机数无效', 'The nonce is 16 to 64 letters, digits, _ or -']
  return readSignature(header('x-anjian-signature'))
    ? null
    : ['signature', '没有签名', 'There is no signature']
}

const isSignedBy = ({ sender }: PushFeed, { method, path, header, body }: Push): boolean => {
  const signature = readSignature(header('x-anjian-signature'))
  const signed = {
    method,
    path,
    timestamp: header('x-anjian-timestamp') ?? '',
    nonce: header('x-anjian-nonce') ?? '',
    body,
  }
  return (
    signature !== null &&
    typeof sender?.secret === 'string' &&
    isSigned(signature, sender.secret, signed)
  )
}

const serve = async (room: PushFeed, push: Push, now: Date): Promise<Answer> => {
  const { ingest, memory } = room
  const nonce = push.header('x-anjian-nonce') ?? ''
  if (!(await memory.useNonce(ingest.feed, nonce, now))) await replayed(room, push, now)
  const [key, hash] = [keyOf(push), createHash('sha256').update(push.body).digest('hex')]
  const before = key === undefined ? undefined : await memory.answer(ingest.feed, key)
  if (before && before.hash !== hash) throw new DomainError('key-reused')
  if (before) return { status: before.status, body: before.body }
  const items = itemsOf(push)
  const outcomes = await take(room, { items, peer: push.peer, sent: sentAt(push) }, now)
  const answer = answerOf(outcomes)
  if (key !== undefined) await memory.keepAnswer(ingest.feed, key, hash, answer, now)
  ingest.health.state(ingest.feed, 'listening')
  return answer
}

/** Somebody has heard a push and sends it as his own: people are to know. One sign for a minute of them. */
const replayed = async ({ ingest, sender }: PushFeed, push: Push, now: Date): Promise<never> => {
  const { feed, quarantine, health, intake } = ingest
  const device = sender?.key ?? ''
  const words = 'the nonce was used before'
  health.fault(feed)
  quarantine.refuse(
    { feed, device, peer: push.peer, reason: 'replay', offset: 0, words, bytes: new Uint8Array(0) },
    now,
  )
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
  const sign: Sign = {
    kind: 'sign',
    device,
    sign: 'replay',
    text: `重放的推送，来自 ${push.peer} A push was replayed`,
    at: minute,
    flags: [],
  }
  await intake(feed, [sign], now)
  throw new DomainError('bad-signature', [
    text('一次性随机数已使用过', 'The nonce was used before'),
  ])
}

/** The time stamp that is signed with it. */
const sentAt = ({ header }: Push): Date => new Date(Number(header('x-anjian-timestamp')) * 1_000)

const keyOf = ({ header }: Push): string | undefined => {
  const key = header('idempotency-key')
  if (key === undefined || /^[\x21-\x7e]{1,128}$/.test(key)) return key
  throw new DomainError('invalid-input', [
    text('幂等键无效', 'An idempotency key has 1 to 128 printable characters'),
  ])
}

const itemsOf = ({ body, header }: Push): unknown[] => {
  const read = readBody(body, header('content-type'))
  if (!read.ok)
    throw new DomainError(read.status === 415 ? 'file-type-refused' : 'invalid-json', [
      text('内容类型或字符集不符', read.words),
    ])
  const parsed = parseJson(read.text)
  if (!parsed.ok && parsed.excess)
    throw new DomainError('file-too-large', [
      text(
        `一次最多${mostValues}个值、${mostLevels}层`,
        `No more than ${mostValues} values and ${mostLevels} levels at once`,
      ),
    ])
  if (!parsed.ok)
    throw new DomainError('invalid-json', [text('JSON 无效或含有重复的键', parsed.words)])
  if (!Array.isArray(parsed.value))
    throw new DomainError('invalid-input', [text('须为 JSON 数组', 'Send an array')])
  if (parsed.value.length > mostItems)
    throw new DomainError('file-too-large', [
      text('一次最多1000条', 'No more than 1,000 items at once'),
    ])
  return parsed.value
}

const answerOf = (outcomes: Outcome[]): Answer => {
  const count = (result: Outcome['result']) =>
    outcomes.filter((one) => one.result === result).length
  const counts = {
    accepted: count('accepted'),
    duplicate: count('duplicate'),
    rejected: count('rejected'),
  }
  const taken = outcomes.length === 0 || counts.accepted + counts.duplicate > 0
  const strangers = outcomes.every((one) => one.result === 'rejected' && one.status === 403)
  return { status: taken ? 202 : strangers ? 403 : 422, body: { ...counts, items: outcomes } }
}

/** Whatever could not be stored is to be sent again: nothing of it was acknowledged. */
const unstored = ({ ingest }: PushFeed, error: Error): DomainError => {
  if (error instanceof DomainError) return error
  if (error.name === 'LeaseLost')
    return new DomainError(
      'unavailable',
      [text('请重试，另一节点正在接管', 'Another node takes over')],
      { retryAfter },
    )
  ingest.health.state(ingest.feed, 'down', `cannot store: ${error.message.slice(0, 200)}`)
  return new DomainError(
    'rate-limited',
    [text('暂时无法保存，请稍后重试', 'It cannot be stored now: send it again later')],
    { retryAfter },
  )
}
