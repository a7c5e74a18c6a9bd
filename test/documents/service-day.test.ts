// From which day on does a paper count as served that was announced, by the law of the announcement?
import { expect, test } from 'vitest'
import { servedLawfully } from '../../domain/documents/service-day.ts'
import { anybody, eventBy } from '../support/processes/rule-verdicts.ts'

const served = (announcedOn: string, servedOn: string) => {
  const data = { method: 'announcement', announcedOn, servedOn }
  const event = { ...eventBy(anybody('lin'), data), at: `${servedOn}T01:00:00.000Z` }
  const verdict = servedLawfully(event, announcedOn)
  return verdict === true ? true : verdict.zh
}

// 民诉法 95 since 2022-01-01: thirty days. The sixty of before are in no text at hand, so they refuse nobody.
test.each([
  ['2022-01-01', '2022-01-30', '最早为2022-01-31（民事诉讼法第95条）'],
  ['2022-01-01', '2022-01-31', true],
  ['2026-03-03', '2026-04-01', '经过30日视为送达，最早为2026-04-02'],
  ['2021-12-31', '2022-01-30', true],
  ['2021-12-31', '2022-03-01', true],
])('announced on %s, served on %s: %s', (announcedOn, servedOn, expected) => {
  const found = served(announcedOn, servedOn)
  if (expected === true) expect(found).toBe(true)
  else expect(found).toContain(expected)
})
