// Is a promise about emergencies called broken when it is: too late, too slow, lost, doubled, never shown, too many nodes?
import { expect, test } from 'vitest'
import type { EmergenciesFigures } from '../../bench/emergencies/emergencies.ts'
import {
  emergenciesCounts,
  emergenciesGoals,
  emergenciesTable,
} from '../../bench/emergencies/emergencies-report.ts'
import { teams } from '../../bench/emergencies/people.ts'
import type { Response } from '../../bench/emergencies/response.ts'
import { incidentGoals } from '../../bench/incident/incident-report.ts'
import { yearGoals } from '../../bench/year/year-report.ts'
import { orderRecipients } from '../../domain/emergency-response/regions/recipients.ts'

const response = (more: Partial<Response> = {}): Response => ({
  caseId: 'c',
  ordersGiven: ['1'],
  acts: { order: [40], log: [40], unit: [40] },
  announced: [100],
  visible: [200],
  never: 0,
  twice: 0,
  ...more,
})
const kept: EmergenciesFigures = {
  pace: { orders: 200, seconds: 170 },
  people: { quiet: 14, loaded: 40 },
  quiet: [response()],
  loaded: [response({ acts: { order: [59], log: [60], unit: [50] } })],
  perSecond: 3_655,
  usage: { wallMs: 1_000, busyMs: 900, processes: {} },
  kept: {
    orders: 2,
    ordersLost: 0,
    ordersDoubled: 0,
    ordersOpen: 0,
    acted: 6,
    actsLost: 0,
    actsDoubled: 0,
    brokenChains: 0,
  },
  retries: 0,
}
const broken = (figures: EmergenciesFigures): number =>
  emergenciesGoals(figures).filter(({ met }) => !met).length

test('forty people, each with a post that an order can be given to or that gives orders', () => {
  expect(teams.flatMap(({ officers, units }) => [...officers, ...units])).toHaveLength(40)
  for (const { to } of teams.flatMap(({ units }) => units))
    expect(orderRecipients).toHaveProperty([to])
})

test('kept promises are kept, and each that is broken is one', () => {
  expect(broken(kept)).toBe(0)
  expect(broken({ ...kept, loaded: [response({ visible: [1_001] })] })).toBe(1)
  expect(
    broken({ ...kept, loaded: [response({ acts: { order: [61], log: [], unit: [] } })] }),
  ).toBe(1)
  expect(broken({ ...kept, loaded: [response({ never: 1 })] })).toBe(1)
  expect(broken({ ...kept, quiet: [response({ twice: 1 })] })).toBe(1)
  for (const name of [
    'ordersLost',
    'ordersDoubled',
    'actsLost',
    'actsDoubled',
    'brokenChains',
  ] as const)
    expect(broken({ ...kept, kept: { ...kept.kept, [name]: 1 } }), name).toBe(1)
  expect(broken({ ...kept, loaded: [response({ visible: [] })] })).toBe(1)
  expect(emergenciesTable(kept).rows).toHaveLength(12)
  expect(emergenciesCounts(kept).rows[0]?.[0]).toBe('2')
})

test('a room that is slow, deaf, large or listens twice is said to be', () => {
  const room = {
    loads: 1,
    cold: [1_500],
    warm: [900],
    nodes: 1_500,
    streams: 1,
    heard: 3,
    keys: [100],
    presses: [99],
  }
  const missed = (more: object) =>
    incidentGoals({ ...room, ...more }).filter(({ met }) => !met).length
  expect(missed({})).toBe(0)
  for (const more of [
    { cold: [1_501] },
    { warm: [1_501] },
    { keys: [101] },
    { presses: [] },
    { nodes: 1_501 },
    { streams: 2 },
    { heard: 0 },
  ])
    expect(missed(more), JSON.stringify(more)).toBe(1)
})

test('of a year the slowest question of each reader counts', () => {
  const point = (ms: number) =>
    ({ who: 'city', kind: 'map', words: '', path: '', kilobytes: 1, ms: [ms] }) as const
  const figures = { size: { alarms: 1, emergencies: 1 }, cases: 1, facts: 1, filledSeconds: 1 }
  const all = (['county', 'city', 'province'] as const).flatMap((who) =>
    (['list', 'map', 'statistics', 'room'] as const).map((kind) => ({
      ...point(10),
      who,
      kind,
      ms: [10],
    })),
  )
  const missed = (points: typeof all) => yearGoals({ ...figures, points }).filter(({ met }) => !met)
  expect(missed(all)).toEqual([])
  expect(missed([...all, { ...point(301), who: 'city', kind: 'map', ms: [301] }])).toHaveLength(1)
  expect(missed(all.slice(1)).length).toBe(1)
})
