// Which steps has a standard of discretion, what is wrong with them, and which fine does each leave room for?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import type { EntryFault } from '../reckoning.ts'

/** From the lightest to the gravest. */
export const stepWords = {
  minor: text('轻微', 'Minor'),
  lighter: text('较轻', 'Lighter'),
  ordinary: text('一般', 'Ordinary'),
  heavier: text('较重', 'Heavier'),
  serious: text('严重', 'Serious'),
} as const satisfies Record<string, Text>

export type StepName = keyof typeof stepWords
const inOrder = Object.keys(stepWords) as StepName[]

export const isStep = (value: unknown): value is StepName =>
  typeof value === 'string' && Object.hasOwn(stepWords, value)

const most = 1_000_000_000

export const stepColumns = {
  step: field.choice(stepWords, '裁量阶次', 'Step'),
  facts: field.longText('适用情形', 'Facts that put it there', 1_000),
  from: field.yuan('罚款下限（元）', 'Fine from (yuan)', 0, most).optional(),
  to: field.yuan('罚款上限（元）', 'Fine to (yuan)', 0, most).optional(),
  others: field.text('其他处罚', 'Other penalties', 300).optional(),
}

/** In whole yuan, both ends inclusive; a step that names no fine leaves room for none. */
export type Step = { step: StepName; from: number; to: number }

const amountIn = (row: RowAnswer, name: string): number | null =>
  typeof row[name] === 'number' ? row[name] : null

/** The steps of an entry; what is no step is left out. */
export const stepsIn = (data: Record<string, unknown>): Step[] =>
  rowsIn(data.steps).flatMap((row) =>
    isStep(row.step)
      ? [{ step: row.step, from: amountIn(row, 'from') ?? 0, to: amountIn(row, 'to') ?? 0 }]
      : [],
  )

/** Each once, from the lightest to the gravest, with ranges that go up and meet at their ends at most. */
export const stepFaults = (data: Record<string, unknown>): EntryFault[] => {
  const rows = rowsIn(data.steps)
  return rows.flatMap((row, at) => [
    ...rangeFaults(row, `/steps/${at}`),
    ...(at === 0 ? [] : orderFaults(rows[at - 1] ?? {}, row, `/steps/${at}`)),
  ])
}

const rangeFaults = (row: RowAnswer, pointer: string): EntryFault[] => {
  const [from, to] = [amountIn(row, 'from'), amountIn(row, 'to')]
  if ((from === null) !== (to === null))
    return [
      {
        pointer: `${pointer}/${from === null ? 'from' : 'to'}`,
        reason: text('罚款下限和上限须一并填写', 'A range has both its ends'),
      },
    ]
  if (from === null || to === null || from <= to) return []
  return [
    {
      pointer: `${pointer}/from`,
      reason: text('罚款下限不得高于上限', 'A range begins below its end'),
    },
  ]
}

const rankOf = ({ step }: RowAnswer): number => inOrder.indexOf(step as StepName)

const orderFaults = (before: RowAnswer, row: RowAnswer, pointer: string): EntryFault[] => {
  if (rankOf(row) <= rankOf(before))
    return [
      {
        pointer: `${pointer}/step`,
        reason: text(
          '裁量阶次须由轻到重排列，每一阶次只填一次',
          'Steps go from the lightest to the gravest, each once',
        ),
      },
    ]
  if ((amountIn(row, 'from') ?? 0) >= (amountIn(before, 'to') ?? 0)) return []
  return [
    {
      pointer: `${pointer}/from`,
      reason: text(
        '罚款幅度与上一阶次重叠，下限不得低于上一阶次的上限',
        'It overlaps the step before it: it begins where that one ends',
      ),
    },
  ]
}

/** 一般：罚款10,000元以上30,000元以下. */
export const rangeWords = ({ step, from, to }: Step): Text => {
  const { zh, en } = stepWords[step]
  return to === 0
    ? text(`${zh}：不处罚款`, `${en}: no fine`)
    : text(
        `${zh}：罚款${spellYuan(from)}元以上${spellYuan(to)}元以下`,
        `${en}: a fine of ${spellYuan(from)} to ${spellYuan(to)} yuan`,
      )
}

/** By how much a fine lies below (negative) or above what the step leaves room for; 0: inside. */
export const departureOf = ({ from, to }: Pick<Step, 'from' | 'to'>, fine: number): number =>
  fine < from ? fine - from : Math.max(0, fine - to)

/** The same in words, with the fine. */
export const departureWords = (step: Pick<Step, 'from' | 'to'>, fine: number): Text => {
  const by = departureOf(step, fine)
  const planned =
    fine === 0
      ? text('拟不处罚款', 'no fine planned')
      : text(`拟罚款${spellYuan(fine)}元`, `planned ${spellYuan(fine)} yuan`)
  if (by === 0) return text(`${planned.zh}，在幅度内`, `${planned.en}, inside`)
  return by < 0
    ? text(
        `${planned.zh}，低于下限${spellYuan(-by)}元`,
        `${planned.en}, ${spellYuan(-by)} yuan below`,
      )
    : text(
        `${planned.zh}，高于上限${spellYuan(by)}元`,
        `${planned.en}, ${spellYuan(by)} yuan above`,
      )
}
