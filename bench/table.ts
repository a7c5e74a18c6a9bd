// How is a table of figures written, at the terminal and in a page?
import type { Target } from './figures.ts'

export type Table = { head: string[]; rows: string[][] }

/** Targets with the word that the figure deserves. */
export const judged = (targets: Target[]): Table => ({
  head: ['target', 'figure', ''],
  rows: targets.map(({ words, figure, met }) => [words, figure, met ? 'met' : '**missed**']),
})

export const aligned = ({ head, rows }: Table): string => {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const pad = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width)

export const marked = ({ head, rows }: Table): string => {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    line(head.map((_, column) => (column === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n')
}

/** Tables one below the other, as the terminal shows them. */
export const plain = (...tables: Table[]): string =>
  tables
    .map(aligned)
    .join('\n\n')
    .replaceAll(/\*\*|`/g, '')
