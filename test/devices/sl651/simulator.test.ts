// Does a made-up station speak with the centre as a true one would?
import { expect, test } from 'vitest'
import type { SessionOutput } from '../../../devices/frames/protocol.ts'
import type { Command } from '../../../devices/port/port.ts'
import { driverOfSl651 } from '../../../devices/protocols/sl651/session.ts'
import { type StationAct, station } from '../../../devices/protocols/sl651/simulator.ts'
import { hex } from '../streams.ts'
import { conditions, later, NOON, readings, reasons, registry, STATION } from './centre.ts'

type Play = { outputs: SessionOutput[]; sent: string[] }
type Options = {
  scenario?: { after: number; act: StationAct }[]
  seed?: number
  deaf?: boolean
  lose?: number
  command?: Command
}

/** Both sides in memory, a second at a time; the packet number `lose` is lost on its way. */
const play = (seconds: number, { deaf = false, lose = -1, command, ...options }: Options): Play => {
  const device = station({
    seed: 7,
    station: STATION,
    centre: 1,
    password: 0x1234,
    interval: 300,
    ...options,
  })
  const driver = driverOfSl651('tcp')
  const session = driver.createSession(registry({ key: STATION, secret: '1234' }), {
    address: '10.0.0.9',
  })
  const framer = driver.framer()
  const played: Play = { outputs: [], sent: [] }
  const answer = (output: SessionOutput, now: Date): void => {
    played.outputs.push(output)
    for (const reply of deaf ? [] : output.replies) carry(device.receive(reply, now), now)
  }
  const carry = (bytes: Uint8Array[], now: Date): void => {
    for (const one of bytes) {
      played.sent.push(hex(one))
      if (played.sent.length - 1 === lose) continue
      for (const result of framer.push(one)) answer(session.receive(result, now), now)
    }
  }
  carry(device.open(NOON), NOON)
  for (let second = 1; second <= seconds; second++) {
    carry(device.tick(later(second)), later(second))
    answer(session.tick(later(second)), later(second))
    if (command && second === 30) answer(session.command!(command, later(second)), later(second))
  }
  return played
}

const faults = ({ outputs }: Play): string[] => outputs.flatMap(reasons)

test('a quiet hour part: reports and keep-alives, all confirmed, nothing sent twice', () => {
  const day = play(400, {})
  expect(faults(day)).toEqual([])
  expect(new Set(day.sent).size).toBe(day.sent.length)
  expect(readings(day.outputs[0]!).map((one) => one.split(' ')[0])).toEqual([
    'ZU',
    'PJ',
    'PT',
    'VT',
  ])
})

test('a flood: the level rises, the threshold and the limit of the station are reported, and calm ends both', () => {
  const day = play(700, {
    scenario: [
      { after: 10, act: 'flood' },
      { after: 650, act: 'calm' },
    ],
  })
  const conditionNames = day.outputs
    .flatMap(conditions)
    .filter((one) => one.endsWith('additional-report') || one.endsWith('water-level'))
  expect(conditionNames.slice(0, 4)).toEqual([
    '-water-level',
    '-additional-report',
    '+water-level',
    '+additional-report',
  ])
  expect(conditionNames.slice(-2)).toEqual(['-water-level', '-additional-report'])
  const levels = day.outputs.flatMap(({ observations }) =>
    observations.flatMap((one) =>
      'point' in one && one.point === 'ZU' && 'value' in one ? [one.value ?? 0] : [],
    ),
  )
  expect(levels.at(-1)! - levels[0]!).toBeGreaterThan(0.7)
})

test('a picture comes through, also when a packet is lost on its way', () => {
  const scenario = [{ after: 5, act: 'picture' as const }]
  const pictures = (day: Play) =>
    day.outputs.flatMap(({ observations }) => observations.filter((one) => one.kind === 'document'))
  expect(pictures(play(20, { scenario }))).toMatchObject([
    { document: 'picture', body: { bytes: 2504 } },
  ])
  const lost = play(20, { scenario, lose: 3 })
  expect(pictures(lost)).toHaveLength(1)
})

test('hostile, unknown and missing: reported, and the good ones are kept', () => {
  const day = play(60, {
    scenario: [
      { after: 5, act: 'hostile' },
      { after: 10, act: 'unknown' },
      { after: 15, act: 'missing' },
      { after: 20, act: 'resend' },
    ],
  })
  expect(faults(day)).toEqual(['crc', 'password'])
  expect(day.outputs.flatMap(readings)).toContain('ZU null m bad')
  expect(day.outputs.flatMap(conditions)).toContain('+level-gauge')
  expect(
    day.outputs.some(({ observations }) =>
      observations.some(({ flags }) => flags.includes('retx')),
    ),
  ).toBe(true)
})

test('asked for its values and reported the time it answers', () => {
  const command = {
    key: 'k',
    feed: 'dam',
    device: STATION,
    verb: 'query' as const,
    args: {},
    until: later(600).toISOString(),
  }
  expect(play(40, { command }).outputs.flatMap(({ answered = [] }) => answered)).toMatchObject([
    { key: 'k', ok: true },
  ])
  expect(
    play(40, { command: { ...command, verb: 'set-clock' } }).outputs.flatMap(
      ({ answered = [] }) => answered,
    ),
  ).toMatchObject([{ ok: true }])
})

test('a centre that does not receive gets the report again, twice', () => {
  const day = play(70, { deaf: true })
  expect(day.sent.filter((frame) => frame === day.sent[0])).toHaveLength(3)
})

test('the same seed is the same day; another is another', () => {
  expect(play(320, { seed: 3 }).sent).toEqual(play(320, { seed: 3 }).sent)
  expect(play(320, { seed: 3 }).sent).not.toEqual(play(320, { seed: 4 }).sent)
})
