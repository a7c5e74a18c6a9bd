// Is the enforcement case of the demo lawful step by step, and does its party have the word at the end?
import { expect, it } from 'vitest'
import { cuesOf } from '../../bin/seed/script.ts'
import { enforcement } from '../../bin/seed/stories/enforcement.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { playing } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'

const cast: Record<string, string> = {
  inspector1: 'lin',
  inspector2: 'wu',
  chief: 'chen',
  leader: 'gao',
}

it.each(['2026-03-10', '2026-06-25', '2026-10-12'])('founded on %s', (founded) => {
  const [first, ...rest] = cuesOf(enforcement, `${founded}T16:30:00.000Z`)
  if (!first) throw new Error('the demo tells of none')
  const person = (by: string) => actor(cast[by.split('.')[1] ?? ''] ?? '')
  const form = { ...first.data, enterprise: 'e-1', region: '330802' }
  const play = playing(enforcementCase, person(first.by), form, first.at)
  for (const { at, by, act, data } of rest) {
    play.to(at)
    play.act(person(by), act, data)
  }
  expect(play.record().snapshot.value).toMatchObject({ handling: 'awaiting' })
  expect(play.record().snapshot.context).toMatchObject({ hearingOffered: true })
})
