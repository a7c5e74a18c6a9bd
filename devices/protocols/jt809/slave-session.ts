// What is said on the slave link, which we open to the lower platform?

import type { FramerResult, Registry, Session, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput, joinOutputs } from '../../frames/session-output.ts'
import { both } from '../../frames/words.ts'
import { BadFrames } from './bad-frames.ts'
import { jt809Codec } from './codec.ts'
import { countNotice, doCommand, linkSign } from './commands.ts'
import { takeData } from './data.ts'
import { hasSubs, type Message809 } from './message.ts'
import { buildMessage, faultOutput, type Peer } from './peer.ts'

const MINUTE = 60_000
const DEAD = 3 * MINUTE
const NOTICE = 10 * MINUTE

export const createSlaveSession = (peer: Peer, registry: Registry): Session => {
  const bad = new BadFrames()
  const mine = peer.slave
  let lastReceivedAt = 0
  let requestedAt = 0
  const receive = (result: FramerResult, now: Date, first?: Date): SessionOutput => {
    if (peer.slave !== mine) return replaced
    lastReceivedAt = now.getTime()
    if (!result.ok) return joinOutputs(faultOf(peer, result), bad.count(now, result.fault.reason))
    const decoded = jt809Codec.decode(result.frame, peer.dialect)
    if (!decoded.ok)
      return joinOutputs(
        faultOf(peer, { ...decoded, bytes: result.frame }),
        bad.count(now, decoded.fault.reason),
      )
    const { message } = decoded
    if (message.centre !== peer.centre) return wrongCentre(peer, result.frame)
    if (message.type === 0x9002) return admitted(peer, message, now)
    if (peer.slave.state !== 'up') return notSignedIn(peer, result.frame)
    const data = hasSubs(message.type)
    return joinOutputs(
      flush(peer),
      data ? takeData(peer, registry, message, result.frame, now, first) : link(peer, message, now),
    )
  }
  const tick = (now: Date): SessionOutput => {
    if (peer.slave !== mine) return replaced
    const moment = now.getTime()
    if (peer.main === null || moment - peer.served > DEAD) return leave(peer, now)
    if (moment - lastReceivedAt > DEAD)
      return lost(peer, '从链路三分钟无应答', 'no answer on the slave link for three minutes')
    if (peer.slave.state !== 'up') return emptyOutput()
    peer.slave.at = moment
    const keep = moment - requestedAt >= MINUTE
    if (keep) requestedAt = moment
    const notice = moment - peer.counted.since >= NOTICE ? [countNotice(peer, now)] : []
    const alive = keep ? [buildMessage(peer, 0x9005, {}, now).bytes] : []
    return joinOutputs(flush(peer), { ...emptyOutput(), replies: [...alive, ...notice] })
  }
  return {
    open: (now) => {
      lastReceivedAt = now.getTime()
      requestedAt = now.getTime()
      // The main link is the peer's connection: this one does not claim its name.
      return {
        ...emptyOutput(),
        replies: [buildMessage(peer, 0x9001, { values: { verify: peer.verify } }, now).bytes],
      }
    },
    receive,
    tick,
    command: (command, now) => doCommand(peer, command, now, 'slave'),
  }
}

const wrongCentre = (peer: Peer, frame: Uint8Array): SessionOutput =>
  faultOutput(peer.key, 'wrong-centre', '接入码不符', 'another access code', frame, 11)

const notSignedIn = (peer: Peer, frame: Uint8Array): SessionOutput =>
  faultOutput(
    peer.key,
    'not-signed-in',
    '从链路未登录',
    'the slave link is not signed in',
    frame,
    9,
  )

const faultOf = (
  peer: Peer,
  { fault, bytes }: Extract<FramerResult, { ok: false }>,
): SessionOutput => ({
  ...emptyOutput(),
  faults: [{ ...fault, device: peer.key, bytes }],
})

const replaced: SessionOutput = {
  ...emptyOutput(),
  close: both('已由新的连接取代', 'replaced by a newer connection'),
}

const flush = (peer: Peer): SessionOutput => ({ ...emptyOutput(), replies: peer.outbox.splice(0) })

const admitted = (peer: Peer, { body }: Message809, now: Date): SessionOutput => {
  if (body.values.result !== 0) return lost(peer, '从链路登录被拒绝', 'the slave link was refused')
  peer.slave.state = 'up'
  peer.slave.at = now.getTime()
  return flush(peer)
}

const link = (peer: Peer, message: Message809, now: Date): SessionOutput => {
  if (message.type === 0x9003)
    return {
      ...lost(peer, '从链路已注销', 'signed out'),
      replies: [buildMessage(peer, 0x9004, {}, now).bytes],
    }
  if (message.type === 0x9004) return lost(peer, '从链路已注销', 'signed out')
  if (message.type === 0x9005)
    return { ...emptyOutput(), replies: [buildMessage(peer, 0x9006, {}, now).bytes] }
  return message.type === 0x1007 || message.type === 0x1008
    ? linkSign(peer, message, now)
    : emptyOutput()
}

const lost = (peer: Peer, zh: string, en: string): SessionOutput => {
  peer.slave.state = peer.slave.state === 'up' ? 'fallen' : 'down'
  return { ...emptyOutput(), close: both(zh, en) }
}

const leave = (peer: Peer, now: Date): SessionOutput => ({
  ...lost(peer, '主链路已断开', 'the main link is gone'),
  replies: [buildMessage(peer, 0x9003, { values: { verify: peer.verify } }, now).bytes],
})
