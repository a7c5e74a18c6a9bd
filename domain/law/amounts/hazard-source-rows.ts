// From which numbers on is a unit a major hazard source, of which grade, and how heavily do the people around it weigh?

import { type Text, text } from '../../language/words.ts'
import { type AmountStep, amountFamily } from './amount.ts'
import { betaOf2011, classes, gb18218Of2018, substances } from './substances.ts'

const calculation = 'hazard-source-grade'
const order40 = { from: '2011-12-01', cites: [['order40', '']], confidence: 'V*' } as const
const persons = (key: string, zh: string, en: string): AmountStep => ({
  key,
  words: text(zh, en),
  unit: 'person',
})
const factor = (key: string, zh: string, en: string): AmountStep => ({
  key,
  words: text(zh, en),
  unit: 'factor',
})

const scales = [
  ...amountFamily(
    'critical-sum',
    text('重大危险源：辨识指标S', 'Major hazard source: S'),
    {
      calculation,
      order: 'rising',
      steps: [factor('source', '构成重大危险源自', 'a source, from')],
    },
    { ...order40, values: [1] },
  ),
  ...amountFamily(
    'grading-index',
    text('重大危险源：分级指标R', 'Major hazard source: R'),
    {
      calculation,
      order: 'rising',
      steps: [
        factor('third', '三级自', 'grade 3, from'),
        factor('second', '二级自', 'grade 2, from'),
        factor('first', '一级自', 'grade 1, from'),
      ],
    },
    { ...order40, values: [10, 50, 100] },
  ),
  ...amountFamily(
    'exposed-persons',
    text('重大危险源：厂外暴露人数', 'Major hazard source: persons exposed'),
    {
      calculation,
      order: 'rising',
      steps: [
        persons('few', '第一档自', 'first band, from'),
        persons('some', '第二档自', 'second band, from'),
        persons('many', '第三档自', 'third band, from'),
        persons('most', '第四档自', 'fourth band, from'),
      ],
    },
    { ...order40, values: [1, 30, 50, 100] },
  ),
  ...amountFamily(
    'exposure-factors',
    text('重大危险源：校正系数α', 'Major hazard source: factor α'),
    {
      calculation,
      order: 'not-falling',
      steps: [
        factor('nobody', '无人', 'nobody'),
        factor('few', '第一档', 'first band'),
        factor('some', '第二档', 'second band'),
        factor('many', '第三档', 'third band'),
        factor('most', '第四档', 'fourth band'),
      ],
    },
    { ...order40, values: [0.5, 1, 1.2, 1.5, 2] },
  ),
]

type Known = (typeof classes)[string]

/** GB 18218: Q in tonnes and β of what the table names; Q is left open where only β is known. `before`: β until GB 18218-2018. */
const ofSubstance = (
  name: string,
  words: Text,
  { Q, beta, sureOfQ, sureOfBeta }: Known,
  before?: number,
) => {
  const confidence = [sureOfQ, sureOfBeta].includes('M') ? ('M' as const) : ('V*' as const)
  const today = { ...order40, confidence, values: [Q, beta] }
  const versions =
    before === undefined
      ? [today]
      : [
          { ...today, values: [Q, before] },
          { ...today, from: gb18218Of2018 },
        ]
  return amountFamily(
    name,
    text(
      `重大危险源：${words.zh}的临界量和校正系数β`,
      `Major hazard source: Q and β of ${words.en}`,
    ),
    {
      calculation,
      order: 'free',
      steps: [
        { key: 'Q', words: text('临界量', 'critical quantity'), unit: 'tonne', optional: true },
        { key: 'beta', words: text('校正系数β', 'factor β'), unit: 'factor' },
      ],
    },
    ...versions,
  )
}

const ofSubstances = [
  ...substances.flatMap((one) => ofSubstance(`substance.${one.id}`, one.words, one)),
  ...Object.entries(classes).flatMap(([name, one]) =>
    ofSubstance(`class.${name}`, text(`类别${name}`, `class ${name}`), one, betaOf2011[name]),
  ),
]

export const hazardSourceAmounts = [...scales, ...ofSubstances]
