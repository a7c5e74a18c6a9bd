// Is this unit a major hazard source, and of which grade?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { count, invalid, message } from '../../parse.ts'
import { calculation, doubt, doubts } from '../calculation.ts'
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
} from '../fraction.ts'
import { classes, type Sure, substanceOf, substances } from './substances.ts'

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
  (input) => {
    const terms = input.substances.map(termOf)
    const S = terms.reduce((sum, { ratio }) => add(sum, ratio), zero)
    const weighted = terms.reduce(
      (sum, { ratio, beta }) => add(sum, multiply(fraction(beta), ratio)),
      zero,
    )
    const alpha = alphaOf(input.exposed)
    const R = multiply(fraction(alpha), weighted)
    const isSource = atLeast(S, 1)
    const grade = isSource ? gradeOf(R) : null
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
              `S=Σq/Q=${rounded(S)}≥1，构成重大危险源`,
              `S = Σ q/Q = ${rounded(S)} ≥ 1: a major hazard source`,
            )
          : text(
              `S=Σq/Q=${rounded(S)}<1，不构成重大危险源`,
              `S = Σ q/Q = ${rounded(S)} < 1: not a major hazard source`,
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
          doubtOf(sure.Q, '临界量', 'Q'),
          doubtOf(sure.beta, '校正系数β', 'β'),
        ]),
      ),
    }
  },
)

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

const termOf = (one: Item, index: number): Term => {
  const known = one.substance === undefined ? undefined : substanceOf(one.substance)
  const kind = one.class === undefined ? undefined : classes[one.class]
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
    words: known?.words ?? text(name, name),
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

const doubtOf = (sure: GradeSource, zh: string, en: string) =>
  doubt(
    sure === 'M'
      ? text(
          `${zh}取值未对照 GB 18218-2018 原文核实`,
          `${en} not yet checked against the text of GB 18218-2018`,
        )
      : null,
  )

const alphaOf = (exposed: number): number =>
  exposed >= 100 ? 2 : exposed >= 50 ? 1.5 : exposed >= 30 ? 1.2 : exposed >= 1 ? 1 : 0.5

const gradeOf = (R: Fraction): 1 | 2 | 3 | 4 =>
  atLeast(R, 100) ? 1 : atLeast(R, 50) ? 2 : atLeast(R, 10) ? 3 : 4
const gradeWords: Record<1 | 2 | 3 | 4, Text> = {
  1: text('一级', 'grade 1'),
  2: text('二级', 'grade 2'),
  3: text('三级', 'grade 3'),
  4: text('四级', 'grade 4'),
}
