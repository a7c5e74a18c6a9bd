// What do we know of one station on this connection, and how do we write to it?
import type { RegisteredDevice } from '../../frames/protocol.ts'
import { codec } from './codec.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { createMemory, createParts, type Memory, type Parts } from './guard.ts'
import { areaOf, flagOf, headerOf, type Item, type Message, messageOf } from './message.ts'
import {
  createRequests,
  type DeviceRequest,
  REPLY_SECONDS,
  RESENDS,
  type Request,
  type Requests,
} from './requests.ts'
import { write } from './time.ts'

const REMEMBERED = 1024
const PART_SECONDS = 60
/** Shorter data areas have no whole block and stay in plain. */
const SM4_BLOCK = 16

export type StationState = {
  device: RegisteredDevice
  dialect: Dialect
  /** 0: 2005, 1: 2017, 2: 2025. */
  version: number
  /** What it is: ST of its messages. */
  system: string
  /** Once it has shown its password. */
  accepted: boolean
  /** Codes that were counted as unknown already. */
  unknown: Set<string>
  clockSetAt: number
  memory: Memory
  parts: Parts
  requests: Requests
}

export const createStationState = (device: RegisteredDevice): StationState => {
  const dialect = dialectOf(device.dialect)
  return {
    device,
    dialect,
    version: { 2005: 0, 2017: 1, 2025: 2 }[dialect.version],
    system: '32',
    accepted: false,
    unknown: new Set(),
    clockSetAt: Number.NEGATIVE_INFINITY,
    memory: createMemory(REMEMBERED),
    parts: createParts(PART_SECONDS),
    requests: createRequests(),
  }
}

/** The first thing a station hears (first connection, HJ 212-2017 annex C): how to resend, the time, how often to send. */
export const greetings = (station: StationState): DeviceRequest[] => [
  {
    command: '1000',
    area: () => [[['OverTime', String(REPLY_SECONDS)]], [['ReCount', String(RESENDS)]]],
  },
  clock,
  { command: '1062', area: () => [[['RtdInterval', String(station.dialect.rtdSeconds)]]] },
  ...(station.version > 0
    ? [
        {
          command: '1064',
          area: (): Item[][] => [[['MinInterval', String(station.dialect.minMinutes)]]],
        },
      ]
    : []),
]

/** Request 1012: the station takes over our time. */
export const clock: DeviceRequest = {
  command: '1012',
  area: (now) => [[['SystemTime', write(now)]]],
}

/** 9011, 9013 or 9014 to a message: its own number and the password that it gave, never the right one; nothing wanted (no A). */
export const replyTo = (
  message: Message,
  station: Pick<StationState, 'dialect'>,
  command: string,
  area: Item[][] = [],
): Uint8Array[] => {
  const number = headerOf(message, 'QN')
  if (number === undefined) return []
  const version = flagOf(message)?.version ?? 1
  const header: Item[] = [
    ['QN', number],
    ['ST', '91'],
    ['CN', command],
    ['PW', headerOf(message, 'PW') ?? ''],
    ['MN', headerOf(message, 'MN') ?? ''],
    ['Flag', String(version << 2)],
  ]
  return [written(messageOf(header, area), station.dialect)]
}

/** A request of ours, which wants an answer. */
export const requestTo = (station: StationState, request: Request, now: Date): Uint8Array => {
  const header: Item[] = [
    ['QN', request.number],
    ['ST', station.system],
    ['CN', request.command],
    ['PW', station.device.secret ?? ''],
    ['MN', station.device.key],
    ['Flag', String((station.version << 2) | 1)],
  ]
  return written(messageOf(header, request.area(now)), station.dialect)
}

/** Whether what had to come encrypted came in plain. */
export const isUncovered = (message: Message, { dialect }: StationState): boolean =>
  dialect.sm4 !== '' && message.sealed === null && areaOf(message).length >= SM4_BLOCK

function written(message: Message, dialect: Dialect): Uint8Array {
  const sealed = dialect.sm4 !== '' && areaOf(message).length >= SM4_BLOCK ? 'upper' : null
  return codec.encode({ ...message, sealed, charset: dialect.charset }, dialect)
}
