// How does a simulated lower platform behave, on the main link and as server of the slave link?
import { wallOf } from '../../frames/beijing.ts'
import type { Simulated } from '../../frames/simulated.ts'
import { jt809Codec } from './codec.ts'
import { type Dialect809, framer809 } from './frame.ts'
import type { Body, Message809 } from './message.ts'
import { vehicleKey } from './observe.ts'
import {
  fleet,
  type Happening,
  happens,
  locatedAs,
  moving,
  type SimulatedVehicle,
  waybillOf,
} from './simulated-vehicles.ts'

export type LowerPlatform = {
  seed: number
  centre: number
  user: number
  password: string
  dialect: Dialect809
  /** Key of the cipher; 0: nothing is encrypted. */
  key: number
  vehicles: number
  /** Where its plates begin, so that two platforms have none in common. */
  first?: number
  /** Seconds between two positions of a vehicle. */
  every: number
  /** Where the upper platform finds the slave link; null: nowhere. */
  slave: { host: string; port: number } | null
  scenario: Happening[]
}

/** `slave` makes an end for each connection that the upper platform opens; `vehicles` are their keys in the registry. */
export const simulateLowerPlatform = (
  options: LowerPlatform,
): { main: Simulated; slave: () => Simulated; vehicles: string[] } => {
  const platform = new Platform(options)
  return {
    main: platform.mainEnd(),
    slave: () => platform.slaveEnd(),
    vehicles: platform.vehicles.map(vehicleKey),
  }
}

const nothing: Body = { vehicle: null, sub: null, values: {}, positions: [], data: null }

class Platform {
  readonly vehicles: SimulatedVehicle[]
  readonly #options: LowerPlatform
  #sn = 1
  #verify = 0
  #started: number | null = null
  #alive = 0
  #due: number[] = []
  readonly #told = new Set<string>()
  /** What answers a question of the slave link; the standard sends it on the main link. */
  readonly #answers: Uint8Array[] = []

  constructor(options: LowerPlatform) {
    this.#options = options
    this.vehicles = fleet(options.seed, options.vehicles, options.first)
  }

  mainEnd(): Simulated {
    return {
      open: (now) => {
        this.#started = null
        return [this.#signIn(now)]
      },
      receive: this.#listener((message, now) => this.#onMain(message, now)),
      tick: (now) => [...this.#answers.splice(0), ...this.#pass(now)],
    }
  }

  slaveEnd(): Simulated {
    return {
      open: () => [],
      receive: this.#listener((message, now) => this.#onSlave(message, now)),
      tick: () => [],
    }
  }

  #listener(take: (message: Message809, now: Date) => Uint8Array[]): Simulated['receive'] {
    const framer = framer809()
    return (bytes, now) =>
      framer.push(bytes).flatMap((result) => {
        const decoded = result.ok ? jt809Codec.decode(result.frame, this.#options.dialect) : null
        return decoded?.ok ? take(decoded.message, now) : []
      })
  }

  #say(type: number, body: Partial<Body>, now: Date): Uint8Array {
    const { centre, dialect, key } = this.#options
    const time = dialect.version === '2019' ? Math.floor(now.getTime() / 1000) : null
    const header = {
      sn: this.#sn++,
      type,
      centre,
      version: [1, 0, 0] as [number, number, number],
      encrypted: key ? 1 : 0,
      key,
    }
    return jt809Codec.encode({ ...header, time, body: { ...nothing, ...body }, raw: null }, dialect)
  }

  #signIn(now: Date): Uint8Array {
    const { user, password, centre, dialect, slave } = this.#options
    const values = {
      user,
      password,
      ...(dialect.version === '2019' ? { centre } : {}),
      ip: slave?.host ?? '',
      port: slave?.port ?? 0,
    }
    return this.#say(0x1001, { values }, now)
  }

  #onMain({ type, body }: Message809, now: Date): Uint8Array[] {
    if (type !== 0x1002 || body.values.result !== 0)
      return type === 0x1006 ? [] : this.#answer(type, body, now)
    this.#verify = Number(body.values.verify)
    this.#started = now.getTime()
    this.#alive = now.getTime()
    this.#due = this.vehicles.map(
      (_, index) => now.getTime() + (1000 * this.#options.every * index) / this.vehicles.length,
    )
    return this.vehicles.flatMap((vehicle, index) => this.#introduce(vehicle, index, now))
  }

  #introduce(vehicle: SimulatedVehicle, index: number, now: Date): Uint8Array[] {
    if (happens(this.#options.scenario, 'no-waybill', index, this.#seconds(now))) return []
    this.#told.add(`waybill/${index}`)
    return [
      this.#say(
        0x1200,
        { vehicle, sub: 0x120d, values: { text: waybillOf(vehicle, dayOf(now)) } },
        now,
      ),
    ]
  }

  #onSlave({ type, body }: Message809, now: Date): Uint8Array[] {
    if (type === 0x9001)
      return [
        this.#say(0x9002, { values: { result: body.values.verify === this.#verify ? 0 : 1 } }, now),
      ]
    if (type === 0x9003) return [this.#say(0x9004, {}, now)]
    if (type === 0x9005) return [this.#say(0x9006, {}, now)]
    this.#answers.push(...this.#answer(type, body, now))
    return []
  }

  #answer(type: number, { sub, values, vehicle }: Body, now: Date): Uint8Array[] {
    if (type === 0x9400 && sub === 0x9401)
      return [
        this.#say(0x1400, { vehicle, sub: 0x1401, values: { id: values.id ?? 0, result: 1 } }, now),
      ]
    if (type === 0x9300 && sub === 0x9301) {
      const { objectType = 1, object = '', infoId = 0 } = values
      return [
        this.#say(
          0x1300,
          { sub: 0x1301, values: { objectType, object, infoId, text: '在岗' } },
          now,
        ),
      ]
    }
    const target = this.vehicles.find(({ plate }) => plate === vehicle?.plate)
    if (type !== 0x9200 || !target || !vehicle) return []
    if (sub === 0x920b)
      return [
        this.#say(
          0x1200,
          { vehicle, sub: 0x120b, values: { text: waybillOf(target, dayOf(now)) } },
          now,
        ),
      ]
    const driver = {
      name: target.driver,
      id: '',
      licence: `YL${target.order}`,
      office: '演练发证机关',
    }
    return sub === 0x920a ? [this.#say(0x1200, { vehicle, sub: 0x120a, values: driver }, now)] : []
  }

  #pass(now: Date): Uint8Array[] {
    if (this.#started === null) return []
    const alive = now.getTime() - this.#alive >= 60_000
    if (alive) this.#alive = now.getTime()
    return [
      ...(alive ? [this.#say(0x1005, {}, now)] : []),
      ...this.vehicles.flatMap((vehicle, index) => this.#drive(vehicle, index, now)),
    ]
  }

  #drive(vehicle: SimulatedVehicle, index: number, now: Date): Uint8Array[] {
    if (now.getTime() < (this.#due[index] ?? 0)) return []
    this.#due[index] = now.getTime() + 1000 * this.#options.every
    const { dialect, scenario } = this.#options
    const seconds = this.#seconds(now)
    const positions = [locatedAs(dialect, moving(vehicle, index, seconds, scenario), now)]
    const waybill = this.#told.has(`waybill/${index}`) ? [] : this.#introduce(vehicle, index, now)
    return [
      ...waybill,
      this.#say(0x1200, { vehicle, sub: 0x1202, positions }, now),
      ...this.#warn(vehicle, index, seconds, now),
    ]
  }

  #seconds(now: Date): number {
    return (now.getTime() - (this.#started ?? now.getTime())) / 1000
  }

  /** The platform reports each deviation once itself (0x1402). */
  #warn(vehicle: SimulatedVehicle, index: number, seconds: number, now: Date): Uint8Array[] {
    const { scenario, dialect } = this.#options
    return scenario.flatMap((one, which) => {
      const name = `${index}/${which}`
      if (
        one.kind !== 'route-deviation' ||
        one.vehicle !== index ||
        this.#told.has(name) ||
        seconds < one.from
      )
        return []
      this.#told.add(name)
      const time = Math.floor(now.getTime() / 1000)
      const text = '车辆偏离规定路线'
      if (dialect.version === '2011') {
        return [
          this.#say(
            0x1400,
            {
              vehicle,
              sub: 0x1402,
              values: { source: 2, type: 0x0b, time, infoId: which + 1, text },
            },
            now,
          ),
        ]
      }
      const values = {
        platform: 'YL000000001',
        type: 0x0b,
        times: [time, time, 0],
        plate: vehicle.plate,
        colour: vehicle.colour,
        target: '',
        line: 1,
        text,
      }
      return [this.#say(0x1400, { sub: 0x1402, values }, now)]
    })
  }
}

const dayOf = (now: Date): string => {
  const { year, month, day } = wallOf(now)
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}
