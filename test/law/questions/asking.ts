// How is a question about a period put in a test, and what is told of a refusal?
import { DomainError } from '../../../domain/language/errors.ts'
import { computeTimeLimit, type Law } from '../../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../../domain/law/input.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'

export const told = (input: TimeLimitInput, law: Law = {}) =>
  computeTimeLimit(input, decreeCalendars, law)
export type Fault = { pointer: string; reason: { zh: string; en: string } }
export const faults = (
  ask: () => unknown,
): { pointer: string; errors: Fault[]; fields: object; reasons: object[] } => {
  try {
    ask()
  } catch (error) {
    if (error instanceof DomainError)
      return {
        ...(error.details as { pointer: string; errors: Fault[]; fields: object }),
        reasons: error.reasons,
      }
    throw error
  }
  throw new Error('answered')
}
