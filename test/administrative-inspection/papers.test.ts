// Do the papers of an inspection keep to themselves that somebody has reported, and do they say the day on which something happened?
import { describe, expect, it } from 'vitest'
import { sampleCase, sampleOf } from '../../bin/documents/sample.ts'
import { papers } from '../../domain/administrative-inspection/papers/papers.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { wanted } from '../../domain/documents/compose.ts'
import type { DocumentSource } from '../../domain/model/document.ts'
import type { Line } from '../support/processes/lines.ts'
import { begun, day, matter, sample, visiting } from './samples.ts'

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

describe('what is written down later', () => {
  const written = (id: string, type: string, at: string, ...lines: Line[]): string => {
    const declared = papers.find((one) => one.id === id)
    if (!declared) throw new Error(`there is no paper ${id}`)
    const { source } = wanted(declared, {
      process: administrativeInspection,
      record: visiting(matter, day, ...lines).record(),
      act: { type, at, seq: 9, data: { ...sample(type), signatures: [] } },
      party: { name: '甲厂', code: '1', address: '柯城' },
    })
    return JSON.stringify(declared.wording(source))
  }

  it('the record says on which day the visit was', () => {
    const made: Line[] = [
      ['until', '2026-03-09'],
      ['lin', 'record-inspection'],
      ['wu', 'sign'],
    ]
    expect(
      written(
        'record-inspection',
        'record-inspection',
        '2026-03-09T01:00:00.000Z',
        ...begun,
        ...made,
      ),
    ).toContain('["检查时间","2026年3月2日"]')
  })
})
