// Which nodes of a plant are our measuring points, and how do its measurements read?
import type { Address, Flag, Level, Reading } from '../port/port.ts'
import { isGood, type LimitState } from './fields.ts'

/** `node` is a lasting name. `levels`: the park's own table of 高报, 高高报, 联锁, where it differs. */
export type Item = Address & {
  node: string
  unit: string | null
  levels: Partial<Record<LimitState, Level>>
}

/** As the stack has decoded it. */
export type Sampled = {
  value: unknown
  status: unknown
  source: Date | null
  server: Date | null
}

const skewMs = 60_000

/**
 * What was sampled, at the time that its source gave it. A source whose clock is more than a minute from its server's is marked, and the
 * server's time decides. What has stood for long before we subscribed (`first`) is true as of the server's time, and no fault of a clock.
 * Anything but a good status is a measurement without a value: bad is never normal.
 */
export const readingOf = (
  item: Item,
  sampled: Sampled,
  { now, first, flags }: { now: Date; first: boolean; flags: Flag[] },
): Reading => {
  const server = sampled.server ?? now
  const source = sampled.source ?? server
  const off = Math.abs(source.getTime() - server.getTime()) > skewMs
  const skewed = off && !(first && source < server)
  const value = isGood(sampled.status) ? numberOf(sampled.value) : null
  return {
    kind: 'reading',
    device: item.device,
    point: item.point,
    at: (off ? server : source).toISOString(),
    value,
    unit: item.unit,
    quality: value === null ? 'bad' : 'good',
    flags: skewed ? [...flags, 'skew'] : flags,
    message: sampleKey(item.node, sampled),
  }
}

/** Tells a sample that comes once more after a break of the connection. */
export const sampleKey = (node: string, { value, status, source, server }: Sampled): string =>
  `${node}@${(source ?? server)?.toISOString() ?? ''}=${isGood(status) ? String(value) : 'bad'}`

/** A number that is none (NaN, ∞) is no measurement, whatever its status says. */
export const isMeasured = ({ value, status }: Pick<Sampled, 'value' | 'status'>): boolean =>
  isGood(status) && (typeof value !== 'number' || Number.isFinite(value))

const numberOf = (value: unknown): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export type ItemIndex = { byNode: (node: string | null) => Item | undefined; all: readonly Item[] }

export const indexOf = (all: readonly Item[]): ItemIndex => {
  const nodes = new Map(all.map((item) => [item.node, item]))
  return { all, byNode: (node) => (node === null ? undefined : nodes.get(node)) }
}
