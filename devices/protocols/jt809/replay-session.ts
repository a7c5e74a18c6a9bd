// What did a platform say in a frame that was kept, once it can be read?
import type { Conversation, Heard, Registry } from '../../frames/protocol.ts'
import { jt809Codec } from './codec.ts'
import { takeData } from './data.ts'
import { openFrame } from './frame.ts'
import { hasSubs } from './message.ts'
import { faulty, newPeer, silence } from './peer.ts'

/** Only of a platform that had signed in when it came, and only data: what was said to it in answer is over. */
export const afterwards = (registry: Registry, device: string | null): Conversation => ({
  open: silence,
  tick: silence,
  hear: (piece, now): Heard => {
    if (!piece.ok) return { ...silence(), faults: [{ ...piece.fault, device, bytes: piece.bytes }] }
    const opened = openFrame(piece.frame)
    if (!opened.ok)
      return { ...silence(), faults: [{ ...opened.fault, device, bytes: piece.frame }] }
    const { centre } = opened.header
    const known = registry.device(String(centre))
    if (device === null || !known)
      return faulty(
        device,
        'not-signed-in',
        '主链路未登录',
        `not signed in: ${centre}`,
        piece.frame,
        9,
      )
    const peer = newPeer(known, centre, now)
    const decoded = jt809Codec.decode(piece.frame, peer.dialect)
    if (!decoded.ok)
      return { ...silence(), faults: [{ ...decoded.fault, device, bytes: piece.frame }] }
    if (!hasSubs(decoded.message.type))
      return faulty(
        device,
        'no-data',
        '该消息不含业务数据',
        'a message of the link, not of data',
        piece.frame,
        9,
      )
    return takeData(peer, registry, decoded.message, piece.frame, now)
  },
})
