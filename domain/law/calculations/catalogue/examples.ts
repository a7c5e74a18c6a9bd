// Which worked examples of the law come out otherwise under another version of an amount?

import { type Text, text } from '../../../language/words.ts'
import { decreeCalendars } from '../../../time/decrees.ts'
import type { AmountRow, CitedAmount } from '../../amounts/amount.ts'
import { calculationNamed } from './registry.ts'

/** Facts whose answer the law makes plain; `no` is the number under which lawyers know the example. */
type Example = { no: string; calculation: string; title: Text; input: Record<string, unknown> }

const accident = {
  accidentAt: '2026-05-01T09:40+08:00',
  headInformedAt: '2026-05-01T09:50+08:00',
  countyReceivedAt: '2026-05-01T10:30+08:00',
  cityReceivedAt: '2026-05-01T12:10+08:00',
  deaths: 2,
  seriousInjuries: 10,
  directLoss: 4_000_000,
}
const onTheSpot = (no: string, title: Text, input: Record<string, unknown>): Example => ({
  no,
  calculation: 'on-the-spot-limit',
  title,
  input: { date: '2026-01-01', ...input },
})
const graded = (no: string, title: Text, input: Record<string, unknown>): Example => ({
  no,
  calculation: 'hazard-source-grade',
  title,
  input,
})

export const workedExamples: readonly Example[] = [
  {
    no: '11a',
    calculation: 'closure-proposal',
    title: text('三次处罚，首末相隔179日', 'Three penalties, day 179'),
    input: { penalties: ['2026-01-10', '2026-03-15', '2026-07-08'] },
  },
  {
    no: '11b',
    calculation: 'closure-proposal',
    title: text('三次处罚，首末相隔181日', 'Three penalties, day 181'),
    input: { penalties: ['2026-01-10', '2026-03-15', '2026-07-10'] },
  },
  {
    no: '19',
    calculation: 'late-surcharge',
    title: text('罚款5万元逾期', 'A fine of 50,000 yuan paid late'),
    input: { fine: 50_000, served: '2026-01-30', asOf: ['2026-03-19', '2026-03-20'] },
  },
  onTheSpot('22a', text('企业罚款3,000元', 'A firm, 3,000 yuan'), {
    party: 'organisation',
    fine: 3_000,
  }),
  onTheSpot('22b', text('企业罚款3,001元', 'A firm, 3,001 yuan'), {
    party: 'organisation',
    fine: 3_001,
  }),
  onTheSpot('22c', text('个人罚款200元', 'A person, 200 yuan'), { party: 'individual', fine: 200 }),
  onTheSpot('22d', text('个人罚款150元，当场收缴', 'A person, 150 yuan in cash'), {
    party: 'individual',
    fine: 150,
    cash: true,
  }),
  {
    no: '24',
    calculation: 'report-ladder',
    title: text('2人死亡、10人重伤的事故上报', 'Reporting 2 dead, 10 seriously hurt'),
    input: accident,
  },
  {
    no: '24',
    calculation: 'accident-level',
    title: text('2人死亡、10人重伤', '2 dead, 10 seriously hurt'),
    input: { deaths: 2, seriousInjuries: 10, directLoss: 4_000_000 },
  },
  {
    no: '24(i)',
    calculation: 'accident-level',
    title: text('第三人死亡计入', 'The third death counts'),
    input: { deaths: 3, seriousInjuries: 9, directLoss: 4_000_000 },
  },
  {
    no: '24',
    calculation: 'response-level',
    title: text('2人死亡、10人重伤的响应', 'Response to 2 dead, 10 seriously hurt'),
    input: { deadOrMissing: 2, poisonedOrInjured: 10, directLoss: 4_000_000 },
  },
  graded('25a', text('液氯25吨、液氨15吨', 'Chlorine 25 t, ammonia 15 t'), {
    substances: [
      { substance: 'chlorine', q: 25 },
      { substance: 'ammonia', q: 15 },
    ],
    exposed: 60,
  }),
  graded('25b', text('液化石油气300吨', 'LPG 300 t'), {
    substances: [{ substance: 'lpg', q: 300 }],
    exposed: 120,
  }),
  graded('25c', text('汽油1000吨', 'Petrol 1,000 t'), {
    substances: [{ substance: 'petrol', q: 1_000 }],
    exposed: 0,
  }),
  graded('25d', text('液氯50吨', 'Chlorine 50 t'), {
    substances: [{ substance: 'chlorine', q: 50 }],
    exposed: 100,
  }),
  graded('25e', text('液化石油气49.9吨', 'LPG 49.9 t'), {
    substances: [{ substance: 'lpg', q: 49.9 }],
    exposed: 0,
  }),
]

export type ChangedExample = { no: string; title: Text; before: Text[]; after: Text[] }

/**
 * The same facts counted by one version and by the other, whatever their day: `checked` examples of the calculations that count by the row,
 * and of those that come out otherwise the steps that differ.
 */
export const examplesUnder = (
  before: AmountRow,
  after: AmountRow,
): { checked: number; changed: ChangedExample[] } => {
  const compared = workedExamples.flatMap(({ no, calculation, title, input }) => {
    const [was, is] = [before, after].map((row) =>
      calculationNamed(calculation).run(input, decreeCalendars, { chosen: [row] }),
    )
    const counts = was?.countedBy.some(({ id }) => id === before.id)
    return counts && was && is ? [{ no, title, ...differing(was.reckoning, is.reckoning) }] : []
  })
  return {
    checked: compared.length,
    changed: compared.filter((one) => one.before.length + one.after.length > 0),
  }
}

const differing = (before: Text[], after: Text[]): { before: Text[]; after: Text[] } => {
  const [was, is] = [new Set(before.map(({ zh }) => zh)), new Set(after.map(({ zh }) => zh))]
  return {
    before: before.filter(({ zh }) => !is.has(zh)),
    after: after.filter(({ zh }) => !was.has(zh)),
  }
}

export type CountedExample = {
  no: string
  title: Text
  reckoning: Text[]
  provisional: boolean
  countedBy: CitedAmount[]
}

/** What the worked examples that count by a row come to under one version of it. */
export const examplesBy = (row: AmountRow): CountedExample[] =>
  workedExamples.flatMap(({ no, calculation, title, input }) => {
    const by = { chosen: [row] }
    const answer = calculationNamed(calculation).run(input, decreeCalendars, by)
    const { reckoning, provisional, countedBy } = answer
    return countedBy.some(({ id }) => id === row.id)
      ? [{ no, title, reckoning, provisional, countedBy }]
      : []
  })
