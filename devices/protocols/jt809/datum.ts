// Which place on the earth do Chinese map coordinates mean?

type Place = { lon: number; lat: number }

const AXIS = 6_378_245
const FLATTENING = 0.006_693_421_622_965_943

/** GCJ-02 (the shifted datum of Chinese web maps) to WGS 84, to better than a metre. */
export const fromGcj02 = (there: Place): Place => {
  let guess = there
  for (let turn = 0; turn < 4; turn++) {
    const back = toGcj02(guess)
    guess = { lon: guess.lon + there.lon - back.lon, lat: guess.lat + there.lat - back.lat }
  }
  return guess
}

export const toGcj02 = ({ lon, lat }: Place): Place => {
  const x = lon - 105
  const y = lat - 35
  const radians = (lat / 180) * Math.PI
  const magic = 1 - FLATTENING * Math.sin(radians) ** 2
  const perLat = ((AXIS * (1 - FLATTENING)) / (magic * Math.sqrt(magic))) * (Math.PI / 180)
  const perLon = (AXIS / Math.sqrt(magic)) * Math.cos(radians) * (Math.PI / 180)
  return { lon: lon + east(x, y) / perLon, lat: lat + north(x, y) / perLat }
}

const wave = (value: number, ...parts: [factor: number, per: number][]): number =>
  parts.reduce((sum, [factor, per]) => sum + (factor * 2 * Math.sin(value * Math.PI * per)) / 3, 0)

const common = (x: number): number => wave(x, [20, 6], [20, 2])

const north = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  common(x) +
  wave(y, [20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30])

const east = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  common(x) +
  wave(x, [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30])
