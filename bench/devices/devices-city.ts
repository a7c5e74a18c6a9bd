// Which devices has the measured prefecture, how many readings a second do they send, and over what?
import { createHash } from 'node:crypto'
import { freePort } from '../../bin/infra/ports.ts'
import { fireCentre, outfallPassword, platformSecret, water } from '../../bin/simulate/city.ts'
import { plantDevices, plantFeed, plantSettings } from '../../bin/simulate/park.ts'
import type { Database } from '../../db/client.ts'
import {
  devices as deviceRows,
  feeds as feedRows,
  points as pointRows,
} from '../../db/schema/devices/devices.ts'
import { vehicleKey } from '../../devices/protocols/jt809/observe.ts'
import { fleet } from '../../devices/protocols/jt809/simulated-vehicles.ts'

export const SECRET = 'the secret of a measured platform'
export const PLATFORMS = 8
export const PLANTS = 8
export const TAGS = 50
/** So many of the lifts tell how they are each second, each of them once a minute. */
export const LIFTS = 28
export const LIFT_EVERY = 60
export const FLEETS = 2
export const VEHICLES = 1_000
export const VEHICLE_EVERY = 10
export const OUTFALLS = 50
export const OUTFALL_EVERY = 10
export const RESERVOIRS = 20
export const PANELS = 20
export const GAUGES = 1_000
export const VEHICLE_SEED = 7

export const liftPoints = [
  'car_status',
  'direction',
  'door_zone',
  'door_status',
  'service_mode',
  'person',
]
export const measures = ['w01018', 'w21003', 'w01001', 'w21001', 'w21011', 'w01012'].map(
  (code) => ({
    code,
    usual: code === 'w01001' ? 7.2 : 20,
    swing: code === 'w01001' ? 0.05 : 0.3,
  }),
)

const suffixes = ['Rtd', 'Min', 'Avg', 'Max', 'Cou']

/** The desk whose rows are looked at; all that is beyond a limit is there. */
export const DESK = { region: '330802', person: 'kecheng.duty' }
const counties = ['330802', '330803', '330822', '330824', '330825', '330881', '330871']
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n)
const numbered = (words: string, n: number, digits = 4): string =>
  `${words}${String(n + 1).padStart(digits, '0')}`

export const plantKey = (platform: number, plant: number): string =>
  numbered(`HS${platform + 1}-`, plant)
export const tagKey = (tag: number): string => numbered('T', tag, 2)
export const liftKey = (n: number): string => numbered('3110330802202600', n)
export const fleetCentre = (n: number): number => 33_081_000 + n
export const outfallKey = (n: number): string => numbered('330802CL00000000000', n, 5)
export const reservoirKey = (n: number): string => numbered('00330822', n, 2)
export const panelKey = (n: number): string => numbered('33080900', n)
export const gaugeKey = (n: number): string => numbered('GD', n)

/** The same on every run, and known before the registry is asked. */
export const idOf = (feed: string, key: string): string => {
  const hash = createHash('sha256').update(`measured ${feed} ${key}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

type Point = Omit<typeof pointRows.$inferInsert, 'device' | 'since'>
type Device = {
  feed: string
  key: string
  secret?: string
  dialect?: Record<string, unknown>
  region?: string
  points: Point[]
}

const plain = (keys: string[]): Point[] => keys.map((key) => ({ key, name: key, kind: 'other' }))
const platformOf = (feed: string): Device => ({ feed, key: feed, secret: SECRET, points: [] })

/** Detectors whose gas is beyond a limit when the run wants it: orange at 25 %LEL, red at 50. */
const gauges: Device[] = numbers(GAUGES).map((n) => ({
  feed: 'gauges',
  key: gaugeKey(n),
  region: DESK.region,
  points: [
    {
      key: 'LEL',
      name: '可燃气',
      unit: '%LEL',
      kind: 'gas',
      high: 25,
      highHigh: 50,
      rangeLow: 0,
      rangeHigh: 100,
      onDelay: 0,
      offDelay: 0,
      latching: false,
    },
  ],
}))

const outfalls = numbers(OUTFALLS).map(
  (n): Device => ({
    feed: 'hj212',
    key: outfallKey(n),
    secret: outfallPassword,
    dialect: { version: '2017', rtdSeconds: OUTFALL_EVERY },
    // The run may pass a full hour, or midnight.
    points: measures.flatMap(({ code }) =>
      suffixes.map((suffix) => ({
        key: `${code}-${suffix}`,
        name: code,
        kind: 'pollution' as const,
      })),
    ),
  }),
)

const fleets = numbers(FLEETS).flatMap((n): Device[] => {
  const { dialect, user, password } = platformSecret
  const vehicles = fleet(VEHICLE_SEED, VEHICLES, n * VEHICLES)
  return [
    {
      feed: 'jt809',
      key: String(fleetCentre(n)),
      secret: password,
      dialect: { ...dialect, user, slave: false },
      points: [],
    },
    ...vehicles.map((vehicle): Device => ({ feed: 'jt809', key: vehicleKey(vehicle), points: [] })),
  ]
})

const reservoirs = numbers(RESERVOIRS).map(
  (n): Device => ({
    feed: 'sl651',
    key: reservoirKey(n),
    secret: water.password.toString(16),
    dialect: { centre: water.centre, stayOnline: true },
    points: plain(['ZU', 'PJ', 'PT', 'VT']),
  }),
)

const panels = numbers(PANELS).map(
  (n): Device => ({
    feed: 'gb26875',
    key: panelKey(n),
    dialect: { centre: fireCentre },
    points: numbers(6).map((part) => ({
      key: `1-3/10-${part + 1}/${part === 1 ? 'gas' : 'temperature'}`,
      name: `${part + 1}`,
      kind: 'other',
    })),
  }),
)

const plants = numbers(PLATFORMS).flatMap((platform): Device[] => [
  platformOf(`sources-${platform + 1}`),
  ...numbers(PLANTS).map(
    (plant): Device => ({
      feed: `sources-${platform + 1}`,
      key: plantKey(platform, plant),
      region: counties[platform % counties.length] ?? DESK.region,
      points: numbers(TAGS).map((tag) => ({
        key: tagKey(tag),
        name: tagKey(tag),
        kind: 'level',
        unit: '%',
        high: 90,
        rangeLow: 0,
        rangeHigh: 100,
      })),
    }),
  ),
])

const lifts: Device[] = [
  platformOf('lifts'),
  ...numbers(LIFTS * LIFT_EVERY).map(
    (n): Device => ({ feed: 'lifts', key: liftKey(n), points: plain(liftPoints) }),
  ),
]

const city: Device[] = [
  ...plants,
  ...lifts,
  platformOf('gauges'),
  ...gauges,
  ...outfalls,
  ...fleets,
  ...reservoirs,
  ...panels,
]

export const listened = ['hj212', 'jt809', 'sl651', 'gb26875'] as const
export type Listened = (typeof listened)[number]
export const pushed = [...numbers(PLATFORMS).map((n) => `sources-${n + 1}`), 'lifts', 'gauges']
export type Ports = Record<Listened | 'plant', number>

const SINCE = '2026-01-01T00:00:00.000Z'
const AT_ONCE = 1_000

/** Registers all feeds, devices and points; answers where each feed is listened for, and where the made-up plant is to listen. */
export const registerCity = async (db: Database): Promise<Ports> => {
  const [hj212, jt809, sl651, gb26875, plant] = await Promise.all(
    [1, 2, 3, 4, 5].map(() => freePort()),
  )
  const ports = { hj212, jt809, sl651, gb26875, plant } as Ports
  const feed = (id: string) => ({ id, name: id, region: '330800', silenceSeconds: 3_600 })
  const mapping = (id: string) => ({ mapping: id === 'lifts' ? 'lift' : 'hazard-source' })
  await db
    .insert(feedRows)
    .values([
      ...listened.map((id) => ({ ...feed(id), protocol: id, port: ports[id] })),
      ...pushed.map((id) => ({ ...feed(id), protocol: 'push', settings: mapping(id) })),
      { ...plantFeed, settings: plantSettings(ports.plant) },
    ])
  const park = plantDevices.map((device) => ({ ...device, synthetic: true }))
  const rows = [...city, ...park].map(({ points, ...device }) => ({
    name: device.key,
    region: DESK.region,
    since: SINCE,
    ...device,
    id: idOf(device.feed, device.key),
    points: points.map((point): typeof pointRows.$inferInsert => ({
      ...point,
      device: idOf(device.feed, device.key),
      since: SINCE,
    })),
  }))
  await inBatches(
    rows.map(({ points: _, ...row }) => row),
    (some) => db.insert(deviceRows).values(some),
  )
  await inBatches(
    rows.flatMap(({ points }) => points),
    (some) => db.insert(pointRows).values(some),
  )
  return ports
}

const inBatches = async <Row>(
  rows: Row[],
  insert: (some: Row[]) => PromiseLike<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await insert(rows.slice(from, from + AT_ONCE))
}
