// May a lower platform sign in on the main link (0x1001), and where may its slave link be dialled?
import { timingSafeEqual } from 'node:crypto'
import type { RegisteredDevice } from '../../frames/protocol.ts'
import type { Values } from './fields.ts'

/** RESULT of 0x1002. `values` null: the body is no request to sign in. */
export const signInResult = (
  device: RegisteredDevice,
  centre: number,
  values: Values | null,
  address: string,
  busy: boolean,
): 0 | 1 | 2 | 3 | 4 | 5 | 6 => {
  if (!values) return 6
  if (device.hosts.length > 0 && !device.hosts.includes(bare(address))) return 1
  if (values.centre !== undefined && values.centre !== centre) return 2
  if (device.dialect.user !== undefined && values.user !== device.dialect.user) return 3
  if (device.secret === null || !same(String(values.password), device.secret)) return 4
  return busy ? 5 : 0
}

const same = (given: string, secret: string): boolean => {
  const [one, other] = [Buffer.from(given.padEnd(64, '\0')), Buffer.from(secret.padEnd(64, '\0'))]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** An IPv4 address that came over IPv6 is written as the registry writes it. */
export const bare = (address: string): string => address.replace(/^::ffff:/, '')

/**
 * The address is the sender's own claim, so only hosts that the registry names are dialled: otherwise anybody who may sign in could
 * have us connect to any place inside.
 */
export const slaveAddress = (
  device: RegisteredDevice,
  { ip, port }: Values,
): { host: string; port: number } | 'none' | 'refused' => {
  const host = String(ip ?? '').trim()
  if (device.dialect.slave === false || host === '' || host === '0.0.0.0' || !port) return 'none'
  return device.hosts.includes(host) ? { host, port: Number(port) } : 'refused'
}

/** What may be kept of a refused frame for people to look at: nothing of one that signs in or out, since it holds the password. */
export const quotable = (bytes: Uint8Array): Uint8Array => {
  // The type stands at 9, a little later when bytes before it are escaped.
  const secret = [9, 10, 11, 12, 13].some(
    (at) => bytes[at] === 0x10 && (bytes[at + 1] === 1 || bytes[at + 1] === 3),
  )
  return secret ? new Uint8Array() : bytes
}
