// Does the notice of an inspection keep to itself that somebody has reported?
import { expect, it } from 'vitest'
import { sampleCase, sampleOf } from '../../bin/documents/sample.ts'
import { papers } from '../../domain/administrative-inspection/papers/papers.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import type { DocumentSource } from '../../domain/model/document.ts'

const notice = papers.find(({ id }) => id === 'issue-notice')

/** What the notice of a visit on this ground says. */
const saying = (ground: string, words: string): string => {
  const record = sampleCase(administrativeInspection)
  const source = {
    record: { ...record, data: { ...record.data, 'plan-inspection': { ground } } },
    value: (name: string) => (name === 'ground' ? words : ''),
  } as unknown as DocumentSource
  return JSON.stringify(notice?.wording(source))
}

it.each([
  ['tip', '投诉举报'],
  ['assigned', '上级交办、部门转办'],
  ['monitoring', '监测预警线索'],
])('of %s it says nothing', (ground, words) => {
  expect(saying(ground, words)).not.toContain(words)
})

it('a plan it names', () => {
  expect(saying('planned', '年度执法计划')).toContain('（年度执法计划）')
  expect(notice && sampleOf(administrativeInspection, notice).content.title).toBe('行政检查通知书')
})
