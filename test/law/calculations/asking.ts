// How does a test ask a calculation, and read its answer or its refusal?
import { DomainError } from '../../../domain/language/errors.ts'
import type { Text } from '../../../domain/language/words.ts'
import { calculationNamed } from '../../../domain/law/calculations/catalogue/registry.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'

/** The whole answer of a calculation under the decreed calendars. */
export const calculated = (name: string, input: unknown) =>
  calculationNamed(name).run(input, decreeCalendars)

/** What a calculation says step by step, in Chinese and in English. */
export const reckoned = (name: string, input: unknown): { zh: string[]; en: string[] } => {
  const { reckoning } = calculated(name, input)
  return { zh: reckoning.map(({ zh }) => zh), en: reckoning.map(({ en }) => en) }
}

/** The refusal of a calculation: its code, the place of the fault, its reasons and all details; fails where it answers. */
export const refused = (
  name: string,
  input: unknown,
): { code: string; reasons: readonly Text[]; details: object } => {
  try {
    calculated(name, input)
  } catch (error) {
    if (error instanceof DomainError)
      return { code: error.code, reasons: error.reasons, details: { ...error.details } }
    throw error
  }
  throw new Error(`${name} answered ${JSON.stringify(input)}`)
}
