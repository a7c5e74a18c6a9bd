// What can be played to the system, and which made-up devices play it?

import type { Simulated, Step } from '../../devices/frames/simulated.ts'
import type { Text } from '../../devices/frames/words.ts'
import type { FireAct } from '../../devices/protocols/gb26875/simulator.ts'
import { transmitter } from '../../devices/protocols/gb26875/simulator.ts'
import type { Episode } from '../../devices/protocols/hj212/simulated-day.ts'
import { createStation } from '../../devices/protocols/hj212/simulator.ts'
import type { Happening } from '../../devices/protocols/jt809/simulated-vehicles.ts'
import { simulateLowerPlatform } from '../../devices/protocols/jt809/simulator.ts'
import { type StationAct, station } from '../../devices/protocols/sl651/simulator.ts'
import type { ScenarioName } from '../../devices/simulators/plant-scenarios.ts'
import {
  FIRST_OF_LEAK,
  fireCentre,
  outfallPassword,
  outfalls,
  type Platform,
  panels,
  platformSecret,
  platforms,
  reservoirs,
  SEED,
  water,
} from './city.ts'
import { noise } from './hostile.ts'

/** One device on one connection of a feed. */
export type Player = { feed: string; end: Simulated }

/** `minutes` null: until it is stopped. `plant`: what the made-up plant is asked to play as well. */
export type Scenario = {
  words: Text
  minutes: number | null
  play: (seed: number, now: Date) => Player[]
  plant?: ScenarioName
}

const outfall = (
  index: number,
  seed: number,
  episodes: Episode[] = [],
  password = outfallPassword,
): Player => {
  const { station: name, system, measures } = outfalls[index] ?? outfalls[0]!
  const plan = {
    seed: seed + index,
    station: name,
    password,
    system,
    dialect: { version: '2017' as const },
    facilities: ['SB1'],
  }
  return { feed: 'demo-hj212', end: createStation({ ...plan, measures, episodes }) }
}

const panel = (index: number, seed: number, scenario: Step<FireAct>[] = []): Player => {
  const { source } = panels[index] ?? panels[0]!
  return {
    feed: 'demo-gb26875',
    end: transmitter({ seed: seed + index, source, centre: fireCentre, scenario }),
  }
}

/** The vehicles keep the seed of the registry. */
const vehicles = (
  { centre, vehicles: count, first }: Platform,
  scenario: Happening[] = [],
  every = 30,
  wrong = false,
): Player => {
  const { user, dialect, password } = platformSecret
  const rest = { dialect, key: 0, vehicles: count, first, every, slave: null, scenario }
  return {
    feed: 'demo-jt809',
    end: simulateLowerPlatform({
      seed: SEED,
      centre,
      user,
      password: wrong ? 'wrong' : password,
      ...rest,
    }).main,
  }
}

const reservoir = (
  index: number,
  seed: number,
  interval = 300,
  scenario: Step<StationAct>[] = [],
): Player => {
  const { station: name, level } = reservoirs[index] ?? reservoirs[0]!
  return {
    feed: 'demo-sl651',
    end: station({ seed: seed + index, station: name, ...water, interval, level, scenario }),
  }
}

const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

export const scenarios: Record<string, Scenario> = {
  'normal-day': {
    words: { zh: '平常的一天：一切都在限值之内', en: 'a normal day: everything within its limits' },
    minutes: null,
    play: (seed) => [
      outfall(0, seed),
      outfall(1, seed),
      panel(0, seed),
      panel(1, seed),
      vehicles(platforms[0]),
      reservoir(0, seed),
      reservoir(1, seed),
    ],
  },
  exceedance: {
    words: {
      zh: '废水排口化学需氧量超标，十分钟后恢复',
      en: 'an outfall beyond its limit for ten minutes',
    },
    minutes: 14,
    play: (seed, now) => [
      outfall(2, seed, [
        { kind: 'times', code: 'w01018', times: 3, from: later(now, 1), to: later(now, 11) },
      ]),
    ],
  },
  'route-deviation': {
    words: {
      zh: '危货车辆偏离路线，另一辆没有电子运单',
      en: 'a vehicle leaves its route, another drives without a waybill',
    },
    minutes: 12,
    play: () => [
      vehicles(
        platforms[1],
        [
          { kind: 'no-waybill', vehicle: 1, from: 0, until: 600 },
          { kind: 'route-deviation', vehicle: 3, from: 20, until: 400 },
          { kind: 'emergency', vehicle: 5, from: 60, until: 120 },
        ],
        10,
      ),
    ],
  },
  fire: {
    words: {
      zh: '原料库起火：探测器、手动报警，五分钟后复位',
      en: 'a fire in a store: detector, hand alarm, reset after five minutes',
    },
    minutes: 6,
    play: (seed) => [
      panel(2, seed, [
        { after: 5, act: 'fire' },
        { after: 40, act: 'hand' },
        { after: 300, act: 'reset' },
      ]),
    ],
  },
  'flood-of-gas': {
    words: {
      zh: '可燃气泄漏：十秒内十二处报警，随后线路故障',
      en: 'a gas leak: twelve alarms in ten seconds, then faults of the lines',
    },
    minutes: 12,
    play: (seed) =>
      panels.slice(FIRST_OF_LEAK).map((_, index) =>
        panel(FIRST_OF_LEAK + index, seed, [
          { after: 5 + index * 0.8, act: 'gas' },
          { after: 20 + index * 0.8, act: 'fault' },
          { after: 600, act: 'reset' },
        ]),
      ),
  },
  reservoir: {
    words: {
      zh: '水库水位快速上涨，超过汛限水位后回稳',
      en: 'a reservoir rises past its flood limit, then calms',
    },
    minutes: 12,
    play: (seed) => [
      reservoir(2, seed, 20, [
        { after: 20, act: 'flood' },
        { after: 400, act: 'calm' },
      ]),
    ],
  },
  overfill: {
    words: {
      zh: '储罐满溢：液位高报、高高报，联锁停泵后回落',
      en: 'a tank runs over: high, high-high, then the trip stops the pump and it falls',
    },
    minutes: 2,
    play: () => [],
    plant: 'overfill',
  },
  'plant-gas': {
    words: {
      zh: '装置气体泄漏：十秒内六十个探测器报警，一分钟后消散',
      en: 'gas in the plant: sixty detectors in ten seconds, gone after a minute',
    },
    minutes: 2,
    play: () => [],
    plant: 'gas-flood',
  },
  hostile: {
    words: {
      zh: '恶意输入：错误校验、错误口令、超长与截断的报文',
      en: 'hostile input: bad sums, wrong passwords, frames too long and cut off',
    },
    minutes: 2,
    play: (seed) => [
      outfall(3, seed, [], 'wrong'),
      vehicles(platforms[2], [], 30, true),
      panel(3, seed, [
        { after: 3, act: 'hostile' },
        { after: 10, act: 'resend' },
      ]),
      reservoir(3, seed, 300, [
        { after: 3, act: 'hostile' },
        { after: 10, act: 'resend' },
      ]),
      ...['demo-hj212', 'demo-gb26875', 'demo-jt809', 'demo-sl651'].map((feed, index) => ({
        feed,
        end: noise(seed + index),
      })),
    ],
  },
}
