// What is said of one 重大危险源 in the tests?

export const day = '2026-03-02'

export const source = {
  name: '液氯库房',
  kind: 'storage',
  place: '厂区东侧',
  substances: [
    { substance: '液氯', quantity: 25, unit: 't' },
    { substance: '氨', quantity: 15_000, unit: 'kg' },
  ],
  exposed: 60,
  principal: '毛总，总经理，0570-0000001',
  technical: '戚工，技术部经理，0570-0000002',
  operation: '齐班长，液氯工段长，0570-0000003',
  assessedOn: '2026-02-20',
}

/** As the form of an enterprise is filled in. */
export const typed = { ...source, region: '330802', from: day, reason: '安全评估完成' }

/** As the form of a change is filled in. */
export const changed = (more: object) => ({
  ...source,
  standing: 'in-use',
  from: day,
  reason: '变更',
  ...more,
})

/** Worked examples of the grading: substances in tonnes, persons within 500 m, and what follows. */
export const graded = [
  ['a', { 液氯: 25, 氨: 15 }, 60, { ratioSum: 6.5, gradingIndex: 34.5, grade: '3' }],
  ['b', { 液化石油气: 300 }, 120, { ratioSum: 6, gradingIndex: 18, grade: '3' }],
  ['c', { 汽油: 1_000 }, 0, { ratioSum: 5, gradingIndex: 2.5, grade: '4' }],
  ['d', { 液氯: 50 }, 100, { ratioSum: 10, gradingIndex: 80, grade: '2' }],
  ['e', { 液化石油气: 49.9 }, 1, { ratioSum: 0.998, grade: 'none' }],
] as const

export const inTonnes = (substances: Record<string, number>) =>
  Object.entries(substances).map(([substance, quantity]) => ({ substance, quantity, unit: 't' }))
