// Are the inspections of the demo lawful step by step, and where does each stand at its end?
import { expect, it } from 'vitest'
import { cuesOf } from '../../bin/seed/script.ts'
import { inspections } from '../../bin/seed/stories/inspections.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { playing } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'

const cast: Record<string, string> = { inspector1: 'lin', inspector2: 'wu', leader: 'gao' }
const person = (by: string) => actor(cast[by.split('.')[1] ?? ''] ?? '')

const played = (key: string, founded: string): unknown => {
  const stories = inspections.filter((one) => one.key === key)
  const [first, ...rest] = cuesOf(stories, `${founded}T16:30:00.000Z`)
  if (!first) throw new Error(`the demo tells of no ${key}`)
  const form = { ...first.data, enterprise: 'e-1', region: '330802' }
  const play = playing(administrativeInspection, person(first.by), form, first.at)
  for (const { at, by, act, data, photos } of rest) {
    play.to(at)
    play.act(
      person(by),
      act,
      photos ? { ...data, photos: ['00000000-0000-4000-8000-000000000001'] } : data,
    )
  }
  return play.record().snapshot.value
}

it.each(['2026-03-10', '2026-06-25', '2026-10-12'])('founded on %s', (founded) => {
  expect(played('inspection-followed', founded)).toBe('rechecking')
  expect(played('inspection-announced', founded)).toBe('noticed')
})
