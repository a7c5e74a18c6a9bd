// Does every published frame of JT/T 809, and every position of JT/T 808 carried in one, reach the database through a socket?
import { jt809Codec } from '../../../devices/protocols/jt809/codec.ts'
import { framer809, openFrame } from '../../../devices/protocols/jt809/frame.ts'
import type { Body } from '../../../devices/protocols/jt809/message.ts'
import { nothing } from '../../../devices/protocols/jt809/peer.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import type { Sender, Stage } from '../playing.ts'
import { testPublished } from '../published.ts'
import { glued, hex } from '../streams.ts'
import { overTcp } from '../ways.ts'
import { carried, type Golden, golden } from './lower.ts'
import { made } from './made.ts'

const frames = [...golden(), ...carried(), ...made]
const PASSWORD = '123456'
const NEIGHBOUR = { plate: '邻A00001', colour: 2 }

const centreOf = ({ bytes, centre }: Golden): number => {
  const opened = openFrame(bytes)
  // The one of a wrong length names the same platform as its neighbours in the file.
  return centre ?? (opened.ok ? opened.header.centre : 20180920)
}
const platforms: Sender[] = frames.map((one) => ({
  key: String(centreOf(one)),
  secret: PASSWORD,
  dialect: { ...one.dialect, user: 102 },
}))
const once = (senders: Sender[]): Sender[] => [
  ...new Map(senders.map((one) => [one.key, one])).values(),
]
const vehicles = [
  '粤A12345-2',
  '京A12345-1',
  '测试报警-1',
  '测A93228-2',
  '41624010177-2',
  ...carried().map(({ line }) => `测808${line}-2`),
]

let sn = 5_000_000
const frameAt = (from: Golden, now: Date, type: number, body: Partial<Body>): Uint8Array => {
  const header = {
    sn: sn++,
    type,
    centre: centreOf(from),
    version: [1, 0, 0] as [number, number, number],
    encrypted: 0,
    key: 0,
  }
  const time = from.dialect.version === '2019' ? Math.floor(now.getTime() / 1000) : null
  return jt809Codec.encode(
    { ...header, time, body: { ...nothing, ...body }, raw: null },
    from.dialect,
  )
}

const of = (bytes: Uint8Array): Golden => frames.find((one) => one.bytes === bytes) ?? frames[0]!

const stage: Stage = {
  protocol: 'jt809',
  drivers: [() => driverOfJt809({ verify: () => 4242 })],
  senders: [...once(platforms), ...vehicles.map((key) => ({ key }))],
  framer: framer809,
  show: hex,
  greeting: (beside, now) => {
    const from = of(beside)
    const centre = from.dialect.version === '2019' ? { centre: centreOf(from) } : {}
    return frameAt(from, now, 0x1001, {
      values: { user: 102, password: PASSWORD, ...centre, ip: '', port: 0 },
    })
  },
  neighbour: {
    key: `${NEIGHBOUR.plate}-${NEIGHBOUR.colour}`,
    // A waybill is not answered; that its platform is still there is.
    frame: (now, n, beside) => {
      const waybill = {
        vehicle: NEIGHBOUR,
        sub: 0x120d,
        values: { text: `运单号:${now.getTime()}-${n}` },
      }
      return glued(frameAt(of(beside), now, 0x1200, waybill), frameAt(of(beside), now, 0x1005, {}))
    },
    isAnswered: (answer) => {
      const opened = openFrame(answer)
      return opened.ok && opened.header.type === 0x1006
    },
  },
}

testPublished(
  stage,
  frames.map(({ name, facts, bytes }) => ({ name, note: facts.slice(0, 60), bytes })),
  overTcp,
)
