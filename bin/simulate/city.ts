// Which made-up devices does the demo city have, and what must they show to be heard? Every one is registered as synthetic.

import { vehicleKey } from '../../devices/protocols/jt809/observe.ts'
import { fleet } from '../../devices/protocols/jt809/simulated-vehicles.ts'
import type { PointKind } from '../../domain/duty/kinds.ts'

export type DemoFeed = {
  id: string
  protocol: string
  name: string
  region: string
  silenceSeconds: number
}

type Limits = { low?: number; lowLow?: number; high?: number; highHigh?: number }
type Range = { rangeLow?: number; rangeHigh?: number }
export type DemoPoint = {
  key: string
  name: string
  unit: string | null
  kind: PointKind
} & Limits &
  Range

export type DemoDevice = {
  feed: string
  key: string
  name: string
  enterprise: string | null
  region: string
  lon: number
  lat: number
  dialect: Record<string, unknown>
  secret: string | null
  points: DemoPoint[]
}

/** The seed of the vehicles: their plates and loads are registered. */
export const SEED = 20

export type Platform = { centre: number; name: string; vehicles: number; first: number }

/** The first ones of each kind play the normal day; scenarios have their own, for two lines of one device would drive each other out. */
export const platforms: [usual: Platform, astray: Platform, hostile: Platform] = [
  { centre: 33_080_001, name: '演练·一号危货运输平台', vehicles: 8, first: 0 },
  { centre: 33_080_002, name: '演练·二号危货运输平台', vehicles: 6, first: 100 },
  { centre: 33_080_003, name: '演练·三号危货运输平台', vehicles: 1, first: 200 },
]
export const platformSecret = {
  user: 7,
  password: 'yl-12345',
  dialect: { version: '2019' as const },
}
export const fireCentre = '330800000001'
export const water = { centre: 1, password: 0x1a2b }
export const outfallPassword = 'yl0001'

/** The port of each is kept under its id in the data folder. */
export const feeds: DemoFeed[] = [
  {
    id: 'demo-hj212',
    protocol: 'hj212',
    name: '演练·污染源自动监控',
    region: '330800',
    silenceSeconds: 600,
  },
  {
    id: 'demo-gb26875',
    protocol: 'gb26875',
    name: '演练·消防联网报警',
    region: '330800',
    silenceSeconds: 600,
  },
  {
    id: 'demo-jt809',
    protocol: 'jt809',
    name: '演练·危货车辆平台',
    region: '330800',
    silenceSeconds: 600,
  },
  {
    id: 'demo-sl651',
    protocol: 'sl651',
    name: '演练·水库遥测站',
    region: '330800',
    silenceSeconds: 900,
  },
]

type Measure = { code: string; name: string; unit: string; usual: number; swing: number } & Limits

const sewage: Measure[] = [
  { code: 'w01018', name: '化学需氧量', unit: 'mg/L', usual: 40, swing: 0.3, high: 60 },
  { code: 'w21003', name: '氨氮', unit: 'mg/L', usual: 3, swing: 0.3, high: 5 },
  { code: 'w01001', name: 'pH值', unit: 'pH', usual: 7.2, swing: 0.05, low: 6, high: 9 },
]
const smoke: Measure[] = [
  { code: 'a21026', name: '二氧化硫', unit: 'mg/m³', usual: 18, swing: 0.3, high: 35 },
  { code: 'a21002', name: '氮氧化物', unit: 'mg/m³', usual: 30, swing: 0.3, high: 50 },
]

/** ST 32: sewage; 31: flue gas. */
export const outfalls = [
  {
    station: '330802YL0000000000000001',
    system: '32',
    name: '演练·一号废水排口',
    enterprise: 'e001',
    measures: sewage,
  },
  {
    station: '330803YL0000000000000002',
    system: '31',
    name: '演练·二号烟气排口',
    enterprise: 'e002',
    measures: smoke,
  },
  {
    station: '330802YL0000000000000003',
    system: '32',
    name: '演练·三号废水排口',
    enterprise: 'e001',
    measures: sewage,
  },
  {
    station: '330802YL0000000000000004',
    system: '32',
    name: '演练·四号废水排口',
    enterprise: 'e001',
    measures: sewage,
  },
]

/** From this one on they stand at one enterprise, where a leak is a flood of alarms. */
export const FIRST_OF_LEAK = 4
export const panels = Array.from({ length: FIRST_OF_LEAK + 12 }, (_, index) => ({
  source: `3308030000${String(index + 1).padStart(2, '0')}`,
  name: `演练·${index + 1}号用户信息传输装置`,
  enterprise: index < FIRST_OF_LEAK ? 'e001' : 'e002',
}))
const parts = ['原料库', '罐区泵房', '聚合车间一层', '包装间', '配电室', '中控室走廊']

export const reservoirs = [
  {
    station: '0033082201',
    name: '演练·青石水库',
    region: '330822',
    lon: 118.51,
    lat: 28.92,
    level: 118.2,
  },
  {
    station: '0033082401',
    name: '演练·云溪水库',
    region: '330824',
    lon: 118.39,
    lat: 29.14,
    level: 204.6,
  },
  {
    station: '0033082501',
    name: '演练·竹坞水库',
    region: '330825',
    lon: 119.17,
    lat: 29.03,
    level: 96.4,
  },
  {
    station: '0033088101',
    name: '演练·白岩水库',
    region: '330881',
    lon: 118.6,
    lat: 28.6,
    level: 152.9,
  },
]

const regionsOf: Record<string, { region: string; lon: number; lat: number }> = {
  e001: { region: '330802', lon: 118.871, lat: 28.968 },
  e002: { region: '330803', lon: 119.012, lat: 28.931 },
}

const pointsOf = ({ code, name, unit, usual: _, swing: __, ...limits }: Measure): DemoPoint[] => [
  { key: `${code}-Rtd`, name, unit, kind: 'pollution', ...limits },
  ...['Min', 'Avg', 'Max'].map(
    (suffix): DemoPoint => ({
      key: `${code}-${suffix}`,
      name: `${name} ${suffix}`,
      unit,
      kind: 'other',
    }),
  ),
]

const at = (enterprise: string, aside = 0) => {
  const { region, lon, lat } = regionsOf[enterprise] ?? {
    region: '330802',
    lon: 118.87,
    lat: 28.97,
  }
  return { enterprise, region, lon: Number((lon + aside * 0.0004).toFixed(6)), lat }
}

/** Of a control room; in a demonstration nobody may answer it. */
const inventedNumber = (n: number): string => `0570-000000${n}`

const outfallDevices = outfalls.map(
  ({ station, name, enterprise, measures }): DemoDevice => ({
    feed: 'demo-hj212',
    key: station,
    name,
    ...at(enterprise),
    dialect: { version: '2017', telephone: inventedNumber(1) },
    secret: outfallPassword,
    points: measures.flatMap(pointsOf),
  }),
)

const panelDevices = panels.map(
  ({ source, name, enterprise }, index): DemoDevice => ({
    feed: 'demo-gb26875',
    key: source,
    name,
    ...at(enterprise, index),
    dialect: { centre: fireCentre, telephone: inventedNumber(2) },
    secret: null,
    points: parts.flatMap((part, n): DemoPoint[] => [
      { key: `1-3/10-${n + 1}`, name: part, unit: null, kind: 'fire' },
      n === 1
        ? { key: `1-3/10-${n + 1}/gas`, name: `${part} 可燃气`, unit: '%LEL', kind: 'other' }
        : { key: `1-3/10-${n + 1}/temperature`, name: `${part} 温度`, unit: '℃', kind: 'other' },
    ]),
  }),
)

const road = { enterprise: null, region: '330802', lon: 118.85, lat: 28.95 }
const vehicleDevices = platforms.flatMap(({ centre, name, vehicles, first }): DemoDevice[] => [
  {
    feed: 'demo-jt809',
    key: String(centre),
    name,
    ...road,
    points: [],
    dialect: { ...platformSecret.dialect, user: platformSecret.user, slave: false },
    secret: platformSecret.password,
  },
  ...fleet(SEED, vehicles, first).map((vehicle): DemoDevice => {
    const key = vehicleKey(vehicle)
    return {
      feed: 'demo-jt809',
      key,
      name: `演练·${vehicle.plate}`,
      ...road,
      dialect: {},
      secret: null,
      points: [],
    }
  }),
])

const reservoirDevices = reservoirs.map(
  ({ station, name, region, lon, lat, level }): DemoDevice => ({
    feed: 'demo-sl651',
    key: station,
    name,
    enterprise: null,
    region,
    lon,
    lat,
    dialect: { centre: water.centre, stayOnline: true, telephone: inventedNumber(3) },
    secret: water.password.toString(16),
    points: [
      {
        key: 'ZU',
        name: '库上水位',
        unit: 'm',
        kind: 'water-level',
        high: level + 1.3,
        highHigh: level + 2.3,
      },
      { key: 'PJ', name: '当前降水量', unit: 'mm', kind: 'other' },
      { key: 'PT', name: '降水量累计值', unit: 'mm', kind: 'other' },
      { key: 'VT', name: '电源电压', unit: 'V', kind: 'other' },
    ],
  }),
)

export const devices: DemoDevice[] = [
  ...outfallDevices,
  ...panelDevices,
  ...vehicleDevices,
  ...reservoirDevices,
]
