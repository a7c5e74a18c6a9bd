// How is the value of a figure written, on a screen and in a file alike?
import type { FigureKind } from '../model/statistics-definition.ts'

/** Nothing to divide by is a dash, not nought. */
export const valueText = (kind: FigureKind, value: number | null): string => {
  if (value === null) return '—'
  if (kind === 'ratio') return `${(value * 100).toFixed(2).replace(/\.?0+$/, '')}%`
  return String(value)
}
