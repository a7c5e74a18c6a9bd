// What is said on the slave link, which we open to the lower platform?
import type { Conversation, Heard, Piece, Registry } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'
import { BadFrames } from './bad-frames.ts'
import { jt809Codec } from './codec.ts'
import { countNotice, doCommand, linkSign } from './commands.ts'
import { takeData } from './data.ts'
import { hasSubs, type Message809 } from './message.ts'
import { faulty, joined, type Peer, say, silence } from './peer.ts'

const MINUTE = 60_000
const DEAD = 3 * MINUTE
const NOTICE = 10 * MINUTE

export const slaveTalk = (peer: Peer, registry: Registry): Conversation => {
  const bad = new BadFrames()
  const mine = peer.slave
  let heardAt = 0
  let askedAt = 0
  const hear = (piece: Piece, now: Date, first?: Date): Heard => {
    if (peer.slave !== mine) return replaced
    heardAt = now.getTime()
    if (!piece.ok) return joined(faultOf(peer, piece), bad.count(now, piece.fault.reason))
    const decoded = jt809Codec.decode(piece.frame, peer.dialect)
    if (!decoded.ok)
      return joined(
        faultOf(peer, { ...decoded, bytes: piece.frame }),
        bad.count(now, decoded.fault.reason),
      )
    const { message } = decoded
    if (message.centre !== peer.centre)
      return faulty(peer.key, 'wrong-centre', '接入码不符', 'another access code', piece.frame, 11)
    if (message.type === 0x9002) return admitted(peer, message, now)
    if (peer.slave.state !== 'up')
      return faulty(
        peer.key,
        'not-signed-in',
        '从链路未登录',
        'the slave link is not signed in',
        piece.frame,
        9,
      )
    const data = hasSubs(message.type)
    return joined(
      flush(peer),
      data ? takeData(peer, registry, message, piece.frame, now, first) : link(peer, message, now),
    )
  }
  const tick = (now: Date): Heard => {
    if (peer.slave !== mine) return replaced
    const moment = now.getTime()
    if (peer.main === null || moment - peer.served > DEAD) return leave(peer, now)
    if (moment - heardAt > DEAD)
      return lost(peer, '从链路三分钟无应答', 'no answer on the slave link for three minutes')
    if (peer.slave.state !== 'up') return silence()
    peer.slave.at = moment
    const keep = moment - askedAt >= MINUTE
    if (keep) askedAt = moment
    const notice = moment - peer.counted.since >= NOTICE ? [countNotice(peer, now)] : []
    const alive = keep ? [say(peer, 0x9005, {}, now).bytes] : []
    return joined(flush(peer), { ...silence(), replies: [...alive, ...notice] })
  }
  return {
    open: (now) => {
      heardAt = now.getTime()
      askedAt = now.getTime()
      // The main link is the peer's connection: this one does not claim its name.
      return {
        ...silence(),
        replies: [say(peer, 0x9001, { values: { verify: peer.verify } }, now).bytes],
      }
    },
    hear,
    tick,
    command: (command, now) => doCommand(peer, command, now, 'slave'),
  }
}

const faultOf = (peer: Peer, { fault, bytes }: Extract<Piece, { ok: false }>): Heard => ({
  ...silence(),
  faults: [{ ...fault, device: peer.key, bytes }],
})

const replaced: Heard = {
  ...silence(),
  close: both('已由新的连接取代', 'replaced by a newer connection'),
}

const flush = (peer: Peer): Heard => ({ ...silence(), replies: peer.outbox.splice(0) })

const admitted = (peer: Peer, { body }: Message809, now: Date): Heard => {
  if (body.values.result !== 0) return lost(peer, '从链路登录被拒绝', 'the slave link was refused')
  peer.slave.state = 'up'
  peer.slave.at = now.getTime()
  return flush(peer)
}

const link = (peer: Peer, message: Message809, now: Date): Heard => {
  if (message.type === 0x9003)
    return {
      ...lost(peer, '从链路已注销', 'signed out'),
      replies: [say(peer, 0x9004, {}, now).bytes],
    }
  if (message.type === 0x9004) return lost(peer, '从链路已注销', 'signed out')
  if (message.type === 0x9005) return { ...silence(), replies: [say(peer, 0x9006, {}, now).bytes] }
  return message.type === 0x1007 || message.type === 0x1008
    ? linkSign(peer, message, now)
    : silence()
}

const lost = (peer: Peer, zh: string, en: string): Heard => {
  peer.slave.state = peer.slave.state === 'up' ? 'fallen' : 'down'
  return { ...silence(), close: both(zh, en) }
}

const leave = (peer: Peer, now: Date): Heard => ({
  ...lost(peer, '主链路已断开', 'the main link is gone'),
  replies: [say(peer, 0x9003, { values: { verify: peer.verify } }, now).bytes],
})
