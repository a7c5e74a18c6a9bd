// Who is sent a warning?
import type { AlarmLevel } from '../duty/views.ts'
import { isRegion, regionsBelow } from '../organisation/regions.ts'

export type Wanting = {
  id: string
  enabled: boolean
  /** Empty: all. A city holds its counties, and what concerns the whole of it concerns each of them. */
  regions: string[]
  /** This one and graver ones. */
  leastLevel: AlarmLevel
  exercises: boolean
}

/** An address of the web that carries no password of its own. */
export const isAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

type About = { region: string; level: AlarmLevel; exercise: boolean }

const holds = (one: string, other: string): boolean =>
  one === other || (isRegion(one) && isRegion(other) && regionsBelow(one).includes(other))

const wants = (
  { enabled, regions, leastLevel, exercises }: Wanting,
  { region, level, exercise }: About,
): boolean =>
  enabled &&
  level <= leastLevel &&
  (regions.length === 0 || regions.some((one) => holds(one, region) || holds(region, one))) &&
  (exercises || !exercise)

/** Whoever wants it, and whoever has been notified of the incident before: he must hear how it goes on. */
export const takersOf = <Receiver extends Wanting>(
  receivers: Receiver[],
  reached: ReadonlySet<string>,
  about: About,
): Receiver[] =>
  receivers.filter((one) => (one.enabled && reached.has(one.id)) || wants(one, about))
