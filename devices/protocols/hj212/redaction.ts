// What of a frame may be kept for people to look at, and how is it made whole again to be read once more?
import type { Registry, Session, SessionOutput } from '../../frames/protocol.ts'
import { peek, withoutPassword } from './codec.ts'

/** The same session; what it refuses is kept without the password, also a stranger's: he may be one of ours whose number was damaged. */
export const withoutPasswords = (session: Session): Session => {
  const redacted = (output: SessionOutput): SessionOutput => ({
    ...output,
    faults: output.faults.map((one) => ({ ...one, bytes: withoutPassword(one.bytes) })),
  })
  const { command } = session
  return {
    ...session,
    receive: (...result) => redacted(session.receive(...result)),
    tick: (now) => redacted(session.tick(now)),
    redact: withoutPassword,
    ...(command ? { command: (...request) => redacted(command(...request)) } : {}),
  }
}

/** With the password that the register knows; if the station had sent another one, the check sum tells. */
export const restorePassword = (bytes: Uint8Array, registry: Registry): Uint8Array => {
  const secret = registry.device(peek(bytes, 'MN') ?? '')?.secret
  if (!secret) return bytes
  return Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/(?<=PW=)\*+/, (stars) => (stars.length === secret.length ? secret : stars)),
    'latin1',
  )
}
