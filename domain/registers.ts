// Which registers does the product keep?
import type { Register } from './registers/define.ts'

const declared: Register[] = []

export const registers: Record<string, Register> = Object.fromEntries(
  declared.map((one) => [one.id, one]),
)
