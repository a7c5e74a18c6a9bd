// From which fine on, and for which penalties, must a hearing be offered?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned } from './asking.ts'

const right = (input: object) => calculated('hearing-right', input)
const unconfirmed = {
  zh: '较大数额标准未经核实，省级规定优先',
  en: 'The number is unconfirmed; the provincial one prevails',
}
const pending = {
  zh: '应急令18号文本尚未载入，沿用旧标准',
  en: 'Text of Order 18 not loaded: the old number stands',
}

describe('the large fine', () => {
  // 2007 10,000 / 30,000; 2015 20,000 / 50,000 (unconfirmed); 以上 includes the number.
  test.each<[date: string, party: string, from: number, reasons: object[]]>([
    ['2013-05-05', 'individual', 10_000, []],
    ['2015-04-30', 'individual', 10_000, []],
    ['2015-04-30', 'organisation', 30_000, []],
    ['2015-05-01', 'individual', 20_000, [unconfirmed]],
    ['2015-05-01', 'organisation', 50_000, [unconfirmed]],
    ['2026-01-31', 'individual', 20_000, [unconfirmed]],
    ['2026-02-01', 'individual', 20_000, [pending]],
    ['2026-02-01', 'organisation', 50_000, [pending]],
  ])('on %s of an %s: %i yuan', (date, party, from, reasons) => {
    const provisional = reasons.length > 0
    expect(right({ date, party, fine: from })).toMatchObject({
      hearing: true,
      threshold: from,
      because: ['large-fine'],
      provisional,
      reasons,
    })
    expect(right({ date, party, fine: from - 0.01 })).toMatchObject({
      hearing: false,
      threshold: from,
      because: [],
      provisional,
      reasons,
    })
    expect(right({ date, party, fine: from, largeFineFrom: 8_000.5 })).toMatchObject({
      threshold: 8_000.5,
      provisional: false,
      reasons: [],
    })
  })

  test('no fine is no large one, even where the province names none', () => {
    expect(right({ party: 'individual', fine: 0, largeFineFrom: 0 })).toMatchObject({
      hearing: false,
      because: [],
    })
    expect(right({ party: 'individual', fine: 0.01, largeFineFrom: 0 })).toMatchObject({
      hearing: true,
      because: ['large-fine'],
    })
  })
})

describe('the kind of penalty', () => {
  const of1996 = ['stop-production', 'revoke-licence']
  const of2021 = ['confiscation', 'downgrade', 'closure', 'career-ban']

  test.each(of1996)('%s carries the right since 1996', (kind) => {
    for (const date of ['2013-05-05', '2021-07-14', '2021-07-15'])
      expect(right({ party: 'individual', penalties: [kind], date }), date).toMatchObject({
        hearing: true,
        because: [kind],
      })
  })

  test.each(of2021)('%s carries the right since the law of 2021', (kind) => {
    expect(right({ party: 'individual', penalties: [kind], date: '2021-07-14' })).toMatchObject({
      hearing: false,
      because: [],
    })
    expect(right({ party: 'individual', penalties: [kind], date: '2021-07-15' })).toMatchObject({
      hearing: true,
      because: [kind],
    })
  })

  test('several, with a large fine', () =>
    expect(
      right({ party: 'organisation', fine: 60_000, penalties: ['closure', 'stop-production'] }),
    ).toMatchObject({
      because: ['large-fine', 'closure', 'stop-production'],
    }))
})

test('the reckoning tells number, kinds and result', () => {
  expect(
    reckoned('hearing-right', {
      party: 'organisation',
      fine: 12_000,
      penalties: ['stop-production'],
      date: '2021-07-15',
    }),
  ).toEqual({
    zh: [
      '较大数额罚款：50,000元以上（含）；拟罚12,000元',
      '处罚种类“责令停产停业”属于听证范围',
      '应当告知听证权利',
    ],
    en: [
      'Large fine: 50,000 yuan or more; planned 12,000',
      'The penalty (stop of production) carries the right',
      'The party must be told the right',
    ],
  })
  expect(reckoned('hearing-right', { party: 'individual' })).toEqual({
    zh: ['较大数额罚款：20,000元以上（含）；拟罚0元', '不属于法定听证范围'],
    en: ['Large fine: 20,000 yuan or more; planned 0', 'No statutory right to a hearing'],
  })
})
