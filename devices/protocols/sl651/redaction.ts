// What of a frame may be kept for people to look at, and how is it made whole again to be read once more?
import type { Registry } from '../../frames/protocol.ts'
import { headerOf, withoutPassword } from './codec.ts'

const PASSWORD = 8

/** The password is blotted out, also of a stranger: he may be one of ours whose address was damaged. */
export const redact = (bytes: Uint8Array): Uint8Array => withoutPassword(bytes)

/** With the password that the register knows; if the station had sent another one, the CRC tells. */
export const restore = (bytes: Uint8Array, registry: Registry): Uint8Array => {
  const secret = registry.device(headerOf(bytes)?.station ?? '')?.secret
  const blotted = bytes[PASSWORD] === 0 && bytes[PASSWORD + 1] === 0
  if (!blotted || !secret || !/^[0-9a-f]{1,4}$/i.test(secret)) return bytes
  const whole = Uint8Array.from(bytes)
  whole.set(Buffer.from(secret.padStart(4, '0'), 'hex'), PASSWORD)
  return whole
}
