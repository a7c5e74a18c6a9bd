// Who could have a case next: does every way of an act say so, with the states entered inside others, and nobody who has it already?
import { expect, test } from 'vitest'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { nextTasks } from '../../../domain/views/next-tasks.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { playing } from '../acting.ts'

test('each way once, in the order of the chart', () => {
  const play = playing(hazardRectification, actor('qi'), reported, '2026-03-02T01:00:00.000Z')
  const next = nextTasks(hazardRectification, play.record(), 'verify')
  expect(next.map(({ task }) => task)).toEqual(['order', 'take-measures'])
  expect(next[0]?.groups).toEqual(['330802-bureau/inspector'])
  expect(nextTasks(hazardRectification, play.record(), 'withdraw')).toEqual([])
  expect(nextTasks(hazardRectification, play.record(), 'constructor')).toEqual([])
})
