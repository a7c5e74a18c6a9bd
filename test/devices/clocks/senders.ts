// A device of each protocol that tells one alarm: that it stands, or that it does not, at any moment of its own clock.
import { createDeviceClocks } from '../../../devices/clocks/clocks.ts'
import { writtenTime } from '../../../devices/frames/beijing.ts'
import type { ProtocolDriver, Session } from '../../../devices/frames/protocol.ts'
import { datedByPlant } from '../../../devices/opcua/dated.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import type { Message } from '../../../devices/protocols/gb28181/message.ts'
import { observeAlarm } from '../../../devices/protocols/gb28181/observe.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { write, writeMs } from '../../../devices/protocols/hj212/time.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import { dated, noteRequestTime } from '../../../devices/push/dated.ts'
import * as panel from '../gb26875/centre.ts'
import { frameOf, MN, PASSWORD } from '../hj212/session.ts'
import { CENTRE, LORRY, Lower, lorry, peerDevice, plain } from '../jt809/lower.ts'
import * as water from '../sl651/centre.ts'
import { createStage, type Place } from './stage.ts'

/** `at`: by the device's own clock. A frame that is reported twice in the same way is another frame. */
export type Sender = {
  connect: () => void
  restart: () => void
  report: (active: boolean, at: Date, now: Date) => Promise<unknown>
  /** A heartbeat, a sign-in or a time that is surely of now; nothing where the protocol has none. */
  beat: (now: Date) => void
}
export type Made = { stage: ReturnType<typeof createStage>; sender: Sender; ends: boolean }

/** What a device of a protocol that has a socket is registered as, and says. */
export type SenderKind = { places: Place[]; frames: FrameSource }

type FrameSource = {
  driver: () => ProtocolDriver
  frames: (active: boolean, at: Date) => Uint8Array[]
  beat?: (now: Date) => Uint8Array
  greet?: (now: Date) => Uint8Array
}

/** Over a connection: what the real listener's session makes of real bytes. */
const onSocket = ({ places, frames: { driver, frames, beat, greet } }: SenderKind): Made => {
  const stage = createStage(places)
  let protocolDriver = driver()
  let session: Session | null = null
  const registry = () => ({ device: (key: string) => stage.device(key), clocks: stage.clocks() })
  let mine = registry()
  const receive = (bytes: Uint8Array[], now: Date): Observation[] =>
    bytes
      .flatMap((one) => protocolDriver.framer().push(one))
      .flatMap((result) => {
        session ??= protocolDriver.createSession(mine, { address: '10.1.1.1' })
        return session.receive(result, now).observations
      })
  const sender: Sender = {
    connect: () => {
      session = null
    },
    restart: () => {
      stage.restart()
      mine = registry()
      protocolDriver = driver()
      session = null
    },
    report: (active, at, now) => {
      if (session === null && greet) receive([greet(now)], now)
      return stage.take(receive(frames(active, at), now), now)
    },
    beat: (now) => {
      if (session === null && greet) receive([greet(now)], now)
      if (beat) receive([beat(now)], now)
    },
  }
  return { stage, sender, ends: true }
}

let count = 0

const hj212 = (): SenderKind => ({
  places: [{ key: MN, secret: PASSWORD, dialect: { greets: false }, points: { 'w01018-Rtd': 40 } }],
  frames: {
    driver: driverOfHj212,
    frames: (active, at) => {
      count = (count + 1) % 1_000
      const QN = writeMs(new Date(Math.floor(at.getTime() / 1_000) * 1_000 + count))
      return [
        frameOf(`DataTime=${write(at)};w01018-Rtd=${active ? 99 : 10},w01018-Flag=N`, {
          QN,
          Flag: '5',
        }),
      ]
    },
  },
})

const gb26875 = (): SenderKind => ({
  places: [{ key: panel.SOURCE }],
  frames: {
    driver: () => driverOfGb26875('tcp'),
    frames: (active, at) => [panel.frame([panel.component(active ? 3 : 1, at)], at)],
    beat: (now) => panel.frame([], now),
  },
})

const sl651 = (mode: 'M1' | 'M2') => (): SenderKind => ({
  places: [
    {
      key: water.STATION,
      secret: '1234',
      dialect: mode === 'M1' ? { mode } : {},
      points: { Z: 12 },
    },
  ],
  frames: {
    driver: () => driverOfSl651('tcp'),
    frames: (active, at) => [
      water.frame(0x32, [...water.place(at), water.level(active ? 12.6 : 5)], at),
    ],
    ...(mode === 'M2' ? { beat: (now: Date) => water.frame(0x2f, [], now) } : {}),
  },
})

const road = (version: '2011' | '2019') => (): SenderKind => {
  const peer = peerDevice({ hosts: [] }, { version })
  const lower = new Lower(peer)
  const time = (at: Date) => (version === '2019' ? { time: Math.floor(at.getTime() / 1_000) } : {})
  const centre = version === '2019' ? { centre: CENTRE } : {}
  return {
    places: [{ key: peer.key, secret: peer.secret, dialect: peer.dialect }, { key: LORRY }],
    frames: {
      driver: () => driverOfJt809({ verify: () => 1 }),
      greet: (now) =>
        lower.frame(
          0x1001,
          { values: { user: 7, password: 'abc12345', ...centre, ip: '', port: 0 } },
          time(now),
        ),
      frames: (active, at) => {
        const positions = [
          { form: '2011' as const, encrypted: 0, plain: plain(at, { alarm: active ? 1 : 0 }) },
        ]
        return [lower.frame(0x1200, { vehicle: lorry, sub: 0x1202, positions }, time(at))]
      },
      beat: (now) => lower.frame(0x1005, {}, time(now)),
    },
  }
}

/** Observations that are dated as a whole before they are stored. */
const handed = (
  places: Place[],
  of: (stage: Made['stage'], active: boolean, at: Date, now: Date) => Observation[],
  ends = true,
): Made => {
  const stage = createStage(places)
  const none = (): void => undefined
  return {
    ends,
    stage,
    sender: {
      connect: none,
      restart: () => stage.restart(),
      beat: none,
      report: (active, at, now) => stage.take(of(stage, active, at, now), now),
    },
  }
}

const reading = (device: string, active: boolean, at: Date): Observation => ({
  kind: 'reading',
  device,
  point: 'GT-1',
  at: at.toISOString(),
  value: active ? 60 : 0,
  unit: null,
  quality: 'good',
  flags: [],
  message: `${at.getTime()}`,
})

const push = (signed: boolean) => (): Made =>
  handed([{ key: 'f' }, { key: 'TANK-1', points: { 'GT-1': 25 } }], (stage, active, at, now) => {
    const passing = { feed: 'f', sent: signed ? now : null }
    noteRequestTime(stage.clocks(), passing, now)
    const item = {
      ok: true as const,
      key: '',
      device: 'TANK-1',
      observations: [reading('TANK-1', active, at)],
    }
    return dated(stage.clocks(), item, passing, [], now) ?? []
  })

const opcua = (): Made =>
  handed([{ key: 'plant' }, { key: 'TANK-1', points: { 'GT-1': 25 } }], (stage, active, at, now) =>
    datedByPlant(stage.clocks(), 'plant', [reading('TANK-1', active, at)], now),
  )

const camera = (): Made =>
  handed(
    [{ key: '33080200001320000001' }],
    (stage, _active, at, now) => {
      const texts = {
        AlarmPriority: '1',
        AlarmMethod: '2',
        AlarmTime: writtenTime(at).replace(' ', 'T').slice(0, 19),
      }
      const children = Object.entries(texts).map(([name, text]) => ({
        name,
        attributes: {},
        children: [text],
      }))
      const root = { name: 'Notify', attributes: {}, children }
      const message = {
        kind: 'Notify',
        command: 'Alarm',
        serial: String(++count),
        device: '33080200001320000001',
        root,
      } as unknown as Message
      const condition = observeAlarm(message, stage.clocks(), now)
      return condition ? [condition] : []
    },
    false,
  )

/** Those that are listened to by a socket. */
export const senderKinds = {
  'HJ 212': hj212,
  'GB/T 26875.3': gb26875,
  'SL 651, a station that is asked': sl651('M2'),
  'SL 651, a station that only sends': sl651('M1'),
  'JT/T 809-2019': road('2019'),
  'JT/T 809-2011': road('2011'),
} satisfies Record<string, () => SenderKind>

export const senders: Record<string, () => Made> = {
  ...Object.fromEntries(
    Object.entries(senderKinds).map(([name, kind]) => [name, () => onSocket(kind())]),
  ),
  'a signed push': push(true),
  MQTT: push(false),
  'OPC UA': opcua,
  'GB/T 28181': camera,
}

export const unknownClocks = createDeviceClocks
