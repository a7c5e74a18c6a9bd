// How far is a vehicle from the line that it should follow?

export type Spot = { lon: number; lat: number }
/** Degrees of WGS 84; how far beside it is still on it, metres. */
export type Route = { line: [lon: number, lat: number][]; metres: number }

const metresPerDegree = 111_320

/** To the nearest piece of the line, metres; good to a percent over a city. */
export const metresOff = ({ lon, lat }: Spot, { line }: Route): number => {
  const east = metresPerDegree * Math.cos((lat / 180) * Math.PI)
  const flat = line.map(([x, y]) => ({ x: (x - lon) * east, y: (y - lat) * metresPerDegree }))
  const first = flat[0]
  if (!first) return 0
  const others = flat.slice(1)
  if (others.length === 0) return Math.hypot(first.x, first.y)
  return Math.min(...others.map((to, n) => fromOrigin(flat[n] ?? first, to)))
}

type Flat = { x: number; y: number }

const fromOrigin = (from: Flat, to: Flat): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(from.x * dx + from.y * dy) / length))
  return Math.hypot(from.x + along * dx, from.y + along * dy)
}

/** Undefined: none is registered, or what is registered is no line. */
export const routeOf = (written: unknown): Route | undefined => {
  const { line, metres } = (written ?? {}) as { line?: unknown; metres?: unknown }
  const isSpot = (spot: unknown): spot is [number, number] =>
    Array.isArray(spot) && spot.length === 2 && spot.every((part) => typeof part === 'number')
  return Array.isArray(line) && line.length > 0 && line.every(isSpot) && typeof metres === 'number'
    ? { line, metres }
    : undefined
}
