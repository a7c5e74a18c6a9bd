// Which versions of amounts may be entered, and what stands against one?

import type { AmountRow, AmountStep, AmountUnit } from '../law/amounts/amount.ts'
import { type AmountBook, type AmountVersion, amountOn } from '../law/amounts/book.ts'
import { type Fraction, fractionOf } from '../law/amounts/fraction.ts'
import { isDay } from '../time/days.ts'
import { civilDate, type Instant } from '../time/instant.ts'
import { dayWrong, type EntryWrong, entryFault, placeWrong, refuseEntry } from './entry.ts'

/** Refuses with `invalid-input`, each fault at its field. `amounts`: what is in force without the entry. */
export const judgeAmount = (entry: AmountVersion, at: Instant, amounts: AmountBook): void => {
  const [row] = amounts.families.get(entry.amount) ?? []
  if (!row)
    refuseEntry([entryFault('amount', '规则库中没有这项数额', 'The rule book has no such amount')])
  else refuseEntry(faultsOf(entry, row, at, amounts))
}

const faultsOf = (
  entry: AmountVersion,
  row: AmountRow,
  at: Instant,
  amounts: AmountBook,
): EntryWrong[] => {
  const wrong = [
    ...placeWrong(entry),
    ...dayWrong(entry, civilDate(at)),
    ...numbersWrong(entry, row),
  ]
  return wrong.length > 0 ? wrong : [...orderWrong(entry, row), ...nothingNew(entry, amounts)]
}

/** How many decimals a number of a unit may have: people and days are whole, money is exact to the fen. */
const decimals: Record<AmountUnit, number> = {
  person: 0,
  yuan: 2,
  percent: 4,
  hour: 2,
  day: 0,
  month: 0,
  time: 0,
  tonne: 6,
  factor: 6,
}
const largest = fractionOf('1000000000000')

const numbersWrong = ({ values }: AmountVersion, { steps, order }: AmountRow): EntryWrong[] =>
  values.length === steps.length
    ? steps.flatMap((step, index) => numberWrong(step, values[index] ?? null, index, order))
    : [entryFault('values', `应填${steps.length}个数额`, `${steps.length} numbers are asked for`)]

const numberWrong = (
  { words, unit, optional }: AmountStep,
  value: string | null,
  index: number,
  order: AmountRow['order'],
): EntryWrong[] => {
  const wrong = (zh: string, en: string) => [
    entryFault(`values/${index}`, `${words.zh}：${zh}`, `${words.en}: ${en}`),
  ]
  if (value === null) return optional ? [] : wrong('须填写数额', 'a number is asked for')
  if (!/^\d{1,16}(\.\d{1,6})?$/.test(value))
    return wrong('须为不带符号的数字', 'a number without a sign')
  if ((value.split('.')[1]?.length ?? 0) > decimals[unit])
    return wrong(`最多${decimals[unit]}位小数`, `${decimals[unit]} decimals at the most`)
  if (isLess(largest, fractionOf(value))) return wrong('数额过大', 'too large')
  return order !== 'free' && fractionOf(value).num === 0n
    ? wrong('须大于零', 'must be more than zero')
    : []
}

const isLess = (a: Fraction, b: Fraction): boolean => a.num * b.den < b.num * a.den

/** The bands of a scale reach from bound to bound: where each bound lies above the one before, none overlap. */
const orderWrong = ({ values }: AmountVersion, { steps, order }: AmountRow): EntryWrong[] => {
  if (order === 'free') return []
  const bounds = values.flatMap((value, index) =>
    value === null ? [] : [{ index, bound: fractionOf(value) }],
  )
  return bounds.flatMap(({ index, bound }, place) => {
    const before = bounds[place - 1]
    if (!before) return []
    const isWrong = order === 'rising' ? !isLess(before.bound, bound) : isLess(bound, before.bound)
    if (!isWrong) return []
    const [low, high] = [steps[before.index]?.words, steps[index]?.words]
    return [
      entryFault(
        `values/${index}`,
        `${high?.zh}须${order === 'rising' ? '大于' : '不小于'}${low?.zh}，各档不得交叉`,
        `${high?.en} must ${order === 'rising' ? 'lie above' : 'not lie below'} ${low?.en}: bands do not overlap`,
      ),
    ]
  })
}

/** What is in force there already need not be approved again. */
const nothingNew = (entry: AmountVersion, amounts: AmountBook): EntryWrong[] => {
  if (!isDay(entry.from)) return []
  const now = amountOn(entry.amount, entry.from, { region: entry.region ?? undefined }, amounts)
  const isSame =
    now.values.every((value, index) => sameNumber(value, entry.values[index] ?? null)) &&
    (now.entered?.region ?? null) === entry.region &&
    (now.entered?.running ?? null) === entry.running &&
    now.article.zh === entry.article.zh &&
    now.confidence === entry.confidence
  return isSame
    ? [entryFault('values', '与施行日已有的版本相同', 'The same is in force on that day already')]
    : []
}

const sameNumber = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return a === b
  const [one, other] = [fractionOf(a), fractionOf(b)]
  return one.num * other.den === other.num * one.den
}

/** Every amount as it is in force on a day, everywhere. */
export const enterableAmounts = (amounts: AmountBook, today: string) =>
  [...amounts.families.keys()].map((id) => amountOn(id, today, {}, amounts))
