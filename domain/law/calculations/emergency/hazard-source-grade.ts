// Is this unit a major hazard source, and of which grade?
import * as v from 'valibot'
import { DomainError } from '../../../language/errors.ts'
import { type Text, text } from '../../../language/words.ts'
import type { Day } from '../../../time/days.ts'
import { type AmountRow, exactAt, numberAt, stepReached } from '../../amounts/amount.ts'
import {
  add,
  atLeast,
  divide,
  exact,
  type Fraction,
  fraction,
  multiply,
  rounded,
  zero,
} from '../../amounts/fraction.ts'
import {
  classes,
  gb18218Of2018,
  type Sure,
  substanceOf,
  substances,
} from '../../amounts/substances.ts'
import { count, day, invalid, message } from '../../parse.ts'
import { calculation, dayAsked, doubt, doubts } from '../calculation.ts'

/** To the gram; more digits are a slip, and sums of fractions of hundreds of digits a burden. */
const toTheGram = v.check(
  (value: number) => /^\d+(\.\d{1,6})?$/.test(String(value)),
  message('最多六位小数', 'At most six decimals'),
)
const tonnes = v.pipe(
  v.number(),
  v.minValue(0, message('数量不能为负数', 'Cannot be negative')),
  v.maxValue(1e9, message('数量过大', 'Too large')),
  toTheGram,
)
const positive = v.pipe(
  v.number(),
  v.gtValue(0, message('必须大于零', 'Must be more than zero')),
  v.maxValue(1e6),
  toTheGram,
)
const item = v.strictObject({
  /** Id, Chinese or English name, or formula; free text when Q and β are given. */
  substance: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  class: v.optional(
    v.picklist(
      Object.keys(classes),
      message('GB 18218 没有这个类别', 'GB 18218 has no such class'),
    ),
  ),
  q: v.pipe(tonnes, v.description('stored or design maximum, t')),
  Q: v.optional(v.pipe(positive, v.description('critical quantity from the standard, t'))),
  beta: v.optional(positive),
})
const schema = v.strictObject({
  date: v.optional(v.pipe(day, v.description('day on which it is graded'))),
  substances: v.pipe(
    v.array(item),
    v.minLength(1, message('至少一种物质', 'At least one substance')),
    v.maxLength(200),
  ),
  exposed: v.pipe(count, v.description('persons within 500 m outside the fence')),
})
type Item = v.InferOutput<typeof item>

/** S = Σ q/Q ≥ 1 makes a major hazard source; R = α · Σ β·q/Q grades it (GB 18218, 令40 annex 1). Compared as exact fractions. */
export const hazardSourceGrade = calculation(
  'hazard-source-grade',
  text('重大危险源辨识与分级', 'Major hazard source: identification and grade'),
  [['order40', '']],
  schema,
  (input, law) => {
    const on = dayAsked(input.date, law)
    sinceOrder40(on)
    const row: Row = (name) => law.amount(`hazard-source-grade.${name}`, on)
    const terms = input.substances.map((one, index) => termOf(one, index, row, on))
    const S = terms.reduce((sum, { ratio }) => add(sum, ratio), zero)
    const weighted = terms.reduce(
      (sum, { ratio, beta }) => add(sum, multiply(fraction(beta), ratio)),
      zero,
    )
    const alpha = alphaOf(input.exposed, row)
    const R = multiply(fraction(alpha), weighted)
    const critical = row('critical-sum')
    const isSource = atLeast(S, exactAt(critical, 'source'))
    const sum = numberAt(critical, 'source')
    const grade = isSource ? gradeOf(R, row('grading-index')) : null
    return {
      majorHazardSource: isSource,
      S: rounded(S),
      exactS: exact(S),
      alpha,
      R: rounded(R),
      exactR: exact(R),
      grade,
      gradeWords: grade === null ? null : gradeWords[grade],
      terms: terms.map(({ ratio, sure, ...term }) => ({
        ...term,
        confidence: weaker(sure),
        ratio: rounded(ratio),
        exactRatio: exact(ratio),
      })),
      reckoning: [
        ...terms.map(({ words, q, Q, beta, ratio }) =>
          text(
            `${words.zh}：q/Q=${q}/${Q}=${rounded(ratio)}，β=${beta}`,
            `${words.en}: q/Q = ${q}/${Q} = ${rounded(ratio)}, β = ${beta}`,
          ),
        ),
        isSource
          ? text(
              `S=Σq/Q=${rounded(S)}≥${sum}，构成重大危险源`,
              `S = Σ q/Q = ${rounded(S)} ≥ ${sum}: a major hazard source`,
            )
          : text(
              `S=Σq/Q=${rounded(S)}<${sum}，不构成重大危险源`,
              `S = Σ q/Q = ${rounded(S)} < ${sum}: not a major hazard source`,
            ),
        text(
          `厂外500米内${input.exposed}人，α=${alpha}`,
          `${input.exposed} persons within 500 m, α = ${alpha}`,
        ),
        text(
          `R=α·Σβ·q/Q=${rounded(R)}${grade === null ? '' : `：${gradeWords[grade].zh}`}`,
          `R = α · Σ β·q/Q = ${rounded(R)}${grade === null ? '' : `: ${gradeWords[grade].en}`}`,
        ),
      ],
      ...doubts(
        ...terms.flatMap(({ sure }) => [
          doubtOf(sure.Q, '临界量', 'Q', on),
          doubtOf(sure.beta, '校正系数β', 'β', on),
        ]),
      ),
    }
  },
)

const order40Day = '2011-12-01'

const sinceOrder40 = (on: Day): void => {
  if (on >= order40Day) return
  throw new DomainError(
    'rule-not-in-force',
    [
      text(
        `重大危险源分级自${order40Day}（令40号）起施行，此前适用的临界量不同，未载入`,
        `Major hazard sources are graded since ${order40Day} (Order 40); the quantities of before are others and not loaded`,
      ),
    ],
    { pointer: '/date' },
  )
}

type GradeSource = 'given' | Sure
type Term = {
  words: Text
  q: number
  Q: number
  beta: number
  sure: { Q: GradeSource; beta: GradeSource }
  ratio: Fraction
}

const weaker = ({ Q, beta }: Term['sure']): GradeSource =>
  (['M', 'V*'] as const).find((one) => one === Q || one === beta) ?? 'given'

type Row = (name: string) => AmountRow
type Numbers = { Q: number | null; beta: number; sureOfQ: Sure; sureOfBeta: Sure }

/** Of the standard of 2009 no quantity was compared with its text; β was that of 令40. */
const of2009 = { sureOfQ: 'M', sureOfBeta: 'V*' } as const

/** As the rule book has it; what was entered is as sure as it says of itself. */
const counted = (
  known: Pick<Numbers, 'sureOfQ' | 'sureOfBeta'>,
  row: AmountRow,
  on: Day,
): Numbers => {
  const entered = row.confidence === 'M' ? ('M' as const) : ('V*' as const)
  const { sureOfQ, sureOfBeta } = on < gb18218Of2018 ? of2009 : known
  const [Q] = row.values
  return {
    Q: Q === null || Q === undefined ? null : Number(Q),
    beta: numberAt(row, 'beta'),
    sureOfQ: row.entered ? entered : sureOfQ,
    sureOfBeta: row.entered ? entered : sureOfBeta,
  }
}

/** What the table says of the substance by its name, and of its class. */
const listedAs = (one: Item, row: Row, on: Day) => {
  const substance = one.substance === undefined ? undefined : substanceOf(one.substance)
  const listed = one.class === undefined ? undefined : classes[one.class]
  return {
    words: substance?.words,
    known: substance && counted(substance, row(`substance.${substance.id}`), on),
    kind: listed && counted(listed, row(`class.${one.class}`), on),
  }
}

const termOf = (one: Item, index: number, row: Row, on: Day): Term => {
  const { words, known, kind } = listedAs(one, row, on)
  const [Q, beta] = [
    one.Q ?? known?.Q ?? kind?.Q ?? undefined,
    one.beta ?? known?.beta ?? kind?.beta,
  ]
  if (Q === undefined || beta === undefined) {
    const reason = text(
      '临界量或校正系数未知：请给出物质名称、类别，或者 Q 和 beta',
      `Q or β unknown: give a known substance, a class, or Q and beta (known: ${substances.map(({ id }) => id).join(', ')})`,
    )
    throw invalid(`/substances/${index}`, { pointer: `/substances/${index}`, reason })
  }
  const name = one.substance ?? one.class ?? ''
  const ofQ = known?.Q == null ? kind?.sureOfQ : known.sureOfQ
  const ofBeta = (known ?? kind)?.sureOfBeta
  return {
    words: words ?? text(name, name),
    q: one.q,
    Q,
    beta,
    sure: {
      Q: one.Q === undefined ? (ofQ ?? 'M') : 'given',
      beta: one.beta === undefined ? (ofBeta ?? 'M') : 'given',
    },
    ratio: divide(fraction(one.q), fraction(Q)),
  }
}

const doubtOf = (sure: GradeSource, zh: string, en: string, on: Day) => {
  const standard = on < gb18218Of2018 ? 'GB 18218-2009' : 'GB 18218-2018'
  return doubt(
    sure === 'M'
      ? text(
          `${zh}取值未对照 ${standard} 原文核实`,
          `${en} not yet checked against the text of ${standard}`,
        )
      : null,
  )
}

/** By the band that the persons exposed reach. */
const alphaOf = (exposed: number, row: Row): number => {
  const factors = row('exposure-factors')
  return Number(factors.values[stepReached(row('exposed-persons'), exposed)] ?? 1)
}

const gradeOf = (R: Fraction, row: AmountRow): 1 | 2 | 3 | 4 => {
  if (atLeast(R, exactAt(row, 'first'))) return 1
  if (atLeast(R, exactAt(row, 'second'))) return 2
  return atLeast(R, exactAt(row, 'third')) ? 3 : 4
}
const gradeWords: Record<1 | 2 | 3 | 4, Text> = {
  1: text('一级', 'grade 1'),
  2: text('二级', 'grade 2'),
  3: text('三级', 'grade 3'),
  4: text('四级', 'grade 4'),
}
