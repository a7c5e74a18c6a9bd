// Does every published frame of HJ 212 reach the database through a socket, or get exactly the answer that its fault deserves?
import { createFramer } from '../../../devices/protocols/hj212/frame.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { write, writeMs } from '../../../devices/protocols/hj212/time.ts'
import type { Stage } from '../playing.ts'
import { testPublished } from '../published.ts'
import { overTcp } from '../ways.ts'
import { made } from './made.ts'
import { samples } from './samples.ts'
import { frameOf, MN, PASSWORD } from './session.ts'

const NEIGHBOUR = 'NEIGHBOUR'
const stations = [
  'LD130133000015',
  'Y80110010000010',
  '14513567846884',
  'Z13401000010301',
  '81733553213013',
  'SD000001',
  '1111',
]
const passwords: Record<string, string> = { Z13401000010301: 'BF470F88957588DE902D1A52' }
const limits = [{ key: 'a21026-ZsRtd', kind: 'pollution' as const, high: 50 }]

const stage: Stage = {
  protocol: 'hj212',
  drivers: [driverOfHj212],
  senders: [MN, ...stations].map((key) => ({
    key,
    secret: passwords[key] ?? PASSWORD,
    dialect: { greets: false },
    points: limits,
  })),
  framer: createFramer,
  show: (answer) => Buffer.from(answer).toString('latin1').trim(),
  neighbour: {
    key: NEIGHBOUR,
    secret: PASSWORD,
    dialect: { greets: false },
    frame: (now, n) => {
      const started = new Date(now.getTime() - 60_000 * n)
      return frameOf(`DataTime=${write(now)},RestartTime=${write(started)}`, {
        QN: writeMs(started),
        CN: '2081',
        MN: NEIGHBOUR,
      })
    },
    isAnswered: (answer) => Buffer.from(answer).includes(`MN=${NEIGHBOUR};`),
  },
}

testPublished(
  stage,
  [
    ...samples.map(({ file, line, bytes, note }) => ({
      name: `hj212/${file}:${line}`,
      note,
      bytes,
    })),
    ...made,
  ],
  overTcp,
)
