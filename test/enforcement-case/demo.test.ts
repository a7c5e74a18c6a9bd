// Are the enforcement cases of the demo lawful step by step, and who has the word at the end of each?
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
const person = (by: string) => actor(cast[by.split('.')[1] ?? ''] ?? '')

const played = (key: string, founded: string) => {
  const stories = enforcement.filter((one) => one.key === key)
  const [first, ...rest] = cuesOf(stories, `${founded}T16:30:00.000Z`)
  if (!first) throw new Error(`the demo tells of no ${key}`)
  const form = { ...first.data, enterprise: 'e-1', region: '330802' }
  const play = playing(enforcementCase, person(first.by), form, first.at)
  for (const { at, by, act, data } of rest) {
    play.to(at)
    play.act(person(by), act, data)
  }
  return play.record().snapshot
}

it.each(['2026-03-10', '2026-06-25', '2026-10-12'])('founded on %s', (founded) => {
  const told = played('enforcement-guards', founded)
  expect(told.value).toMatchObject({ handling: 'awaiting' })
  expect(told.context).toMatchObject({ hearingOffered: true })
  const punished = played('enforcement-on-the-spot', founded)
  expect(punished.value).toMatchObject({
    handling: 'performing',
    payment: 'owed',
    reporting: 'due',
  })
})
