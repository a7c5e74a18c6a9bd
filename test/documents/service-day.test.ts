// On which day does a paper count as served that was announced, by the law of the announcement, and what stands behind one that nobody has signed for?
import { expect, it, test } from 'vitest'
import { servedDay, servedLawfully, servedStated } from '../../domain/documents/service-day.ts'
import { provenLawfully } from '../../domain/documents/service-proof.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { anybody, eventBy } from '../support/processes/rule-verdicts.ts'

const event = (announcedOn: string, on: string) => ({
  ...eventBy(anybody('lin'), { method: 'announcement', announcedOn }),
  at: `${on}T01:00:00.000Z`,
})
const served = (announcedOn: string, on: string) => {
  const verdict = servedLawfully(event(announcedOn, on), announcedOn)
  return verdict === true ? true : verdict.zh
}

// 民诉法 95 since 2022-01-01: thirty days; before it sixty, which are in no text at hand.
test.each([
  ['2022-01-01', '2022-01-31'],
  ['2026-03-03', '2026-04-02'],
  ['2021-12-31', '2022-03-01'],
])('announced on %s, served on %s, whenever it is written down', (announcedOn, due) => {
  expect(servedDay(event(announcedOn, due))).toBe(due)
  const later = event(announcedOn, '2026-06-02')
  expect(servedStated({} as CaseRecord, { ...later, type: '' })).toEqual({ servedOn: due })
  expect(served(announcedOn, due)).toBe(true)
  expect(served(announcedOn, '2026-06-02')).toBe(true)
})

it('is written down after that day, not before', () => {
  expect(served('2022-01-01', '2022-01-30')).toContain('送达日期为2022-01-31')
  expect(served('2026-03-03', '2026-04-01')).toContain('经过30日视为送达，送达日期为2026-04-02')
})

it('of another method the day is what was said', () => {
  const said = { ...eventBy(anybody('lin'), { method: 'post', servedOn: '2026-03-05' }) }
  expect(servedDay(said)).toBe('2026-03-05')
  expect(servedStated({} as CaseRecord, { ...said, type: '' })).toEqual({})
})

const proven = (data: Record<string, unknown>, agreed = false) => {
  const verdict = provenLawfully({ data }, agreed)
  return verdict === true ? '' : verdict.zh
}
const left = { method: 'left', refusedBecause: '拒绝签收' }
const electronic = { method: 'electronic' }

it.each<[string, Record<string, unknown>, boolean, string]>([
  ['nothing that says how', {}, false, ''],
  ['in person', { method: 'direct' }, false, ''],
  ['left, without a word', { method: 'left' }, false, '第八十九条'],
  ['left, without a witness or pictures', left, false, '第八十九条'],
  ['left, before a nameless witness', { ...left, witness: ' ' }, false, '第八十九条'],
  ['left, without the reason', { method: 'left', witness: '金某' }, false, '拒收事由'],
  ['left before a witness', { ...left, witness: '金某' }, false, ''],
  ['left, with pictures', { ...left, recording: ['f1'] }, false, ''],
  ['electronically, unasked', electronic, false, '第六十一条第二款'],
  ['electronically, with an empty consent', { ...electronic, consent: [] }, false, '第九十条'],
  ['electronically, with the consent on file', { ...electronic, consent: ['f1'] }, false, ''],
  ['electronically, as agreed before', electronic, true, ''],
])('served %s', (_, data, agreed, words) => {
  const found = proven(data, agreed)
  if (words === '') expect(found).toBe('')
  else expect(found).toContain(words)
})
