// Which numbers does somebody at the desk call about an alarm?
import type { Text } from '../language/words.ts'

/** What may be dialled as it stands: digits, a leading +, spaces, hyphens and brackets, 3 to 20 signs. Null: it is no number. */
export const dialable = (number: unknown): string | null =>
  typeof number === 'string' && /^\+?[\d][\d\s()-]{2,19}$/.test(number.trim())
    ? number.trim()
    : null

/** Public numbers for emergencies that the advice names, in its order: 110, 119, 120, 12345, 12350, 96333. */
export const numbersToCall = (advice: Text): string[] => [
  ...new Set(advice.zh.match(/(?<!\d)(?:110|119|120|12345|12350|96333)(?!\d)/g) ?? []),
]
