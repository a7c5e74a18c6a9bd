// Which kinds of penalty are there, what does a form name of them, and which is heavier?
import { type Text, text } from '../../language/words.ts'
import { penaltyWords } from '../../law/calculations/penalty/penalty-words.ts'

/** 处罚法 9; those with weight in the words of the calculations. */
export const penaltyKinds = {
  warning: text('警告、通报批评', 'Warning or public criticism'),
  fine: text('罚款', 'Fine'),
  ...penaltyWords,
} as const satisfies Record<string, Text>

export type PenaltyKind = keyof typeof penaltyKinds

/** No single fine is larger, and no sum of money: the days of a daily fine times that fine still fit. */
export const mostFine = 1_000_000_000
export const mostYuan = 1_000_000_000_000

const isKind = (value: unknown): value is PenaltyKind =>
  typeof value === 'string' && Object.hasOwn(penaltyKinds, value)

/** What a form names; a fine counts only where it is named as one. */
export const penaltyIn = (
  data: Record<string, unknown>,
): { fine: number; penalties: PenaltyKind[] } => {
  const named = Array.isArray(data.penalties) ? data.penalties.filter(isKind) : []
  const fine = named.includes('fine') && typeof data.fine === 'number' ? data.fine : 0
  return { fine, penalties: [...new Set(named)] }
}

type Planned = { fine: number; penalties: readonly PenaltyKind[] }

/** Heavier than another: more money, or a kind that the other does not have. */
export const heavier = (one: Planned, other: Planned): boolean =>
  one.fine > other.fine || one.penalties.some((kind) => !other.penalties.includes(kind))
