// How is a lower platform asked, and how are its own questions answered?

import { createHash } from 'node:crypto'
import type { SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, refusedCommand } from '../../frames/session-output.ts'
import { both } from '../../frames/words.ts'
import type { Command, Condition, Document } from '../../port/port.ts'
import type { Body, Message809 } from './message.ts'
import { questionOf, signOf, vehicleKey, vehicleOf } from './observe.ts'
import { buildMessage, type Peer, remember } from './peer.ts'
import { shown } from './text.ts'
import { outcomeWords, warnTypes } from './words.ts'

/**
 * `supervise`: 0x9401 for an alarm of a vehicle (args: condition or type, time or the event that names it, source, deadline, urgent,
 * person, phone, mail); with args.event and
 * args.result the answer 0x1401 to such a demand of the peer. `query`: args.what `waybill` or `driver` of a vehicle (0x920B, 0x920A);
 * args.text a post query to the platform (0x9301); args.event and args.answer the answer 0x1301 to one (args: person, phone).
 */
export const doCommand = (
  peer: Peer,
  command: Command,
  now: Date,
  link: 'main' | 'slave',
): SessionOutput => {
  if (Date.parse(command.until) < now.getTime())
    return refusedCommand(command, '命令已过期', 'the command came too late')
  if ([...peer.requests.values()].includes(command.key)) return emptyOutput()
  const { verb, args } = command
  if (verb !== 'supervise' && verb !== 'query')
    return refusedCommand(command, '本协议不支持此命令', 'not a command of this protocol')
  if (args.answer !== undefined || args.result !== undefined) return answer(peer, command, now)
  const question = verb === 'supervise' ? supervise(command) : query(command)
  if (!question) return refusedCommand(command, '命令内容不全', 'the command lacks what it needs')
  const { bytes, sn } = buildMessage(peer, question.type, question.body, now)
  remember(peer.requests, question.waits, command.key)
  if (question.body.sub === 0x9301) remember(peer.requests, `query-sn/${sn}`, command.key)
  if (link === 'main' && peer.slave.state === 'up') peer.outbox.push(bytes)
  else return { ...emptyOutput(), replies: [bytes] }
  return emptyOutput()
}

type Question = { type: number; body: Partial<Body>; waits: string }

/** The same command has the same id, however often it is sent. */
const idOf = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0)

const seconds = (moment: string | undefined, otherwise: string): number =>
  Math.floor(Date.parse(moment ?? otherwise) / 1000)

const supervise = ({ key, device, args, until }: Command): Question | null => {
  const vehicle = vehicleOf(device)
  const time = seconds(args.time ?? /[^/]+$/.exec(args.event ?? '')?.[0], until)
  const known = warnTypes.find(({ condition }) => condition === args.condition)
  if (!vehicle.plate || Number.isNaN(vehicle.colour) || Number.isNaN(time)) return null
  const id = idOf(key)
  const values = {
    source: Number(args.source ?? 3),
    type: Number(args.type ?? known?.type ?? 0x0e),
    time,
    id,
    until: seconds(args.deadline, until),
    level: args.urgent === 'true' ? 0 : 1,
    person: args.person ?? '',
    phone: args.phone ?? '',
    mail: args.mail ?? '',
  }
  return { type: 0x9400, body: { vehicle, sub: 0x9401, values }, waits: `supervise/${id}` }
}

const query = ({ key, device, args }: Command): Question | null => {
  if (args.what === 'waybill' || args.what === 'driver') {
    const sub = args.what === 'waybill' ? 0x920b : 0x920a
    return {
      type: 0x9200,
      body: { vehicle: vehicleOf(device), sub, values: {} },
      waits: `${args.what}/${device}`,
    }
  }
  if (!args.text) return null
  const values = { objectType: 1, object: args.object ?? '', infoId: idOf(key), text: args.text }
  return { type: 0x9300, body: { sub: 0x9301, values }, waits: `query/${values.infoId}` }
}

/** Somebody on duty has answered what the peer asked. */
const answer = (peer: Peer, command: Command, now: Date): SessionOutput => {
  const { event = '', answer: words = '', result, person = '', phone = '' } = command.args
  const question = peer.questions.get(event)
  const supervised = question?.sub === 0x9401
  if (!question || (supervised ? !/^[0-3]$/.test(result ?? '') : words === ''))
    return refusedCommand(command, '没有待答的询问', 'no such question waits')
  peer.questions.delete(event)
  const { bytes } = supervised
    ? buildMessage(
        peer,
        0x1400,
        {
          vehicle: question.vehicle,
          sub: 0x1401,
          values: { id: question.values.id ?? 0, result: Number(result) },
        },
        now,
      )
    : buildMessage(
        peer,
        0x1300,
        { sub: 0x1301, values: answerTo(peer, question, { words, person, phone }) },
        now,
      )
  const over: Condition = {
    ...questionOf(
      peer.key,
      supervised ? 'supervised' : 'post-query',
      event,
      question.values,
      now.toISOString(),
    ),
    // What has the event of the question would be taken for the question once more.
    active: false,
    acked: true,
    event: `${event}/answered`,
  }
  return {
    ...emptyOutput(),
    observations: [over],
    replies: [bytes],
    answered: [{ key: command.key, ok: true, words: shown(words) }],
  }
}

type Answer = { words: string; person: string; phone: string }

const answerTo = (
  peer: Peer,
  { sn, values }: { sn: number; values: Body['values'] },
  { words, person, phone }: Answer,
): Body['values'] => {
  const { objectType = 1, object = '', infoId = 0 } = values
  if (peer.dialect.version === '2011') return { objectType, object, infoId, text: words }
  return { objectType, person, phone, object, sourceType: 0x9301, sourceSn: sn, text: words }
}

/** What the peer answers to a command: 0x1301, 0x1401, 0x120A, 0x120B. */
export const answeredBy = (peer: Peer, { body }: Message809, now: Date): SessionOutput => {
  const { sub, values, vehicle } = body
  const device = vehicle ? vehicleKey(vehicle) : peer.key
  if (sub === 0x1401) return outcome(peer, values, device, now)
  if (sub === 0x1301)
    return settled(
      peer,
      [`query/${values.infoId}`, `query-sn/${values.sourceSn}`],
      true,
      String(values.text ?? ''),
    )
  if (sub === 0x120b) return settled(peer, [`waybill/${device}`], true, String(values.text ?? ''))
  return sub === 0x120a
    ? settled(peer, [`driver/${device}`], true, String(values.name ?? ''))
    : emptyOutput()
}

const settled = (peer: Peer, waits: string[], ok: boolean, words: string): SessionOutput => {
  const key = waits.map((one) => peer.requests.get(one)).find((one) => one !== undefined)
  if (key === undefined) return emptyOutput()
  for (const [one, command] of peer.requests) if (command === key) peer.requests.delete(one)
  return { ...emptyOutput(), answered: [{ key, ok, words: shown(words) }] }
}

/** The first outcome answers the command; a later one is reported too, since "in process" is not the end. */
const outcome = (peer: Peer, values: Body['values'], device: string, now: Date): SessionOutput => {
  const words = outcomeWords[Number(values.result)]
  const text = words ? both(words.zh, words.en) : String(values.result)
  const document: Document = {
    kind: 'document',
    device,
    document: 'supervision',
    key: `${peer.key}/${values.id}`,
    at: now.toISOString(),
    flags: [],
    body: { result: values.result, words: text },
  }
  return {
    ...settled(peer, [`supervise/${values.id}`], values.result !== 2, text),
    observations: [document],
  }
}

/** 0x9101: how many positions came since the last notice. */
export const countNotice = (peer: Peer, now: Date): Uint8Array => {
  const { count, since } = peer.counted
  peer.counted = { count: 0, since: now.getTime() }
  const values = { count, begin: Math.floor(since / 1000), end: Math.floor(now.getTime() / 1000) }
  return buildMessage(peer, 0x9101, { values }, now).bytes
}

/** 0x1007 and 0x1008: the peer says why a link ends. */
export const linkSign = (peer: Peer, { type, body }: Message809, now: Date): SessionOutput => {
  const { reason } = body.values
  const at = now.toISOString()
  const sign =
    type === 0x1007
      ? signOf(
          peer.key,
          'main-link-cut',
          `主链路断开，原因${reason}`,
          `main link was cut, reason ${reason}`,
          at,
        )
      : signOf(
          peer.key,
          'peer-closing',
          `下级平台关闭链路，原因${reason}`,
          `the peer closes its links, reason ${reason}`,
          at,
        )
  return { ...emptyOutput(), observations: [sign] }
}
