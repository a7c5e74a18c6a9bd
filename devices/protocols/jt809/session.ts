// How does an upper platform communicate with the lower platforms that connect to it (main link)?

import { randomInt } from 'node:crypto'
import type {
  FramerResult,
  ProtocolDriver,
  Registry,
  Session,
  SessionOutput,
} from '../../frames/protocol.ts'
import { emptyOutput, joinOutputs } from '../../frames/session-output.ts'
import { both } from '../../frames/words.ts'
import type { Command } from '../../port/port.ts'
import {
  notSignedIn,
  platformPeerOf,
  refusedSignIn,
  signedIn,
  slaveAsked,
  unknownPeer,
  unreadableSignIn,
  wrongCentre,
} from './admission.ts'
import { BadFrames } from './bad-frames.ts'
import { jt809Codec } from './codec.ts'
import { countNotice, doCommand, linkSign } from './commands.ts'
import { takeData } from './data.ts'
import { framer809, type Header, openFrame } from './frame.ts'
import { hasSubs, type Message809, milliseconds } from './message.ts'
import { signOf } from './observe.ts'
import { buildMessage, dialectOf, type Peer, untaken } from './peer.ts'
import { replaySession } from './replay-session.ts'
import { quotable, signInResult } from './sign-in.ts'
import { createSlaveSession } from './slave-session.ts'

const MINUTE = 60_000
const DEAD = 3 * MINUTE
const NOTICE = 10 * MINUTE

/** `most`: peers that may be signed in at the same time. `verify` makes the check code of a sign-in. */
export const driverOfJt809 = ({
  most = 200,
  verify = () => randomInt(1, 0xffff_ffff),
}: {
  most?: number
  verify?: () => number
} = {}): ProtocolDriver => {
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
    createSession: (registry, { address }) =>
      new MainSession({ registry, peers: peersOf(registry), most, verify }, address),
    replaySession,
  }
}

type MainLinkDeps = {
  registry: Registry
  peers: Map<string, Peer>
  most: number
  verify: () => number
}

class MainSession implements Session {
  #peer: Peer | null = null
  #refusals = 0
  #heardAt = 0
  readonly #bad = new BadFrames()
  readonly #deps: MainLinkDeps
  readonly #address: string

  constructor(deps: MainLinkDeps, address: string) {
    this.#deps = deps
    this.#address = address
  }

  open(now: Date): SessionOutput {
    this.#heardAt = now.getTime()
    return emptyOutput()
  }

  receive(result: FramerResult, now: Date, first?: Date): SessionOutput {
    const replaced = this.#replaced()
    if (replaced) return replaced
    this.#heardAt = now.getTime()
    if (!result.ok) return this.#damaged(result, now)
    const opened = openFrame(result.frame)
    if (!opened.ok) return this.#damaged({ ...opened, bytes: result.frame }, now)
    if (opened.header.type === 0x1001) return this.#signIn(opened.header, result.frame, now)
    const peer = this.#peer
    const { centre } = opened.header
    if (!peer) return this.#count(notSignedIn(centre, result.frame), now)
    if (centre !== peer.centre) return this.#count(wrongCentre(peer.key, result.frame), now)
    const decoded = jt809Codec.decode(result.frame, peer.dialect)
    if (!decoded.ok) return this.#damaged({ ...decoded, bytes: result.frame }, now)
    peer.encrypted = { flag: decoded.message.encrypted, key: decoded.message.key }
    return this.#take(peer, decoded.message, result.frame, now, first)
  }

  tick(now: Date): SessionOutput {
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
    if (!peer) return emptyOutput()
    peer.served = moment
    const notice =
      peer.slave.state !== 'up' && moment - peer.counted.since >= NOTICE
        ? [countNotice(peer, now)]
        : []
    return joinOutputs({ ...emptyOutput(), replies: notice }, this.#dial(peer, now))
  }

  command(command: Command, now: Date): SessionOutput {
    if (this.#peer) return doCommand(this.#peer, command, now, 'main')
    return {
      ...emptyOutput(),
      answered: [
        { key: command.key, ok: false, words: both('下级平台未登录', 'the peer is not signed in') },
      ],
    }
  }

  #take(
    peer: Peer,
    message: Message809,
    frame: Uint8Array,
    now: Date,
    first?: Date,
  ): SessionOutput {
    peer.served = now.getTime()
    if (hasSubs(message.type))
      return takeData(peer, this.#deps.registry, message, frame, now, first)
    if (message.type === 0x1005) this.#beat(peer, message, now)
    if (message.type === 0x1005)
      return { ...emptyOutput(), replies: [buildMessage(peer, 0x1006, {}, now).bytes] }
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
    const replies = [buildMessage(peer, 0x1004, {}, now).bytes]
    return { ...this.#leave(now, '主链路已注销', 'signed out'), replies }
  }

  #signIn(header: Header, frame: Uint8Array, now: Date): SessionOutput {
    const { peers, registry, most, verify } = this.#deps
    const device = registry.device(String(header.centre))
    // Whoever the registry does not know hears nothing.
    if (!device) return this.#refuse(unknownPeer(header.centre), now)
    const decoded = jt809Codec.decode(frame, dialectOf(device.dialect))
    if (!decoded.ok) return this.#refuse(unreadableSignIn(device.key, decoded.fault.reason), now)
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
    const peer = platformPeerOf(peers, device, header.centre, now)
    const usual = peer.encrypted
    peer.encrypted = { flag: header.encrypted, key: header.key }
    const code = result === 0 ? verify() : 0
    const reply = buildMessage(peer, 0x1002, { values: { result, verify: code } }, now).bytes
    if (result !== 0) {
      // A refused stranger does not change how the true peer is spoken to.
      peer.encrypted = usual
      return this.#refuse({ ...refusedSignIn(device.key, result), replies: [reply] }, now)
    }
    this.#beat(peer, decoded.message, now)
    return joinOutputs(
      { ...emptyOutput(), device: device.key, replies: [reply] },
      this.#admit(peer, code, body.values, now),
    )
  }

  /** A sign-in and a keep-alive are of now; since 2019 they name the time of the platform. */
  #beat(peer: Peer, { time }: Message809, now: Date): void {
    const sent = time ? new Date(milliseconds(time)) : null
    this.#deps.registry.clocks.frame(peer.key, { sent, sureness: 'beat' }, now)
  }

  #admit(
    peer: Peer,
    verify: number,
    values: Message809['body']['values'],
    now: Date,
  ): SessionOutput {
    this.#peer = peer
    this.#refusals = 0
    const { slave, output } = slaveAsked(peer, values)
    Object.assign(peer, { main: this, served: now.getTime(), verify, slave, outbox: [] })
    return joinOutputs(signedIn(peer, now), output, this.#dial(peer, now))
  }

  /** The slave link is dialled once a minute until it stands; that it fell is told on the main link (0x9007). */
  #dial(peer: Peer, now: Date): SessionOutput {
    const { slave } = peer
    if (!slave.address || now.getTime() - slave.at < MINUTE) return emptyOutput()
    const replies =
      slave.state === 'down'
        ? []
        : [
            buildMessage(
              peer,
              0x9007,
              { values: { reason: slave.state === 'dialled' ? 0 : 1 } },
              now,
            ).bytes,
          ]
    peer.slave = { ...slave, state: 'dialled', at: now.getTime() }
    return {
      ...emptyOutput(),
      replies: replies,
      dial: { ...slave.address, session: createSlaveSession(peer, this.#deps.registry) },
    }
  }

  #damaged({ fault, bytes }: Extract<FramerResult, { ok: false }>, now: Date): SessionOutput {
    const output = {
      ...emptyOutput(),
      faults: [{ ...fault, device: this.#peer?.key ?? null, bytes: quotable(bytes) }],
    }
    return joinOutputs(output, this.#bad.count(now, fault.reason))
  }

  #count(output: SessionOutput, now: Date): SessionOutput {
    return joinOutputs(output, this.#bad.count(now, output.faults[0]?.reason ?? ''))
  }

  #refuse(output: SessionOutput, now: Date): SessionOutput {
    this.#refusals += 1
    const counted = this.#count(output, now)
    return this.#refusals >= 3
      ? { ...counted, close: both('三次登录失败', 'refused three times') }
      : counted
  }

  #leave(now: Date, zh: string, en: string): SessionOutput {
    const peer = this.#peer
    if (!peer) return { ...emptyOutput(), close: both(zh, en) }
    peer.main = null
    this.#peer = null
    return {
      ...emptyOutput(),
      observations: [signOf(peer.key, 'signed-out', zh, en, now.toISOString())],
      close: both(zh, en),
    }
  }

  /** One main link for each peer: the newest. */
  #replaced(): SessionOutput | null {
    if (!this.#peer || this.#peer.main === this) return null
    this.#peer = null
    return { ...emptyOutput(), close: both('已由新的连接取代', 'replaced by a newer connection') }
  }
}
