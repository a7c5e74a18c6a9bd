// Who sends the readings of the measured prefecture, each through its own protocol?
import { join } from 'node:path'
import { fireCentre, outfallPassword, platformSecret, water } from '../../bin/simulate/city.ts'
import { withObserver } from '../../bin/simulate/observer.ts'
import { openWire, type Wire } from '../../bin/simulate/wire.ts'
import type { ProtocolDriver } from '../../devices/frames/protocol.ts'
import type { Simulated } from '../../devices/frames/simulated.ts'
import { driverOfGb26875 } from '../../devices/protocols/gb26875/session.ts'
import { transmitter } from '../../devices/protocols/gb26875/simulator.ts'
import { driverOfHj212 } from '../../devices/protocols/hj212/session.ts'
import { createStation } from '../../devices/protocols/hj212/simulator.ts'
import { driverOfJt809 } from '../../devices/protocols/jt809/session.ts'
import { simulateLowerPlatform } from '../../devices/protocols/jt809/simulator.ts'
import { driverOfSl651 } from '../../devices/protocols/sl651/session.ts'
import { station } from '../../devices/protocols/sl651/simulator.ts'
import { type Plant, startPlant } from '../../devices/simulators/opcua-plant.ts'
import { everyGas, gasNode, registered, tankTags } from '../../devices/simulators/plant-names.ts'
import * as of from './devices-city.ts'
import { openPlatform, type Platform } from './devices-platform.ts'
import type { Tally } from './devices-tally.ts'

export type Senders = Awaited<ReturnType<typeof openSenders>>

const TICK_MS = 250
const AGAIN_MS = 1_000

type Where = { folder: string; pushBase: string; ports: of.Ports }

/** All begin at once and go on until they are closed; `tally` is notified of each reading when it is first sent. */
export const openSenders = async ({ folder, pushBase, ports }: Where, tally: Tally) => {
  const plant = await startPlant({
    port: ports.plant,
    seed: 1,
    folder: join(folder, 'made-up-plant'),
  })
  const now: Now = { resting: false, linked: false, leaking: false }
  const pushing = Object.fromEntries(
    of.pushed.map((feed) => [feed, openPlatform(pushBase, feed)]),
  ) as Record<string, Platform>
  const wires = Object.fromEntries(
    of.listened.map((feed) => [feed, dialled[feed]({ port: ports[feed], tally, now })]),
  ) as Record<of.Listened, Wire[]>
  const beats = [
    ...Array.from({ length: of.PLATFORMS }, (_, n) =>
      everySecond(now, n * (1_000 / of.PLATFORMS), (ms) => pushSources(pushing, n, ms, tally)),
    ),
    everySecond(now, 0, (ms) => pushLifts(pushing, ms, tally)),
    everySecond(now, 500, () => runPlant(plant, now, tally)),
  ]
  const lines = Object.values(wires).flat()
  return {
    plant,
    pushing,
    now,
    /** Bytes of answers to what is to be stored: not those to the heartbeats of panels. */
    received: () =>
      [...wires.hj212, ...wires.sl651].reduce((sum, wire) => sum + wire.received(), 0),
    acknowledged: () => Object.values(pushing).flatMap(({ acknowledged }) => acknowledged),
    waiting: () => Object.values(pushing).reduce((sum, one) => sum + one.waiting(), 0),
    /** Whether nothing waits that is older than that. */
    since: (ms: number) => Object.values(pushing).every((one) => one.since() >= ms),
    connected: () => lines.every((wire) => wire.connected()),
    close: async (): Promise<void> => {
      for (const stop of beats) stop()
      for (const wire of lines) wire.close()
      await Promise.all(Object.values(pushing).map((one) => one.close()))
      await plant.stop()
    },
  }
}

/** `resting`: no new readings, but what waits is still sent; `linked`: the plant is heard; `leaking`: its gas is played by somebody else. */
type Now = { resting: boolean; linked: boolean; leaking: boolean }

/** So many ms after each full second, with that moment. A second that could not be kept is left out. */
const everySecond = (now: Now, after: number, work: (ms: number) => void): (() => void) => {
  let timer: NodeJS.Timeout
  let at = Math.floor((Date.now() - after) / 1_000) * 1_000 + after
  const next = (): void => {
    at = Math.max(at + 1_000, Math.floor((Date.now() - after) / 1_000) * 1_000 + after)
    timer = setTimeout(
      () => {
        if (!now.resting) work(Math.round(at))
        next()
      },
      Math.max(0, at - Date.now()),
    )
  }
  next()
  return () => clearTimeout(timer)
}

const wave = (ms: number, n: number): number =>
  Number((50 + 20 * Math.sin(ms / 60_000 + n) + (n % 7)).toFixed(2))

const pushSources = (
  pushing: Record<string, Platform>,
  platform: number,
  ms: number,
  tally: Tally,
): void => {
  const feed = `sources-${platform + 1}`
  const items = Array.from({ length: of.PLANTS * of.TAGS }, (_, n) => {
    const [equip_code, bit_no] = [
      of.plantKey(platform, Math.floor(n / of.TAGS)),
      of.tagKey(n % of.TAGS),
    ]
    tally.note(feed, equip_code, bit_no, ms)
    return { equip_code, bit_no, time: ms, value: wave(ms, n), quality: 'good', unit: '%' }
  })
  pushing[feed]?.push(items, ms)
}

const pushLifts = (pushing: Record<string, Platform>, ms: number, tally: Tally): void => {
  const time = new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  const first = ((ms / 1_000) % of.LIFT_EVERY) * of.LIFTS
  const items = Array.from({ length: of.LIFTS }, (_, n) => {
    const register_code = of.liftKey(first + n)
    for (const point of of.liftPoints) tally.note('lifts', register_code, point, ms)
    const status = {
      car_status: 1,
      direction: n % 3,
      door_zone: 1,
      door_status: n % 2,
      service_mode: 0,
      person: n % 2,
    }
    return { id: `${register_code}-${ms}`, type: 'status', register_code, time, ...status }
  })
  pushing.lifts?.push(items, ms)
}

/** Its own clock dates what it tells, so only how many are counted. */
const runPlant = (plant: Plant, now: Now, tally: Tally): void => {
  const noteOpcUa = (key: string, node: string) =>
    now.linked && tally.note('demo-plant', key, registered(node), null)
  const angle = Date.now() / 30_000
  for (const [tag, { node, start, range }] of Object.entries(tankTags)) {
    plant.tank(
      tag as keyof typeof tankTags,
      start + ((range[1] - range[0]) / 50) * Math.sin(angle) + plant.chance.between(0, 0.1),
    )
    noteOpcUa('T101', node)
  }
  if (now.leaking) return
  for (const n of everyGas) {
    plant.gas(n, plant.chance.between(1.5, 3))
    noteOpcUa('G200', gasNode(n))
  }
}

type SenderInput = { port: number; tally: Tally; now: Now }
type Line = SenderInput & { feed: of.Listened; dialect?: Record<string, unknown>; from?: string }

/** A reading that is sent again, or by another frame once more, is one. */
const wired = (
  end: Simulated,
  driver: ProtocolDriver,
  { feed, port, tally, now, dialect = {}, from }: Line,
): Wire => {
  const known = new Set<string>()
  const overhearing = withObserver(end, {
    driver,
    dialect,
    receive: (one) => {
      if (one.kind !== 'reading' && one.kind !== 'position') return
      const point = one.kind === 'reading' ? one.point : ''
      const key = `${one.device}\t${point}\t${one.at}`
      if (!known.has(key)) tally.note(feed, one.device, point, Date.parse(one.at))
      known.add(key)
    },
  })
  const wire = { host: '127.0.0.1', port, wait: true, tickMs: TICK_MS, againMs: AGAIN_MS }
  const resting: Simulated = {
    ...overhearing,
    tick: (at) => (now.resting ? [] : overhearing.tick(at)),
  }
  return openWire(resting, from === undefined ? wire : { ...wire, from })
}

/** From one address only so many may call; each of these has an address of its own. */
const addressOf = (n: number): string => `127.0.${1 + Math.floor(n / 250)}.${1 + (n % 250)}`
const many = <One>(count: number, make: (n: number) => One): One[] =>
  Array.from({ length: count }, (_, n) => make(n))

const dialled: Record<of.Listened, (input: SenderInput) => Wire[]> = {
  hj212: (input) =>
    many(of.OUTFALLS, (n) => {
      const dialect = { version: '2017' as const, rtdSeconds: of.OUTFALL_EVERY }
      const plan = {
        seed: n,
        station: of.outfallKey(n),
        password: outfallPassword,
        system: '32',
        dialect,
        facilities: [],
        episodes: [],
      }
      return wired(createStation({ ...plan, measures: of.measures }), driverOfHj212(), {
        feed: 'hj212',
        ...input,
        from: addressOf(n),
      })
    }),
  jt809: (input) =>
    many(of.FLEETS, (n) => {
      const { dialect, user, password } = platformSecret
      const options = {
        seed: of.VEHICLE_SEED,
        centre: of.fleetCentre(n),
        user,
        password,
        dialect,
        key: 0,
        slave: null,
        scenario: [],
      }
      const fleet = {
        ...options,
        vehicles: of.VEHICLES,
        first: n * of.VEHICLES,
        every: of.VEHICLE_EVERY,
      }
      return wired(simulateLowerPlatform(fleet).main, driverOfJt809(), {
        feed: 'jt809',
        ...input,
        dialect,
      })
    }),
  sl651: (input) =>
    many(of.RESERVOIRS, (n) => {
      const end = station({
        seed: n,
        station: of.reservoirKey(n),
        ...water,
        interval: 60,
        level: 100 + n,
      })
      return wired(end, driverOfSl651('tcp'), { feed: 'sl651', ...input, from: addressOf(n) })
    }),
  gb26875: (input) =>
    many(of.PANELS, (n) => {
      const end = transmitter({ seed: n, source: of.panelKey(n), centre: fireCentre })
      return wired(end, driverOfGb26875('tcp'), { feed: 'gb26875', ...input, from: addressOf(n) })
    }),
}
