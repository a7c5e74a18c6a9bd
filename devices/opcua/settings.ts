// How is a plant reached, and by whom do we say that we are?
import { asPrivateKey } from '../../domain/duty/feed-settings.ts'

/** Deprecated policies (Basic128Rsa15, Basic256) are not among them, and none at all only before a simulator. */
export const policies = ['Aes256_Sha256_RsaPss', 'Basic256Sha256', 'Aes128_Sha256_RsaOaep'] as const
export type Policy = (typeof policies)[number]

export type Identity =
  | { kind: 'anonymous' }
  | { kind: 'user'; name: string; password: string }
  /** PEM. */
  | { kind: 'certificate'; certificate: string; key: string }

export type LinkSettings = {
  url: string
  policy: Policy | 'none'
  identity: Identity
  /** The device that stands for the plant as a whole. */
  plant: string
  /** Milliseconds. */
  publishingMs: number
  samplingMs: number
  /** Seconds without a change after which a point is suspected to be frozen; null: never. */
  frozenAfter: number | null
  /** A simulator plays the plant: only then may the line be open, and all that comes of it is an exercise. */
  simulated: boolean
}

/** Names the setting that makes no sense. */
export class SettingsError extends Error {
  readonly setting: string
  constructor(setting: string, why: string) {
    super(`${setting}: ${why}`)
    this.name = 'SettingsError'
    this.setting = setting
  }
}

/** From the row of a feed; `secret` is kept apart from it. Throws `SettingsError`. */
export const readSettings = (
  given: Readonly<Record<string, unknown>>,
  of: { simulated: boolean; secret: string | null },
): LinkSettings => {
  const text = (name: string, usual: string): string =>
    typeof given[name] === 'string' ? given[name] : usual
  const url = text('url', '')
  if (!/^opc\.tcp:\/\/[^\s/]+/.test(url)) throw new SettingsError('url', 'opc.tcp://host:port/path')
  return {
    url,
    policy: policyOf(text('policy', 'Basic256Sha256'), of.simulated),
    identity: identityOf(text('user', ''), text('certificate', ''), of.secret),
    plant: text('plant', 'plant'),
    publishingMs: within(given.publishingMs, 1_000, [50, 60_000]),
    samplingMs: within(given.samplingMs, 1_000, [0, 3_600_000]),
    frozenAfter:
      given.frozenAfter === undefined ? null : within(given.frozenAfter, 3_600, [1, 86_400]),
    simulated: of.simulated,
  }
}

const policyOf = (given: string, simulated: boolean): LinkSettings['policy'] => {
  if (given === 'none') {
    if (!simulated) throw new SettingsError('policy', 'an open line is only for simulators')
    return 'none'
  }
  const known = policies.find((one) => one === given)
  if (!known) throw new SettingsError('policy', policies.join(', '))
  return known
}

const identityOf = (user: string, certificate: string, secret: string | null): Identity => {
  if (user !== '') return { kind: 'user', name: user, password: secret ?? '' }
  if (certificate !== '')
    return { kind: 'certificate', certificate, key: asPrivateKey(secret ?? '') ?? secret ?? '' }
  return { kind: 'anonymous' }
}

const within = (given: unknown, usual: number, [least, most]: [number, number]): number =>
  Math.min(
    most,
    Math.max(least, typeof given === 'number' && Number.isFinite(given) ? given : usual),
  )
