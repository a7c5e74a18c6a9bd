// Is anybody still told of a fine that a change has left paid up?
import { expect, it } from 'vitest'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, matter, prosecuting, sample } from '../samples.ts'
import { changed, paysPart, returned, sought } from '../surcharge/paying.ts'

const goes = (...lines: Line[]) => prosecuting(matter, day, ...decided, ...lines)

it('nobody is told that it is overdue once the day of a later payment is over', () => {
  const play = goes(
    paysPart(day, 15_000),
    ['mao', 'apply-deferral'],
    ['gao', 'grant-deferral', { dueDate: '2026-06-01' }],
    sought(day, day),
    changed(day, 10_000),
  )
  expect([play.clock('later-payment')?.status, play.context().owed]).toEqual(['replaced', 0])
  play.does(returned(day, 5_000), ['until', '2026-06-03'])
  const told = play.effects.flatMap((one) =>
    one.kind === 'notice' && one.title.zh.includes('延期（分期）缴纳逾期') ? one.groups : [],
  )
  expect(told).toEqual([])
})

it('its day still runs where a change leaves something to be paid', () => {
  const play = goes(
    ['mao', 'apply-deferral'],
    ['gao', 'grant-deferral', { dueDate: '2026-06-01' }],
    sought(day, day),
    changed(day, 10_000),
  )
  expect(play.clock('later-payment')).toMatchObject({ status: 'running', due: '2026-06-01' })
})

it('the three years of a suspension run no longer', () => {
  const on = '2026-03-18'
  const play = goes(
    paysPart(day, 15_000),
    ['until', on],
    ['gao', 'suspend-enforcement', sample('suspend-enforcement')],
  )
  expect(play.clock('suspension-max')?.status).toBe('running')
  play.does(sought(on, on), changed(on, 10_000))
  expect(play.clock('suspension-max')?.status).toBe('replaced')
})
