// Does every state of an open hazard stand at one of the steps that its enterprise is shown?
import { expect, test } from 'vitest'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { statesOf } from '../../../domain/model/chart.ts'
import type { Diagram } from '../../../domain/views/chart/chart-views.ts'
import { bandsOf, isAtRest } from '../../../ui/chart/chart-bands.ts'
import chart from '../../../ui/hazard-rectification/chart.json' with { type: 'json' }
import { steps } from '../../../ui/hazard-rectification/steps.ts'

const open = statesOf(process.machine).filter(
  ({ name, final }) => name.startsWith('handling.') && !final,
)

test.each(open.map(({ name }) => name))('%s', (name) => {
  const words = process.words.partyStates[name]?.zh ?? ''
  expect(steps.filter(({ states }) => states.some((one) => words.includes(one)))).toHaveLength(1)
})

const bands = bandsOf(chart as unknown as Diagram)

test('each region of the chart is drawn by itself, in its corner, with all its states and edges', () => {
  expect(bands.map(({ id }) => id)).toEqual([
    'handling',
    'supervision',
    'listing',
    'filing',
    'measures',
    'force',
    'supply',
    'instruction',
    'reporter',
  ])
  expect(bands.reduce((sum, { diagram }) => sum + diagram.nodes.length, 0)).toBe(chart.nodes.length)
  expect(bands.reduce((sum, { diagram }) => sum + diagram.edges.length, 0)).toBe(chart.edges.length)
  for (const { diagram } of bands)
    for (const { x, y, width, height } of diagram.nodes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(diagram.width)
      expect(y + height).toBeLessThanOrEqual(diagram.height)
    }
})

test('a region is at rest where it begins and where it ends, and awake in between', () => {
  const band = (id: string) => bands.find((one) => one.id === id)!
  expect(isAtRest(band('supervision'), ['supervision', 'supervision.none'])).toBe(true)
  expect(isAtRest(band('supervision'), ['supervision', 'supervision.lifted'])).toBe(true)
  expect(
    isAtRest(band('supervision'), ['supervision', 'supervision.red', 'supervision.red.told']),
  ).toBe(false)
  expect(isAtRest(band('instruction'), ['instruction', 'instruction.open'])).toBe(false)
})
