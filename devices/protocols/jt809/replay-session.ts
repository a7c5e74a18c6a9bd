// What did a platform say in a frame that was kept, once it can be read?

import type { Registry, Session, SessionOutput } from '../../frames/protocol.ts'
import { emptyOutput } from '../../frames/session-output.ts'
import { jt809Codec } from './codec.ts'
import { takeData } from './data.ts'
import { openFrame } from './frame.ts'
import { hasSubs } from './message.ts'
import { faultOutput, newPeer } from './peer.ts'

/** Only of a platform that had signed in when it came, and only data: what was said to it in answer is over. */
export const replaySession = (registry: Registry, device: string | null): Session => ({
  open: emptyOutput,
  tick: emptyOutput,
  receive: (result, now): SessionOutput => {
    if (!result.ok)
      return { ...emptyOutput(), faults: [{ ...result.fault, device, bytes: result.bytes }] }
    const opened = openFrame(result.frame)
    if (!opened.ok)
      return { ...emptyOutput(), faults: [{ ...opened.fault, device, bytes: result.frame }] }
    const { centre } = opened.header
    const known = registry.device(String(centre))
    if (device === null || !known)
      return faultOutput(
        device,
        'not-signed-in',
        '主链路未登录',
        `not signed in: ${centre}`,
        result.frame,
        9,
      )
    const peer = newPeer(known, centre, now)
    const decoded = jt809Codec.decode(result.frame, peer.dialect)
    if (!decoded.ok)
      return { ...emptyOutput(), faults: [{ ...decoded.fault, device, bytes: result.frame }] }
    if (!hasSubs(decoded.message.type))
      return faultOutput(
        device,
        'no-data',
        '该消息不含业务数据',
        'a message of the link, not of data',
        result.frame,
        9,
      )
    return takeData(peer, registry, decoded.message, result.frame, now)
  },
})
