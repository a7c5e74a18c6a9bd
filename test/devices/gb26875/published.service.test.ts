// Does every published frame of GB/T 26875.3 reach the database over TCP and UDP, or get exactly the denial that its fault deserves?
import { gb26875, headerOf } from '../../../devices/protocols/gb26875/codec.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import type { Stage } from '../playing.ts'
import { testPublished } from '../published.ts'
import { hex, published } from '../streams.ts'
import { overTcpAndUdp } from '../ways.ts'
import { frame, SOURCE } from './centre.ts'
import { made } from './made.ts'

const NEIGHBOUR = '0000000000FF'

const stage: Stage = {
  protocol: 'gb26875',
  drivers: [() => driverOfGb26875('tcp'), () => driverOfGb26875('udp')],
  // The last is the centre of the published examples: what only a centre sends is none of a transmitter's.
  senders: [SOURCE, '000000000379', '000000015B38'].map((key) => ({
    key,
    points: [{ key: '1-3/217-6', kind: 'fire' as const }],
  })),
  framer: () => gb26875.framer({}),
  show: hex,
  neighbour: {
    key: NEIGHBOUR,
    frame: (now, n) => {
      const version = [{ type: 25, items: [{ major: 1, minor: n }] }]
      return frame(version, new Date(now.getTime() - 60_000 * n), { source: NEIGHBOUR })
    },
    isAnswered: (answer) => headerOf(answer)?.target === NEIGHBOUR,
  },
}

const samples = published('gb26875/published.txt').map((one) => ({
  name: `gb26875/published.txt:${one.line}`,
  note: one.note,
  bytes: one.frame,
}))

testPublished(stage, [...samples, ...made], overTcpAndUdp)
