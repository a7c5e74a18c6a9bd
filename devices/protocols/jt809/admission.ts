// What is said and kept of a lower platform that signs in on the main link, or is refused?

import type { SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput } from '../../frames/session-output.ts'
import type { Message809 } from './message.ts'
import { signOf } from './observe.ts'
import { faultOutput, newPeer, type Peer } from './peer.ts'
import { quotable, slaveAddress } from './sign-in.ts'
import { signInWords } from './words.ts'

export const platformPeerOf = (
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

export const refusedSignIn = (device: string, result: number): SessionOutput => {
  const { zh, en } = signInWords[result] ?? { zh: '其他', en: 'other' }
  return faultOutput(device, `refused-${result}`, zh, en, new Uint8Array())
}

export const unknownPeer = (centre: number): SessionOutput =>
  faultOutput(
    String(centre),
    'unknown-peer',
    '未登记的平台',
    `not registered: ${centre}`,
    new Uint8Array(),
    11,
  )

export const unreadableSignIn = (device: string, reason: string): SessionOutput =>
  faultOutput(device, reason, '无法解读的登录', 'a sign-in that cannot be read', new Uint8Array())

/** Before a sign-in nothing is taken; the frame is kept without its password. */
export const notSignedIn = (centre: number, frame: Uint8Array): SessionOutput =>
  faultOutput(null, 'not-signed-in', '主链路未登录', `not signed in: ${centre}`, quotable(frame), 9)

export const wrongCentre = (device: string, frame: Uint8Array): SessionOutput =>
  faultOutput(device, 'wrong-centre', '接入码不符', 'another access code', quotable(frame), 11)

export const signedIn = ({ key }: Peer, now: Date): SessionOutput => ({
  ...emptyOutput(),
  observations: [
    signOf(key, 'signed-in', '下级平台已登录', 'the lower platform signed in', now.toISOString()),
  ],
})

/** The slave link that the peer asks for, and what is heard when it may not be dialled. */
export const slaveAsked = (
  { key, device }: Peer,
  values: Message809['body']['values'],
): { slave: Peer['slave']; output: SessionOutput } => {
  const address = slaveAddress(device, values)
  const output =
    address === 'refused'
      ? faultOutput(
          key,
          'slave-address',
          '从链路地址未登记，不予连接',
          'the slave address is not registered and not dialled',
          new Uint8Array(),
        )
      : emptyOutput()
  return {
    slave: { state: 'down', at: 0, address: typeof address === 'string' ? null : address },
    output,
  }
}
