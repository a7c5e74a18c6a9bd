// By which standard is a unit graded that is looked at on a day of the past?
import { describe, expect, test } from 'vitest'
import { calculated, refused } from './asking.ts'

const grade = (date: string, ...substances: object[]) =>
  calculated('hazard-source-grade', { date, substances, exposed: 1 })

// 令40 annex 1: explosives 2, flammable gas 1.5, any other 1; GB 18218-2018 table 4 since 2019-03-01.
describe('β of a class', () => {
  test.each([
    ['W5.1', 1, 1.5],
    ['W6.1', 1, 1.5],
    ['J4', 1, 2],
    ['J1', 4, 4],
    ['J3', 2, 2],
    ['W2', 1.5, 1.5],
    ['W5.2', 1, 1],
  ])('%s: %d, since 2019-03-01 %d', (name, before, since) => {
    const beta = (date: string) =>
      (grade(date, { class: name, q: 1 }) as unknown as { terms: { beta: number }[] }).terms[0]
        ?.beta
    expect(
      ['2011-12-01', '2013-05-05', '2019-02-28', '2019-03-01', '2026-01-01'].map(beta),
    ).toEqual([before, before, before, since, since])
  })

  test('of the time makes another grade', () => {
    const source = { class: 'W5.1', q: 80 }
    expect(grade('2016-06-01', source)).toMatchObject({ S: 8, R: 8, grade: 4 })
    expect(grade('2022-06-01', source)).toMatchObject({ S: 8, R: 12, grade: 3 })
  })
})

test('until then the numbers are compared with GB 18218-2009, and β is that of 令40', () => {
  const reasons = (date: string) => grade(date, { substance: '汽油', q: 1 }).reasons
  expect(reasons('2019-02-28')).toEqual([
    {
      zh: '临界量取值未对照 GB 18218-2009 原文核实',
      en: 'Q not yet checked against the text of GB 18218-2009',
    },
  ])
  expect(reasons('2019-03-01').map(({ zh }) => zh)).toEqual([
    '临界量取值未对照 GB 18218-2018 原文核实',
    '校正系数β取值未对照 GB 18218-2018 原文核实',
  ])
  // What is confirmed of 2018 is not yet so of 2009.
  expect(grade('2013-05-05', { substance: 'O2', q: 1 }).provisional).toBe(true)
  expect(grade('2013-05-05', { substance: 'Cl2', q: 10, Q: 5 })).toMatchObject({
    provisional: false,
  })
})

test('before 令40 nothing was graded: GB 18218-2000 had other quantities', () => {
  const reason = {
    zh: '重大危险源分级自2011-12-01（令40号）起施行，此前适用的临界量不同，未载入',
    en: 'Major hazard sources are graded since 2011-12-01 (Order 40); the quantities of before are others and not loaded',
  }
  expect(
    refused('hazard-source-grade', {
      date: '2011-11-30',
      substances: [{ substance: 'Cl2', q: 10 }],
      exposed: 0,
    }),
  ).toMatchObject({
    code: 'rule-not-in-force',
    reasons: [reason],
    details: { pointer: '/date' },
  })
})
