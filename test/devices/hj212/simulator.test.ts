// Does a made-up station hold a whole conversation with the host?
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../devices/port/port.ts'
import type { Dialect } from '../../../devices/protocols/hj212/dialect.ts'
import type { Plan } from '../../../devices/protocols/hj212/simulated-day.ts'
import { createStation } from '../../../devices/protocols/hj212/simulator.ts'
import {
  beijing,
  conditionsOf,
  device,
  openSession,
  PASSWORD,
  readingsOf,
  reasons,
} from './session.ts'

const START = beijing('20260301075500')
const at = (written: string): Date => beijing(`20260301${written}`)
const plan = (changes: Partial<Plan> = {}, dialect: Partial<Dialect> = {}): Plan => ({
  seed: 1,
  station: 'SIM0001',
  password: PASSWORD,
  system: '32',
  dialect: { version: '2017', ...dialect },
  facilities: ['SB1'],
  episodes: [],
  measures: [
    { code: 'w01018', usual: 40, swing: 0.3 },
    { code: 'w21003', usual: 3, swing: 0.3 },
    { code: 'w01001', usual: 7.2, swing: 0.05 },
  ],
  ...changes,
})

type Run = { observations: Observation[]; faults: string[]; sent: string[]; open: number }

/** Both ends in memory, a tick every 10 s; `lose` says which frames of the station are lost on the way. */
const converse = (
  what: Plan,
  minutes: number,
  lose: (count: number) => boolean = () => false,
): Run => {
  const station = createStation(what)
  const host = openSession([
    device({
      key: what.station,
      secret: what.password,
      dialect: { ...what.dialect, greets: true, rtdSeconds: 60 },
    }),
  ])
  const run: Run = { observations: [], faults: [], sent: [], open: 0 }
  const toHost = (frames: Uint8Array[], now: Date): void => {
    for (const frame of frames) {
      run.sent.push(Buffer.from(frame).toString())
      if (lose(run.sent.length)) continue
      const output = host.receive(frame, now)
      run.observations.push(...output.observations)
      run.faults.push(...reasons(output))
      for (const reply of output.replies) toHost(station.receive(reply, now), now)
    }
  }
  toHost(station.open(START), START)
  for (let second = 10; second <= minutes * 60; second += 10) {
    const now = new Date(START.getTime() + second * 1000)
    toHost(station.tick(now), now)
    for (const reply of host.session.tick(now).replies) toHost(station.receive(reply, now), now)
  }
  return { ...run, open: station.unanswered() }
}

const only = (observations: Observation[]) => ({ observations, replies: [], faults: [] })
const readings = ({ observations }: Run) => readingsOf(only(observations))

describe('an hour with a station', () => {
  it.each<[string, Partial<Dialect>]>([
    ['2005', { version: '2005' }],
    ['2017', { version: '2017' }],
    ['2025', { version: '2025' }],
    ['2025 encrypted', { version: '2025', sm4: '0123456789abcdeffedcba9876543210' }],
    ['2017 with the Modbus sum', { version: '2017', crc: 'modbus' }],
  ])('%s: every frame is taken and acknowledged', (_, dialect) => {
    const run = converse(plan({}, dialect), 60)
    expect(run.faults).toEqual([])
    expect(run.open).toBe(0)
    expect(run.observations[0]).toMatchObject({ kind: 'sign', sign: 'boot' })
    const cod = readings(run).filter(({ point }) => point === 'w01018-Rtd')
    expect(cod).toHaveLength(60)
    expect(new Set(readings(run).map(({ quality }) => quality))).toEqual(new Set(['good']))
    expect(readings(run).find(({ point }) => point === 'w01018-Avg')?.at).toBe(
      at('070000').toISOString(),
    )
    expect(run.sent.some((frame) => frame.includes('{0x'))).toBe(dialect.sm4 !== undefined)
  })

  it('says the same for the same seed, and something else for another', () => {
    const [one, again, other] = [plan(), plan(), plan({ seed: 2 })].map((what) =>
      converse(what, 20).sent.join(''),
    )
    expect(again).toBe(one)
    expect(other).not.toBe(one)
  })

  it('its clock is set at the first connection', () => {
    const run = converse(plan({ clockOffSeconds: -1200 }), 20)
    const signs = run.observations.filter(({ kind }) => kind === 'sign')
    expect(signs.map((one) => (one.kind === 'sign' ? one.sign : ''))).toEqual(['boot'])
    expect(
      readings(run)
        .slice(-20)
        .every(({ flags }) => flags.length === 0),
    ).toBe(true)
  })
})

describe('what may happen', () => {
  it('lost frames are sent again and stored once', () => {
    const whole = converse(plan(), 30)
    const lossy = converse(plan(), 30, (count) => count % 3 === 0)
    const early = (moment: string): boolean => moment < at('082000').toISOString()
    const keys = (run: Run) =>
      new Set(
        readings(run)
          .filter((one) => early(one.at))
          .map(({ point, at: moment }) => `${point} ${moment}`),
      )
    expect(lossy.sent.length).toBeGreaterThan(whole.sent.length)
    expect(keys(lossy)).toEqual(keys(whole))
    expect(lossy.faults).toEqual([])
  })

  it('what was measured while the line was down comes later, marked', () => {
    const down = [{ kind: 'outage' as const, from: at('080000'), to: at('083000') }]
    const run = converse(plan({ episodes: down }, { version: '2025' }), 60)
    const cod = readings(run).filter(({ point }) => point === 'w01018-Rtd')
    expect(cod).toHaveLength(60)
    const missed = cod.filter(
      ({ at: moment }) =>
        moment >= at('080000').toISOString() && moment < at('083000').toISOString(),
    )
    expect(missed).toHaveLength(30)
    expect(missed.every(({ flags }) => flags.includes('late') && flags.includes('retx'))).toBe(true)
    expect(cod.filter(({ flags }) => flags.length > 0)).toHaveLength(30)
  })

  it('many pollutants are split; every part is used', () => {
    const measures = Array.from({ length: 24 }, (_, count) => ({
      code: `w2${1000 + count}`,
      usual: 5,
      swing: 0.1,
    }))
    const run = converse(plan({ measures }), 10)
    expect(run.sent.some((frame) => frame.includes('Flag=7;PNUM=2;PNO=2;'))).toBe(true)
    expect(Math.max(...run.sent.map((frame) => Number(frame.slice(2, 6))))).toBeLessThanOrEqual(
      1024,
    )
    expect(readings(run).filter(({ point }) => point.endsWith('-Avg'))).toHaveLength(24)
    expect(
      run.observations.filter((one) => one.kind === 'sign' && one.sign === 'parts-missing'),
    ).toEqual([])
  })

  it('exceedance, a broken analyser, alarms', () => {
    const [from, to] = [at('080000'), at('082000')]
    const run = converse(
      plan({
        episodes: [
          { kind: 'times', code: 'w01018', times: 4, from, to },
          { kind: 'mark', code: 'w21003', mark: 'D', from, to },
          { kind: 'analyser-alarm', code: 'w21003', from, to },
          { kind: 'facility-alarm', facility: 'SB1', from, to },
        ],
      }),
      40,
    )
    const high = readings(run).filter(
      ({ point, value }) => point === 'w01018-Rtd' && (value ?? 0) > 100,
    )
    expect(high).toHaveLength(20)
    expect(
      readings(run).filter(({ point, quality }) => point === 'w21003-Rtd' && quality === 'bad'),
    ).toHaveLength(20)
    const conditions = conditionsOf(only(run.observations)).map(
      ({ point, condition, active }) => `${point} ${condition} ${active}`,
    )
    expect(conditions.filter((one) => one.startsWith('SB1'))).toEqual(
      [true, true, false, false].map((one) => `SB1 facility-alarm ${one}`),
    )
    expect(conditions.filter((one) => one.startsWith('w'))).toEqual(
      [true, true, false].map((one) => `w21003 analyser-alarm ${one}`),
    )
  })
})
