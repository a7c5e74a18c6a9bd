// Is a major hazard source found and graded by exact sums, and is it said how sure each number is?
import { describe, expect, test } from 'vitest'
import { calculated, reckoned, refused } from './asking.ts'

const grade = (substances: object[], exposed = 1) =>
  calculated('hazard-source-grade', { substances, exposed })

describe('the grade', () => {
  // α by persons within 500 m: 0 0.5, 1 1.0, 30 1.2, 50 1.5, 100 2.0 (令40 annex 1).
  test.each([
    [0, 0.5],
    [1, 1],
    [29, 1],
    [30, 1.2],
    [49, 1.2],
    [50, 1.5],
    [99, 1.5],
    [100, 2],
  ])('%i persons: α %d', (exposed, alpha) =>
    expect(grade([{ substance: 'LPG', q: 50 }], exposed)).toMatchObject({ alpha }),
  )

  // Chlorine, β 4, Q 5: R = 4·q/5 with one person near.
  test.each([
    [4.999999, 3.999999, null, null],
    [5, 4, 4, { zh: '四级', en: 'grade 4' }],
    [12.499999, 9.999999, 4, { zh: '四级', en: 'grade 4' }],
    [12.5, 10, 3, { zh: '三级', en: 'grade 3' }],
    [62.499999, 49.999999, 3, { zh: '三级', en: 'grade 3' }],
    [62.5, 50, 2, { zh: '二级', en: 'grade 2' }],
    [124.999999, 99.999999, 2, { zh: '二级', en: 'grade 2' }],
    [125, 100, 1, { zh: '一级', en: 'grade 1' }],
  ])('%d t of chlorine: R %d, grade %j', (q, R, expected, gradeWords) =>
    expect(grade([{ substance: 'chlorine', q }])).toMatchObject({
      R,
      grade: expected,
      gradeWords,
      majorHazardSource: q >= 5,
    }),
  )
})

describe('how sure the numbers are', () => {
  const ofQ = {
    zh: '临界量取值未对照 GB 18218-2018 原文核实',
    en: 'Q not yet checked against the text of GB 18218-2018',
  }
  const ofBeta = {
    zh: '校正系数β取值未对照 GB 18218-2018 原文核实',
    en: 'β not yet checked against the text of GB 18218-2018',
  }

  test.each<[substance: object, confidence: string, reasons: object[]]>([
    [{ substance: 'petrol', q: 1 }, 'M', [ofQ, ofBeta]],
    [{ substance: 'Cl2', q: 1 }, 'M', [ofQ]],
    [{ substance: 'oxygen', q: 1 }, 'M', [ofBeta]],
    [{ substance: 'oxygen', q: 1, beta: 1 }, 'V*', []],
    [{ substance: 'Cl2', q: 1, Q: 5 }, 'V*', []],
    [{ substance: 'CO', class: 'J5', q: 1 }, 'V*', []],
    [{ class: 'J4', q: 1, beta: 2 }, 'V*', []],
    [{ class: 'J4', q: 1, Q: 50 }, 'M', [ofBeta]],
    [{ substance: 'petrol', q: 1, Q: 200 }, 'M', [ofBeta]],
    [{ substance: 'petrol', q: 1, beta: 1 }, 'M', [ofQ]],
    [{ substance: 'petrol', q: 1, Q: 200, beta: 1 }, 'given', []],
  ])('%j: %s', (substance, confidence, reasons) =>
    expect(grade([substance])).toMatchObject({
      terms: [{ confidence }],
      provisional: reasons.length > 0,
      reasons,
    }),
  )
})

describe('what it is called', () => {
  test.each<[item: object, zh: string, en: string]>([
    [{ substance: 'Cl₂', q: 1 }, '氯', 'chlorine'],
    [{ class: 'J4', q: 1 }, 'J4', 'J4'],
    [{ substance: '混合物', class: 'J4', q: 1 }, '混合物', '混合物'],
    [{ q: 1, Q: 5, beta: 1 }, '', ''],
  ])('%j', (item, zh, en) =>
    expect(grade([item])).toMatchObject({ terms: [{ words: { zh, en } }] }),
  )
})

test.each<[item: object]>([
  [{ substance: '不明物质', q: 1 }],
  [{ substance: '不明物质', q: 1, Q: 5 }],
  [{ substance: '不明物质', q: 1, beta: 2 }],
  [{ class: 'W8', q: 1 }],
])('who names neither substance nor numbers is refused with what is known: %j', (item) => {
  const answer = refused('hazard-source-grade', {
    substances: [{ substance: 'Cl2', q: 1 }, item],
    exposed: 0,
  })
  const [reason] = answer.reasons
  expect(reason?.zh).toBe('临界量或校正系数未知：请给出物质名称、类别，或者 Q 和 beta')
  expect(reason?.en).toMatch(
    /^Q or β unknown: give a known substance, a class, or Q and beta \(known: ammonia, chlorine, .*, guanidine-nitrate\)$/,
  )
  expect(answer).toMatchObject({
    code: 'invalid-input',
    details: { pointer: '/substances/1', errors: [{ pointer: '/substances/1', reason }] },
  })
})

test('the reckoning tells each quotient, both sums and the grade', () => {
  const substances = [
    { substance: 'Cl₂', q: 25 },
    { substance: 'NH3', q: 15 },
  ]
  expect(reckoned('hazard-source-grade', { substances, exposed: 60 })).toEqual({
    zh: [
      '氯：q/Q=25/5=5，β=4',
      '氨：q/Q=15/10=1.5，β=2',
      'S=Σq/Q=6.5≥1，构成重大危险源',
      '厂外500米内60人，α=1.5',
      'R=α·Σβ·q/Q=34.5：三级',
    ],
    en: [
      'chlorine: q/Q = 25/5 = 5, β = 4',
      'ammonia: q/Q = 15/10 = 1.5, β = 2',
      'S = Σ q/Q = 6.5 ≥ 1: a major hazard source',
      '60 persons within 500 m, α = 1.5',
      'R = α · Σ β·q/Q = 34.5: grade 3',
    ],
  })
  expect(
    reckoned('hazard-source-grade', { substances: [{ substance: 'LPG', q: 49.9 }], exposed: 120 }),
  ).toEqual({
    zh: [
      '液化石油气：q/Q=49.9/50=0.998，β=1.5',
      'S=Σq/Q=0.998<1，不构成重大危险源',
      '厂外500米内120人，α=2',
      'R=α·Σβ·q/Q=2.994',
    ],
    en: [
      'liquefied petroleum gas: q/Q = 49.9/50 = 0.998, β = 1.5',
      'S = Σ q/Q = 0.998 < 1: not a major hazard source',
      '120 persons within 500 m, α = 2',
      'R = α · Σ β·q/Q = 2.994',
    ],
  })
})
