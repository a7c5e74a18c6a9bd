// Has this person signed in from this device before?
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Settings } from '../http/deps.ts'

type Signing = Pick<Settings, 'secret' | 'publicUrl'>

const keptSeconds = 180 * 86_400

/** One cookie for each person, for a device of the duty desk is several people's. */
const nameFor = (username: string): string =>
  `anjian.device.${createHash('sha256').update(username).digest('hex').slice(0, 12)}`

const markOf = ({ secret }: Signing, username: string, device: string): string =>
  createHmac('sha256', secret).update(`known device ${device} of ${username}`).digest('hex')

/** The id of the device when its signed cookie says that this user name has signed in from it; null: it is not known. */
export const knownDevice = (
  signing: Signing,
  cookies: string | undefined,
  username: string,
): string | null => {
  const name = `${nameFor(username)}=`
  const value = cookies
    ?.split(/;\s*/)
    .find((one) => one.startsWith(name))
    ?.slice(name.length)
  const [, device, mark] = /^([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(value ?? '') ?? []
  if (device === undefined || mark === undefined) return null
  return timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(signing, username, device)))
    ? device
    : null
}

/** The cookie that makes a device known after a good sign-in; it opens nothing and goes nowhere but to the sign-in. */
export const deviceCookie = (
  signing: Signing,
  username: string,
  device = randomBytes(16).toString('hex'),
): string =>
  [
    `${nameFor(username)}=${device}.${markOf(signing, username, device)}`,
    `Max-Age=${keptSeconds}`,
    'Path=/api/session',
    'HttpOnly',
    'SameSite=Lax',
    ...(signing.publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')
