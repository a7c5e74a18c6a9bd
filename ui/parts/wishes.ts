// Is what is sent now the same wish as before, or another?
import { newKey } from '../client.ts'

/** What is made once for a wish, such as its key: other words are another wish, the same sent again after a lost answer is the same. */
export const perWish = <Made>(make: () => Made) => {
  const known = new Map<string, Made>()
  return {
    of: (...content: unknown[]): Made => {
      const wish = JSON.stringify(content)
      const made = known.get(wish) ?? make()
      known.set(wish, made)
      return made
    },
    /** Answered: the same words would be a new wish. */
    answered: (...content: unknown[]) => known.delete(JSON.stringify(content)),
  }
}

/** The key of each wish of one form. */
export const createKeys = () => perWish(newKey)
