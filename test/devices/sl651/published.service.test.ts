// Does every published frame of SL 651 reach the database over TCP and UDP, or stay unanswered as a wrong sum deserves?
import { headerOf, sl651 } from '../../../devices/protocols/sl651/codec.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import type { Stage } from '../playing.ts'
import { testPublished } from '../published.ts'
import { hex, published } from '../streams.ts'
import { overTcpAndUdp } from '../ways.ts'
import { frame, STATION } from './centre.ts'
import { made } from './made.ts'

const NEIGHBOUR = '0099999999'

const stage: Stage = {
  protocol: 'sl651',
  drivers: [() => driverOfSl651('tcp'), () => driverOfSl651('udp')],
  senders: [
    { key: STATION, secret: '1234' },
    { key: '0040803540', secret: '0000' },
    { key: '0011111112', secret: '0000' },
    { key: '1234567891', secret: '1234' },
    { key: '9876543210', secret: '1234' },
    // Published with two passwords; its other one stands beside the frames.
    { key: '0011223344', secret: '03e8' },
  ],
  framer: () => sl651.framer({}),
  show: hex,
  neighbour: {
    key: NEIGHBOUR,
    secret: '1234',
    frame: (now, n) => {
      const version = Uint8Array.from([2, ...Buffer.from(`V${n}`)])
      const items = [
        { kind: 'station' as const, address: NEIGHBOUR, type: null },
        { kind: 'rest' as const, data: version },
      ]
      return frame(0x45, items, new Date(now.getTime() - 60_000 * n), { station: NEIGHBOUR })
    },
    isAnswered: (answer) => headerOf(answer)?.station === NEIGHBOUR,
  },
}

const samples = published('sl651/published.txt').map((one) => ({
  name: `sl651/published.txt:${one.line}`,
  note: one.note,
  bytes: one.frame,
}))

testPublished(stage, [...samples, ...made], overTcpAndUdp)
