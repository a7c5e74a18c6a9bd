// How does an upper platform talk with the lower platforms that connect to it (main link)?
import { randomInt } from 'node:crypto'
import type { Conversation, Heard, Listening, Piece, Registry } from '../../frames/protocol.ts'
import { both } from '../../frames/words.ts'
import type { Command } from '../../port/port.ts'
import { BadFrames } from './bad-frames.ts'
import { jt809Codec } from './codec.ts'
import { countNotice, doCommand, linkSign } from './commands.ts'
import { takeData } from './data.ts'
import { framer809, type Header, openFrame } from './frame.ts'
import { hasSubs, type Message809, milliseconds } from './message.ts'
import { signOf } from './observe.ts'
import { dialectOf, faulty, joined, newPeer, type Peer, say, silence, untaken } from './peer.ts'
import { afterwards } from './replay-session.ts'
import { quotable, signInResult, slaveAddress } from './sign-in.ts'
import { slaveTalk } from './slave-session.ts'
import { signInWords } from './words.ts'

const MINUTE = 60_000
const DEAD = 3 * MINUTE
const NOTICE = 10 * MINUTE

/** `most`: peers that may be signed in at the same time. `verify` makes the check code of a sign-in. */
export const jt809 = ({
  most = 200,
  verify = () => randomInt(1, 0xffff_ffff),
}: {
  most?: number
  verify?: () => number
} = {}): Listening => {
  // Each feed has peers of its own.
  const memories = new WeakMap<Registry, Map<string, Peer>>()
  const peersOf = (registry: Registry): Map<string, Peer> => {
    const peers = memories.get(registry) ?? new Map<string, Peer>()
    memories.set(registry, peers)
    return peers
  }
  return {
    protocol: 'jt809',
    transport: 'tcp',
    framer: framer809,
    idleSeconds: DEAD / 1000,
    unanswered: true,
    converse: (registry, { address }) =>
      new MainTalk({ registry, peers: peersOf(registry), most, verify }, address),
    afterwards,
  }
}

type House = { registry: Registry; peers: Map<string, Peer>; most: number; verify: () => number }

class MainTalk implements Conversation {
  #peer: Peer | null = null
  #refusals = 0
  #heardAt = 0
  readonly #bad = new BadFrames()
  readonly #house: House
  readonly #address: string

  constructor(house: House, address: string) {
    this.#house = house
    this.#address = address
  }

  open(now: Date): Heard {
    this.#heardAt = now.getTime()
    return silence()
  }

  hear(piece: Piece, now: Date, first?: Date): Heard {
    const replaced = this.#replaced()
    if (replaced) return replaced
    this.#heardAt = now.getTime()
    if (!piece.ok) return this.#damaged(piece, now)
    const opened = openFrame(piece.frame)
    if (!opened.ok) return this.#damaged({ ...opened, bytes: piece.frame }, now)
    if (opened.header.type === 0x1001) return this.#signIn(opened.header, piece.frame, now)
    const peer = this.#peer
    const { centre } = opened.header
    if (!peer)
      return this.#count(
        faulty(
          null,
          'not-signed-in',
          '主链路未登录',
          `not signed in: ${centre}`,
          quotable(piece.frame),
          9,
        ),
        now,
      )
    if (centre !== peer.centre)
      return this.#count(
        faulty(
          peer.key,
          'wrong-centre',
          '接入码不符',
          'another access code',
          quotable(piece.frame),
          11,
        ),
        now,
      )
    const decoded = jt809Codec.decode(piece.frame, peer.dialect)
    if (!decoded.ok) return this.#damaged({ ...decoded, bytes: piece.frame }, now)
    peer.encrypted = { flag: decoded.message.encrypted, key: decoded.message.key }
    return this.#take(peer, decoded.message, piece.frame, now, first)
  }

  tick(now: Date): Heard {
    const replaced = this.#replaced()
    if (replaced) return replaced
    const moment = now.getTime()
    const peer = this.#peer
    if (moment - this.#heardAt > DEAD)
      return this.#leave(
        now,
        '主链路三分钟无消息',
        'nothing heard on the main link for three minutes',
      )
    if (!peer) return silence()
    peer.served = moment
    const notice =
      peer.slave.state !== 'up' && moment - peer.counted.since >= NOTICE
        ? [countNotice(peer, now)]
        : []
    return joined({ ...silence(), replies: notice }, this.#dial(peer, now))
  }

  command(command: Command, now: Date): Heard {
    if (this.#peer) return doCommand(this.#peer, command, now, 'main')
    return {
      ...silence(),
      answered: [
        { key: command.key, ok: false, words: both('下级平台未登录', 'the peer is not signed in') },
      ],
    }
  }

  #take(peer: Peer, message: Message809, frame: Uint8Array, now: Date, first?: Date): Heard {
    peer.served = now.getTime()
    if (hasSubs(message.type))
      return takeData(peer, this.#house.registry, message, frame, now, first)
    if (message.type === 0x1005) this.#beat(peer, message, now)
    if (message.type === 0x1005)
      return { ...silence(), replies: [say(peer, 0x1006, {}, now).bytes] }
    if (message.type === 0x1007 || message.type === 0x1008) return linkSign(peer, message, now)
    if (message.type !== 0x1003)
      return untaken(
        peer.key,
        'unknown-message',
        '未列入的消息',
        'a message that no table describes',
        frame,
        9,
      )
    const replies = [say(peer, 0x1004, {}, now).bytes]
    return { ...this.#leave(now, '主链路已注销', 'signed out'), replies }
  }

  #signIn(header: Header, frame: Uint8Array, now: Date): Heard {
    const { peers, registry, most, verify } = this.#house
    const device = registry.device(String(header.centre))
    // Whoever the registry does not know hears nothing.
    if (!device)
      return this.#refuse(
        faulty(
          String(header.centre),
          'unknown-peer',
          '未登记的平台',
          `not registered: ${header.centre}`,
          new Uint8Array(),
          11,
        ),
        now,
      )
    const decoded = jt809Codec.decode(frame, dialectOf(device.dialect))
    if (!decoded.ok)
      return this.#refuse(
        faulty(
          device.key,
          decoded.fault.reason,
          '无法解读的登录',
          'a sign-in that cannot be read',
          new Uint8Array(),
        ),
        now,
      )
    const { body } = decoded.message
    const others = [...peers.values()].filter(
      (one) => one.main !== null && one.key !== device.key && now.getTime() - one.served < DEAD,
    ).length
    const elsewhere = this.#peer !== null && this.#peer.key !== device.key
    const result = elsewhere
      ? 6
      : signInResult(
          device,
          header.centre,
          body.data ? null : body.values,
          this.#address,
          others >= most,
        )
    const peer = peerOf(peers, device, header.centre, now)
    const usual = peer.encrypted
    peer.encrypted = { flag: header.encrypted, key: header.key }
    const code = result === 0 ? verify() : 0
    const reply = say(peer, 0x1002, { values: { result, verify: code } }, now).bytes
    if (result !== 0) {
      // A refused stranger does not change how the true peer is spoken to.
      peer.encrypted = usual
      return this.#refuse({ ...refusal(device.key, result), replies: [reply] }, now)
    }
    this.#beat(peer, decoded.message, now)
    return joined(
      { ...silence(), device: device.key, replies: [reply] },
      this.#admit(peer, code, body.values, now),
    )
  }

  /** A sign-in and a keep-alive are of now; since 2019 they name the time of the platform. */
  #beat(peer: Peer, { time }: Message809, now: Date): void {
    const sent = time ? new Date(milliseconds(time)) : null
    this.#house.registry.clocks.heard(peer.key, { sent, sureness: 'beat' }, now)
  }

  #admit(peer: Peer, verify: number, values: Message809['body']['values'], now: Date): Heard {
    this.#peer = peer
    this.#refusals = 0
    const address = slaveAddress(peer.device, values)
    const slave: Peer['slave'] = {
      state: 'down',
      at: 0,
      address: typeof address === 'string' ? null : address,
    }
    Object.assign(peer, { main: this, served: now.getTime(), verify, slave, outbox: [] })
    const sign = signOf(
      peer.key,
      'signed-in',
      '下级平台已登录',
      'the lower platform signed in',
      now.toISOString(),
    )
    const denied =
      address === 'refused'
        ? faulty(
            peer.key,
            'slave-address',
            '从链路地址未登记，不予连接',
            'the slave address is not registered and not dialled',
            new Uint8Array(),
          )
        : silence()
    return joined({ ...silence(), observations: [sign] }, denied, this.#dial(peer, now))
  }

  /** The slave link is dialled once a minute until it stands; that it fell is told on the main link (0x9007). */
  #dial(peer: Peer, now: Date): Heard {
    const { slave } = peer
    if (!slave.address || now.getTime() - slave.at < MINUTE) return silence()
    const told =
      slave.state === 'down'
        ? []
        : [say(peer, 0x9007, { values: { reason: slave.state === 'dialled' ? 0 : 1 } }, now).bytes]
    peer.slave = { ...slave, state: 'dialled', at: now.getTime() }
    return {
      ...silence(),
      replies: told,
      dial: { ...slave.address, talk: slaveTalk(peer, this.#house.registry) },
    }
  }

  #damaged({ fault, bytes }: Extract<Piece, { ok: false }>, now: Date): Heard {
    const heard = {
      ...silence(),
      faults: [{ ...fault, device: this.#peer?.key ?? null, bytes: quotable(bytes) }],
    }
    return joined(heard, this.#bad.count(now, fault.reason))
  }

  #count(heard: Heard, now: Date): Heard {
    return joined(heard, this.#bad.count(now, heard.faults[0]?.reason ?? ''))
  }

  #refuse(heard: Heard, now: Date): Heard {
    this.#refusals += 1
    const counted = this.#count(heard, now)
    return this.#refusals >= 3
      ? { ...counted, close: both('三次登录失败', 'refused three times') }
      : counted
  }

  #leave(now: Date, zh: string, en: string): Heard {
    const peer = this.#peer
    if (!peer) return { ...silence(), close: both(zh, en) }
    peer.main = null
    this.#peer = null
    return {
      ...silence(),
      observations: [signOf(peer.key, 'signed-out', zh, en, now.toISOString())],
      close: both(zh, en),
    }
  }

  /** One main link for each peer: the newest. */
  #replaced(): Heard | null {
    if (!this.#peer || this.#peer.main === this) return null
    this.#peer = null
    return { ...silence(), close: both('已由新的连接取代', 'replaced by a newer connection') }
  }
}

const peerOf = (
  peers: Map<string, Peer>,
  device: Peer['device'],
  centre: number,
  now: Date,
): Peer => {
  const peer = peers.get(device.key) ?? newPeer(device, centre, now)
  const { dialect, gcj02 } = newPeer(device, centre, now)
  Object.assign(peer, { device, dialect, gcj02, centre })
  peers.set(device.key, peer)
  return peer
}

const refusal = (device: string, result: number): Heard => {
  const { zh, en } = signInWords[result] ?? { zh: '其他', en: 'other' }
  return faulty(device, `refused-${result}`, zh, en, new Uint8Array())
}
