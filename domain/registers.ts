// Which registers does the product keep?
import type { Register } from './registers/define.ts'
import { emergencyPlan } from './registers/emergency-plan/register.ts'
import { emergencyResource } from './registers/emergency-resource/register.ts'
import { majorHazardSource } from './registers/major-hazard-source/register.ts'

const declared: Register[] = [emergencyPlan, emergencyResource, majorHazardSource]

export const registers: Record<string, Register> = Object.fromEntries(
  declared.map((one) => [one.id, one]),
)
