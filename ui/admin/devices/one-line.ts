// How is one device enrolled or changed, by one line of the same sheet that many are enrolled by?
import { typedDialect } from '../../../domain/duty/device-settings.ts'
import { Refusal } from '../../client/client.ts'
import { registryApi } from '../../client/devices/registry.ts'
import type { KeyOf } from '../../reading/requests.ts'
import { csvOf } from './csv.ts'
import type { ConnectionSettings } from './hearing.tsx'
import { registryWords as w } from './words/words.ts'

/** As it is typed. */
export type DeviceLine = {
  name: string
  enterprise: string
  region: string
  lon: string
  lat: string
  synthetic: boolean
  connection: ConnectionSettings
}
type Which = { feed: string; protocol: string; key: string }

/** `stands`: what is left empty was taken away, but for the password. */
type How = { reason: string; stands: boolean }

/** Throws `Refusal` with what is wrong in the line. */
export const sendDevice = async (
  { feed, protocol, key }: Which,
  line: DeviceLine,
  { reason, stands }: How,
  keyOf: KeyOf,
): Promise<void> => {
  const { secret, hosts, dialect } = line.connection
  const parameters = typedDialect(protocol, dialect)
  const content = csvOf([
    [
      'feed',
      'deviceKey',
      'deviceName',
      'enterprise',
      'region',
      'lon',
      'lat',
      'synthetic',
      'secret',
      'hosts',
      'dialect',
    ],
    [
      feed,
      key,
      line.name.trim(),
      line.enterprise.trim(),
      line.region.trim(),
      line.lon.trim(),
      line.lat.trim(),
      line.synthetic ? 'yes' : 'no',
      secret,
      hosts.trim() || (stands ? '*' : ''),
      stands || Object.keys(parameters).length > 0 ? JSON.stringify(parameters) : '',
    ],
  ])
  const sheet = { format: 'csv' as const, content, apply: true, reason }
  const { applied, faults } = await registryApi.sheet(sheet, keyOf(sheet))
  if (!applied)
    throw new Refusal(422, {
      code: 'invalid-input',
      title: w.notSaved,
      reasons: faults.map(({ words }) => words),
    })
}
