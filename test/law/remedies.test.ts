// Does a document name the remedies of the day on which it is written?
import { expect, test } from 'vitest'
import { writePeriodOn, writeRemedies } from '../../domain/law/remedies.ts'

// 复议法 20: 60 days; 行诉法 46: 6 months, before 2015-05-01 3 months.
test.each([
  ['2026-03-02', '6个月'],
  ['2015-05-01', '6个月'],
  ['2015-04-30', '3个月'],
])('on %s', (day, months) =>
  expect(writeRemedies((id) => writePeriodOn(id, day), '决定', '市人民政府')).toBe(
    `如不服本决定，可以自收到本决定之日起60日内依法向市人民政府申请行政复议，或者自收到本决定之日起${months}内依法向人民法院提起行政诉讼。`,
  ),
)
