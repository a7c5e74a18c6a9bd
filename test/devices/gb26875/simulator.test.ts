// Does a made-up transmitter speak with the centre as a true one would?
import { expect, test } from 'vitest'
import type { SessionOutput } from '../../../devices/frames/protocol.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import { type FireAct, transmitter } from '../../../devices/protocols/gb26875/simulator.ts'
import { hex } from '../streams.ts'
import { CENTRE, conditions, later, NOON, registry, SOURCE } from './centre.ts'

type Play = { outputs: SessionOutput[]; sent: string[] }

/** Both sides in memory, a second at a time. */
const play = (
  seconds: number,
  options: {
    scenario?: { after: number; act: FireAct }[]
    clockOff?: number
    seed?: number
    deaf?: boolean
  },
): Play => {
  const device = transmitter({ seed: 7, source: SOURCE, centre: CENTRE, ...options })
  const driver = driverOfGb26875('tcp')
  const session = driver.createSession(registry({ key: SOURCE }), { address: '10.0.0.9' })
  const framer = driver.framer()
  const played: Play = { outputs: [], sent: [] }
  const carry = (bytes: Uint8Array[], now: Date): void => {
    for (const one of bytes) {
      played.sent.push(hex(one))
      for (const result of framer.push(one)) {
        const output = session.receive(result, now)
        played.outputs.push(output)
        for (const reply of options.deaf ? [] : output.replies)
          carry(device.receive(reply, now), now)
      }
    }
  }
  carry(device.open(NOON), NOON)
  for (let second = 1; second <= seconds; second++) carry(device.tick(later(second)), later(second))
  return played
}

const conditionsIn = ({ outputs }: Play): string[] => outputs.flatMap(conditions)
const faults = ({ outputs }: Play): string[] =>
  outputs.flatMap((one) => one.faults.map(({ reason }) => reason))

test('a quiet day: heartbeats and measures, all acknowledged, nothing sent twice, no fault', () => {
  const day = play(130, {})
  expect(faults(day)).toEqual([])
  expect(new Set(day.sent).size).toBe(day.sent.length)
  expect(
    day.outputs
      .flatMap(({ observations }) => observations)
      .filter(({ kind }) => kind === 'reading'),
  ).toHaveLength(18)
})

test('fire, shield and reset: the fire stands while the detector is shielded, and ends with the reset', () => {
  const scenario = [
    { after: 10, act: 'fire' as const },
    { after: 20, act: 'shield' as const },
    { after: 30, act: 'reset' as const },
  ]
  const fires = conditionsIn(play(40, { scenario })).filter(
    (one) => one.endsWith(' fire') && one.includes('/'),
  )
  expect(fires).toEqual(['+1-3/10-1 fire', '-1-3/10-1 fire'])
})

test('hostile bytes are reported and denied, and the next frames are understood', () => {
  const day = play(40, {
    scenario: [
      { after: 5, act: 'hostile' },
      { after: 10, act: 'gas' },
    ],
  })
  expect(faults(day)).toEqual(['sum', 'oversize', 'length'])
  expect(conditionsIn(day)).toContain('+1-3/10-2 gas')
})

test('a clock two hours slow is set, after which nothing is marked', () => {
  const day = play(60, { clockOff: -7200 })
  const marked = day.outputs.map(({ observations }) =>
    observations.some(({ flags }) => flags.length > 0),
  )
  expect(marked.slice(4)).not.toContain(true)
})

test('a centre that does not receive gets everything again, three times', () => {
  const day = play(45, { deaf: true })
  const opening = day.sent[0]
  expect(day.sent.filter((frame) => frame === opening)).toHaveLength(4)
})

test('the same seed is the same day; another is another', () => {
  expect(play(70, { seed: 3 }).sent).toEqual(play(70, { seed: 3 }).sent)
  expect(play(70, { seed: 3 }).sent).not.toEqual(play(70, { seed: 4 }).sent)
})
