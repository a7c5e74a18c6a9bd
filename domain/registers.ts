// Which registers does the product keep?
import type { Register } from './registers/define.ts'
import { emergencyDrill } from './registers/emergency-drill/register.ts'
import { emergencyPlan } from './registers/emergency-plan/register.ts'
import { emergencyResource } from './registers/emergency-resource/register.ts'
import { majorHazardSource } from './registers/major-hazard-source/register.ts'
import { officerCertificate } from './registers/officer-certificate/register.ts'
import { violationCause } from './registers/violation-cause/register.ts'

const declared: Register[] = [
  emergencyDrill,
  emergencyPlan,
  emergencyResource,
  majorHazardSource,
  officerCertificate,
  violationCause,
]

export const registers: Record<string, Register> = Object.fromEntries(
  declared.map((one) => [one.id, one]),
)
