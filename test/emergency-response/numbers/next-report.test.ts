// By when is the next report awaited once the numbers make it another kind of accident?
import { expect, it } from 'vitest'
import { emergency, type Line } from '../playing.ts'
import { reported } from '../samples.ts'

const counted = (dead: number): Line => [
  'dan',
  'record-casualties',
  { asOf: '2026-03-02', dead, reason: '核实' },
]
const daily = 'continued-report'
const halfDaily = 'continued-report-major'

it('is awaited as of any other accident once it is no major one', () => {
  const play = emergency({ ...reported, dead: 10 }, {}, ['dan', 'report-to-city'])
  expect([play.clock(halfDaily)?.status, play.clock(daily)]).toEqual(['running', undefined])
  play.does(['wait', 10], counted(3))
  expect([play.clock(halfDaily)?.status, play.clock(daily)?.status]).toEqual([
    'replaced',
    'running',
  ])
  expect(play.dueAt(daily)).toBe('2026-03-03 09:00')
  play.does(['wait', 750])
  expect(play.notified(halfDaily)).toEqual([])
})
