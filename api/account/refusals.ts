// What does a refusal of the authentication library become, and what an outage?
import type { DomainError } from '../../domain/language/errors.ts'

/** The library's refusals are API errors below 500; anything else is an outage and must not count as a wrong password. */
export const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode < 500

/** For `catch`: a refusal becomes that error, an outage stays what it is. */
export const refusalOf =
  (as: () => DomainError) =>
  (error: unknown): never => {
    throw isRefusal(error) ? as() : error
  }

/** The library holds an account for a quarter of an hour once ten codes in a row were wrong, from wherever they came. */
export const isHeld = (error: unknown): boolean =>
  isRefusal(error) && (error as { statusCode: number }).statusCode === 429
