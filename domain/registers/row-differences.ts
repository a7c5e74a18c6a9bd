// Which rows of a field have come, gone, moved or become otherwise?
import { type Text, text } from '../language/words.ts'
import type { Field } from '../model/process.ts'
import { cellWords, type RowAnswer, rowWords } from '../views/answers/value-words.ts'

type CellDifference = { label: Text; before: Text; after: Text }

/** `from` and `to` count from 0: where the row stood before, and where it stands after. */
export type RowDifference =
  | { kind: 'added'; to: number }
  | { kind: 'removed'; from: number }
  | { kind: 'moved'; from: number; to: number }
  | { kind: 'changed'; from: number; to: number; cells: CellDifference[] }

type Pair = [from: number, to: number]
type Columns = readonly Field[]

/** Rows that say the same in all columns are the same row, whatever else they hold. */
const keyOf = (columns: Columns, row: RowAnswer): string =>
  JSON.stringify(columns.map(({ name }) => row[name] ?? null))

/** The longest run of equal rows that keep their order: they have not been touched. */
const untouched = (before: readonly string[], after: readonly string[]): Pair[] => {
  const longest = before.map(() => after.map(() => 0))
  const at = (from: number, to: number): number => longest[from]?.[to] ?? 0
  for (let from = before.length - 1; from >= 0; from -= 1)
    for (let to = after.length - 1; to >= 0; to -= 1)
      longest[from]![to] =
        before[from] === after[to]
          ? at(from + 1, to + 1) + 1
          : Math.max(at(from + 1, to), at(from, to + 1))
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  while (from < before.length && to < after.length) {
    if (before[from] === after[to]) pairs.push([from++, to++])
    else if (at(from + 1, to) >= at(from, to + 1)) from += 1
    else to += 1
  }
  return pairs
}

/** Pairs of what is left on both sides and fits, each row once, in their order. */
const matched = (
  left: readonly number[],
  right: readonly number[],
  fits: (from: number, to: number) => boolean,
): Pair[] => {
  const free = new Set(right)
  return left.flatMap((from): Pair[] => {
    const to = [...free].find((one) => fits(from, one))
    if (to === undefined) return []
    free.delete(to)
    return [[from, to]]
  })
}

/**
 * What has become of the rows. A row that stands elsewhere but says the same has moved; one that begins with the same answer, or stands
 * in the same place between rows that nobody touched, has been changed. All others have come or gone.
 */
export const rowDifferences = (
  columns: Columns,
  before: readonly RowAnswer[],
  after: readonly RowAnswer[],
): RowDifference[] => {
  const [old, fresh] = [before, after].map((rows) => rows.map((row) => keyOf(columns, row))) as [
    string[],
    string[],
  ]
  let [left, right] = [[...old.keys()], [...fresh.keys()]]
  const take = (pairs: Pair[]): Pair[] => {
    left = left.filter((one) => !pairs.some(([from]) => from === one))
    right = right.filter((one) => !pairs.some(([, to]) => to === one))
    return pairs
  }
  const kept = take(untouched(old, fresh))
  const gap = (index: number, side: 0 | 1) => kept.filter((pair) => pair[side] < index).length
  const [first] = columns
  const begin = (row: RowAnswer | undefined) => first && JSON.stringify(row?.[first.name] ?? null)
  const moved = take(matched(left, right, (from, to) => old[from] === fresh[to]))
  const changed = [
    ...take(matched(left, right, (from, to) => begin(before[from]) === begin(after[to]))),
    ...take(matched(left, right, (from, to) => gap(from, 0) === gap(to, 1))),
  ]
  return [
    ...moved.map(([from, to]) => ({ kind: 'moved' as const, from, to })),
    ...changed.map(([from, to]) => ({
      kind: 'changed' as const,
      from,
      to,
      cells: cellDifferences(columns, before[from] ?? {}, after[to] ?? {}),
    })),
    ...left.map((from) => ({ kind: 'removed' as const, from })),
    ...right.map((to) => ({ kind: 'added' as const, to })),
  ].sort((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = (one: RowDifference): number => ('to' in one ? one.to : one.from)

const cellDifferences = (columns: Columns, before: RowAnswer, after: RowAnswer): CellDifference[] =>
  columns.flatMap((column) =>
    keyOf([column], before) === keyOf([column], after)
      ? []
      : [
          {
            label: column.words,
            before: cellWords(column, before),
            after: cellWords(column, after),
          },
        ],
  )

const nothing = text('（空）', '(empty)')
const said = (words: Text): Text => (words.zh === '' ? nothing : words)

/** What has become of the rows, a sentence for each that is not as it was; rows count from 1. */
export const rowDifferenceWords = (
  field: Field,
  before: readonly RowAnswer[],
  after: readonly RowAnswer[],
): Text[] =>
  rowDifferences(field.columns ?? [], before, after).map((one) => {
    if (one.kind === 'added')
      return sentence(one.to, '新增', 'added', rowWords(field, after[one.to]!))
    if (one.kind === 'removed')
      return sentence(one.from, '删除', 'removed', rowWords(field, before[one.from]!))
    const [from, to] = [one.from + 1, one.to + 1]
    if (one.kind === 'moved')
      return text(
        `第${from}行移至第${to}行：${rowWords(field, after[one.to]!).zh}`,
        `Row ${from} moved to ${to}: ${rowWords(field, after[one.to]!).en}`,
      )
    const place =
      from === to
        ? text(`第${to}行`, `Row ${to}`)
        : text(`第${to}行（原第${from}行）`, `Row ${to} (was ${from})`)
    const cells = one.cells.map(({ label, before: was, after: is }) =>
      text(
        `${label.zh} ${said(was).zh} → ${said(is).zh}`,
        `${label.en} ${said(was).en} → ${said(is).en}`,
      ),
    )
    return text(
      `${place.zh}变更：${cells.map(({ zh }) => zh).join('，')}`,
      `${place.en} changed: ${cells.map(({ en }) => en).join(', ')}`,
    )
  })

const sentence = (index: number, zh: string, en: string, row: Text): Text =>
  text(`第${index + 1}行${zh}：${row.zh}`, `Row ${index + 1} ${en}: ${row.en}`)
