// How is a calculation of the book run in a test?
import { calculationNamed } from '../../../domain/law/calculations/catalogue/registry.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'

export const run = (name: string, input: unknown): Record<string, unknown> =>
  calculationNamed(name).run(input, decreeCalendars)

export type Case = [name: string, input: Record<string, unknown>, expected: Record<string, unknown>]
