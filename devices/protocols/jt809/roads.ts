// Which ways do simulated vehicles drive, and where are they after so many metres?

type Point = [lon: number, lat: number]

/** Made up, near 118.85° E 28.95° N; they follow no real road. */
export const roads: Point[][] = [
  [
    [118.802, 28.902],
    [118.829, 28.914],
    [118.851, 28.933],
    [118.868, 28.951],
    [118.877, 28.972],
    [118.901, 28.986],
  ],
  [
    [118.741, 28.961],
    [118.778, 28.956],
    [118.815, 28.953],
    [118.852, 28.948],
    [118.893, 28.951],
    [118.934, 28.96],
    [118.978, 28.972],
  ],
  [
    [118.856, 28.861],
    [118.853, 28.889],
    [118.847, 28.918],
    [118.849, 28.947],
    [118.842, 28.981],
    [118.836, 29.017],
  ],
  [
    [118.772, 28.988],
    [118.796, 28.979],
    [118.822, 28.967],
    [118.845, 28.944],
    [118.871, 28.921],
    [118.906, 28.909],
    [118.941, 28.893],
  ],
]

const METRES_PER_DEGREE = 111_320
const gap = ([lon, lat]: Point, [toLon, toLat]: Point): Point => [
  (toLon - lon) * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180),
  (toLat - lat) * METRES_PER_DEGREE,
]

const lengthOf = (road: Point[]): number =>
  road
    .slice(1)
    .reduce((sum, point, index) => sum + Math.hypot(...gap(road[index] ?? point, point)), 0)

/** There and back again, for ever. `direction`: degrees from north. */
export const along = (
  road: Point[],
  metres: number,
): { lon: number; lat: number; direction: number } => {
  const length = lengthOf(road)
  const lap = metres % (2 * length)
  const back = lap > length
  const way = back ? [...road].reverse() : road
  let left = back ? lap - length : lap
  for (const [index, point] of way.slice(1).entries()) {
    const from = way[index] ?? point
    const [east, north] = gap(from, point)
    const step = Math.hypot(east, north)
    const direction = Math.round((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
    if (left <= step)
      return {
        lon: from[0] + ((point[0] - from[0]) * left) / step,
        lat: from[1] + ((point[1] - from[1]) * left) / step,
        direction,
      }
    left -= step
  }
  const [lon, lat] = way.at(-1) ?? [0, 0]
  return { lon, lat, direction: 0 }
}
