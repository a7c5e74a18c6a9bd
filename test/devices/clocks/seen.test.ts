// What has been seen to go wrong: does an old report still end an alarm, or ring as if it were of now?
import { describe, expect, test } from 'vitest'
import { type Made, senders } from './senders.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A device as its protocol speaks, for some minutes already, and well: `old` is the age of what is reported, by the right clock of the device. */
const knownFor = async (name: keyof typeof senders, minutes = 8) => {
  const { stage, sender } = (senders[name] as () => Made)()
  let now = Date.parse('2026-11-26T02:00:00.000Z')
  const report = async (active: boolean, old = 0, seconds = 60): Promise<string[]> => {
    now += seconds * 1_000
    const judged = (await sender.report(active, new Date(now - old), new Date(now))) as {
      event: { kind: string }
    }[]
    return judged.map(({ event }) => event.kind)
  }
  for (let turn = 0; turn < minutes; turn++) {
    sender.beat(new Date(now))
    await report(false)
  }
  return {
    sender,
    report,
    standing: () => stage.standing().map(({ doubtful }) => (doubtful ? '时间存疑' : 'present')),
  }
}

/** The connection breaks, and then the process too: what is known must outlast both. */
const ways = ['on the same line', 'after a reconnect', 'after a restart'] as const
const come = (
  way: (typeof ways)[number],
  { sender }: Awaited<ReturnType<typeof knownFor>>,
): void => {
  if (way === 'after a reconnect') sender.connect()
  if (way === 'after a restart') sender.restart()
}

describe.each(ways)('%s', (way) => {
  test.each(['SL 651, a station that is asked', 'SL 651, a station that only sends'])(
    'promise (alarms): a water level of 12.6 m stays in alarm when the station reports 5.0 m of two days ago (%s)',
    async (name) => {
      const station = await knownFor(name)
      expect(await station.report(true)).toContain('raised')
      come(way, station)
      expect(await station.report(false, 2 * day)).toEqual([])
      expect(station.standing()).toEqual(['present'])
      expect(await station.report(false)).toContain('rtn')
    },
  )

  test('promise (alarms): a fire is not over because the panel says “normal” of five days ago, and again of three hours ago', async () => {
    const panel = await knownFor('GB/T 26875.3')
    expect(await panel.report(true)).toContain('raised')
    come(way, panel)
    for (const old of [5 * day, 3 * hour]) {
      expect(await panel.report(false, old)).toEqual([])
      expect(panel.standing()).toEqual(['present'])
    }
    expect(await panel.report(false)).toContain('rtn')
  })

  test('promise (alarms): 99 mg/L of two days ago, sent when a monitoring station is back, rings nowhere', async () => {
    const station = await knownFor('HJ 212')
    come(way, station)
    expect(await station.report(true, 2 * day)).toEqual([])
    expect(station.standing()).toEqual([])
    expect(await station.report(true)).toContain('raised')
    expect(station.standing()).toEqual(['present'])
  })

  test('promise (alarms): 10 mg/L of three hours ago does not end what stands at 99 mg/L now', async () => {
    const station = await knownFor('HJ 212')
    expect(await station.report(true)).toContain('raised')
    come(way, station)
    expect(await station.report(false, 3 * hour)).toEqual([])
    expect(station.standing()).toEqual(['present'])
    expect(await station.report(false)).toContain('rtn')
  })

  test('promise (alarms): the first data after a vehicle platform has signed in are judged by the time of its sign-in', async () => {
    // Nothing was received before: the sign-in is the first word of the platform, the position the second.
    const live = await knownFor('JT/T 809-2019', 0)
    come(way, live)
    expect(await live.report(true)).toContain('raised')
    expect(live.standing()).toEqual(['present'])
    const old = await knownFor('JT/T 809-2019', 0)
    come(way, old)
    await old.report(true, 2 * day)
    expect(old.standing()).not.toContain('present')
    expect(await old.report(false, 3 * hour)).not.toContain('rtn')
  })
})

test('a backlog of a station that was never received before may ring as 时间存疑 only, and ends nothing', async () => {
  const station = await knownFor('HJ 212', 0)
  await station.report(true, 2 * day)
  expect(station.standing()).toEqual(['时间存疑'])
  expect(await station.report(false, 3 * hour)).toEqual([])
  expect(station.standing()).toEqual(['时间存疑'])
})

test.each(['SL 651, a station that is asked', 'SL 651, a station that only sends'])(
  'promise (alarms): an alarm report of a water station rings though a normal one came within the same minute (%s)',
  async (name) => {
    const station = await knownFor(name)
    await station.report(false, 0, 5)
    expect(await station.report(true, 0, 10)).toContain('raised')
    // Which of the two was measured last nobody can tell: only what comes after the minute ends it.
    expect(await station.report(false, 0, 10)).toEqual([])
    expect(station.standing()).toEqual(['present'])
    expect(await station.report(false)).toContain('rtn')
  },
)
