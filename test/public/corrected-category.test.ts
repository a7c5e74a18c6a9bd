// Is what somebody nameless reported called by its kind, also once the kind is corrected?
import { expect, test } from 'vitest'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { playing } from '../case/acting.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor } from '../support/people/cast.ts'

const at = '2026-03-02T01:00:00.000Z'
const { enterprise: _, suspectedMajor: __, ...rest } = reported
const form = { ...rest, category: 'fire' }

const corrected = (by: Parameters<typeof playing>[1], field: string, value: string) => {
  const play = playing(hazardRectification, by, form, at)
  const fact = { seq: 1, type: hazardRectification.start.type, data: form, actor: null }
  const lookedUp = { people: [], fact: { ...fact, latest: true } }
  const wanted = { seq: 1, field, value, reason: '登记有误' }
  play.act(actor('lin'), 'request-correction', wanted, { lookedUp })
  play.act(actor('chen'), 'approve-correction', { seq: 1 }, { lookedUp })
  return play.record().title
}
const stranger = { kind: 'public', id: 'public-1' } as const

test('by the corrected kind, and never by words of his own', () => {
  expect(playing(hazardRectification, stranger, form, at).record().title).toBe('消防隐患')
  expect(corrected(stranger, 'category', 'electricity')).toBe('用电隐患')
  expect(corrected(stranger, 'title', '车间主任的隐患')).toBe('消防隐患')
})

test('an inspector’s own report by its corrected title alone', () => {
  expect(corrected(actor('lin'), 'category', 'electricity')).toBe(form.title)
  expect(corrected(actor('lin'), 'title', '二号库隐患')).toBe('二号库隐患')
})
