// What do the vehicles of a simulated transport company do, the same for the same seed?

import { wallOf } from '../../frames/beijing.ts'
import { dice } from '../../frames/dice.ts'
import { timeOf } from '../jt808/location.ts'
import type { Dialect809 } from './frame.ts'
import type { Vehicle } from './message.ts'
import type { Located } from './position.ts'
import { along, roads } from './roads.ts'

/** Something that goes wrong with a vehicle, in seconds after the start. */
export type Happening = {
  kind: 'route-deviation' | 'no-waybill' | 'overspeed' | 'emergency'
  vehicle: number
  from: number
  until: number
}

export type SimulatedVehicle = Vehicle & {
  road: number
  offset: number
  /** km/h. */
  speed: number
  driver: string
  goods: { name: string; un: string; hazardClass: string }
  tonnes: number
  order: number
}

const goods = [
  { name: '汽油', un: 'UN1203', hazardClass: '3' },
  { name: '甲醇', un: 'UN1230', hazardClass: '3' },
  { name: '液氯', un: 'UN1017', hazardClass: '2.3' },
  { name: '液化石油气', un: 'UN1075', hazardClass: '2.1' },
  { name: '硫酸', un: 'UN1830', hazardClass: '8' },
]
const drivers = ['张三', '李四', '王五', '赵六', '钱七', '孙八']

/** Plates that no office gives out, from the `first` on. */
export const fleet = (seed: number, count: number, first = 0): SimulatedVehicle[] => {
  const { between, pick } = dice(seed)
  return Array.from({ length: count }, (_, index) => ({
    plate: `测H${String(10_000 + first + index)}`,
    colour: 2,
    road: index % roads.length,
    offset: between(0, 20_000),
    speed: Math.round(between(35, 70)),
    driver: pick(drivers),
    goods: pick(goods),
    tonnes: Math.round(between(5, 30)),
    order: index + 1,
  }))
}

export const happens = (
  all: Happening[],
  kind: Happening['kind'],
  vehicle: number,
  seconds: number,
): boolean =>
  all.some(
    (one) =>
      one.kind === kind && one.vehicle === vehicle && seconds >= one.from && seconds < one.until,
  )

/** Two kilometres beside the road, reached within two minutes. */
const ASIDE = 0.018

export type Moving = { alarm: number; lon: number; lat: number; speed: number; direction: number }

export const moving = (
  vehicle: SimulatedVehicle,
  index: number,
  seconds: number,
  all: Happening[],
): Moving => {
  const place = along(roads[vehicle.road] ?? [], vehicle.offset + (vehicle.speed / 3.6) * seconds)
  const astray = all.find(
    ({ kind, vehicle: whose }) => kind === 'route-deviation' && whose === index,
  )
  const off =
    astray && seconds >= astray.from && seconds < astray.until
      ? ASIDE * Math.min(1, (seconds - astray.from) / 120)
      : 0
  const fast = happens(all, 'overspeed', index, seconds)
  const urgent = happens(all, 'emergency', index, seconds)
  return {
    alarm: ((off > 0 ? 1 << 23 : 0) | (fast ? 2 : 0) | (urgent ? 1 : 0)) >>> 0,
    lon: place.lon + off,
    lat: place.lat + off,
    direction: place.direction,
    speed: fast ? 105 : vehicle.speed,
  }
}

export const locatedAs = (
  { version }: Dialect809,
  { alarm, lon, lat, speed, direction }: Moving,
  now: Date,
): Located => {
  const common = {
    alarm,
    status: 3,
    lat: Math.round(lat * 1e6),
    lon: Math.round(lon * 1e6),
    altitude: 72,
    direction,
  }
  if (version === '2019') {
    const findings = [1, 2, 3].map(() => ({ platform: '00'.repeat(11), alarm: 0 }))
    const location = {
      ...common,
      speed: speed * 10,
      time: timeOf(now),
      extras: [],
      rest: new Uint8Array(),
    }
    return { form: '2019', encrypted: 0, location, findings }
  }
  return {
    form: '2011',
    encrypted: 0,
    plain: { ...common, ...wallOf(now), speed, recorder: speed, odometer: 120_000 },
  }
}

export const waybillOf = (vehicle: SimulatedVehicle, day: string): string =>
  [
    `运单编号：YD${day}${String(vehicle.order).padStart(4, '0')}`,
    `车牌号：${vehicle.plate}`,
    '承运单位：衢州演练危货运输有限公司',
    `货物名称：${vehicle.goods.name}`,
    `UN编号：${vehicle.goods.un}`,
    `类别：${vehicle.goods.hazardClass}`,
    `数量：${vehicle.tonnes}吨`,
    `驾驶员：${vehicle.driver}`,
    '装货地：演练化工园区一号库',
    '卸货地：演练油库',
    '运单状态：运输中',
  ].join('\n')
