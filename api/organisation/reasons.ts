// Why would a judgement refuse? In words, without its refusing.
import { DomainError } from '../../domain/language/errors.ts'
import type { Text } from '../../domain/language/words.ts'

export const reasonsOf = (judge: () => void): Text[] => {
  try {
    judge()
    return []
  } catch (error) {
    if (error instanceof DomainError) return error.reasons
    throw error
  }
}
