// How are pasted dates read, and what is said about those that cannot be?
import { expect, test } from 'vitest'
import { readDayList, writeDayList } from '../../domain/time/day-list.ts'

test('one to a line, in ranges, with commas, as people write them', () => {
  const pasted = '2027-01-01\n2027-02-05..2027-02-07\r\n2027年4月3日至5日\n'
  expect(readDayList('2027-01-01\n2027-02-05..2027-02-07\r\n2027年4月3日').days).toEqual([
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-04-03',
  ])
  expect(readDayList('2027/2/5～2027/2/6、2027.10.1').days).toEqual([
    '2027-02-05',
    '2027-02-06',
    '2027-10-01',
  ])
  expect(readDayList('2027年2月5日至2027年2月6日').days).toHaveLength(2)
  expect(readDayList(pasted).mistakes).toHaveLength(1)
  expect(readDayList('  \n\n')).toEqual({ days: [], mistakes: [] })
})

test.each([
  '2027-02-30',
  'x',
  '2027-02-05..',
  '2027-02-07..2027-02-05',
  '2027-01-01..2029-01-01',
  '2027-01-01..2027-01-02..2027-01-03',
  '20270101',
])('what is no date is named with its line: %s', (entry) => {
  const { days, mistakes } = readDayList(`2027-05-01\n${entry}`)
  expect(days).toEqual(['2027-05-01'])
  expect(mistakes.map(({ zh }) => zh)).toEqual([expect.stringContaining('第 2 行')])
})

test('a range has a year of days at most, and the list that was given stays as it was', () => {
  expect(readDayList('2027-01-01..2028-01-01').days).toHaveLength(366)
  expect(readDayList('2027-01-01..2028-01-02').mistakes[0]?.en).toContain('Line 1')
  expect(readDayList('2027-01-01.. 2027-01-02 ').days).toHaveLength(2)
  const input = ['2027-05-02', '2027-05-01']
  expect([writeDayList(input), input]).toEqual([
    ['2027-05-01..2027-05-02'],
    ['2027-05-02', '2027-05-01'],
  ])
})

test('a day listed twice is said, not swallowed', () => {
  expect(readDayList('2027-01-01..2027-01-03\n2027-01-02').mistakes).toEqual([
    { zh: '日期重复：2027-01-02', en: 'Listed twice: 2027-01-02' },
  ])
})

test('what was written is read back as it was', () => {
  const days = ['2027-02-28', '2027-03-01', '2027-03-02', '2027-05-01']
  expect(writeDayList(days)).toEqual(['2027-02-28..2027-03-02', '2027-05-01'])
  expect(readDayList(writeDayList(days).join('\n')).days).toEqual(days)
})
