// Which registers does the product keep?
import type { Register } from './registers/define.ts'
import { emergencyPlan } from './registers/emergency-plan/register.ts'

const declared: Register[] = [emergencyPlan]

export const registers: Record<string, Register> = Object.fromEntries(
  declared.map((one) => [one.id, one]),
)
