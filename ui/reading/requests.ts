// Is what is sent now the same request as before, or another?
import { asRefusal, newKey, type Refusal } from '../client/client.ts'

/** What is made once for a request, such as its key: other words are another request, the same sent again after a lost answer is the same. */
export const perRequest = <Made>(make: () => Made) => {
  const known = new Map<string, Made>()
  return {
    of: (...content: unknown[]): Made => {
      const request = JSON.stringify(content)
      const made = known.get(request) ?? make()
      known.set(request, made)
      return made
    },
    /** Answered: the same words would be a new request. */
    answered: (...content: unknown[]) => known.delete(JSON.stringify(content)),
  }
}

/** The key of each request of one form. */
export const createKeys = () => perRequest(newKey)

/** The wire, or something between, broke off: whether it was stored nobody knows. */
export const isUnclear = ({ status }: Refusal): boolean => status === 0 || status >= 500

export type KeyOf = (...content: unknown[]) => string

/** Sends under the key of what is sent; only a clear answer, good or bad, ends the request. */
export const createAttempts = () => {
  const keys = createKeys()
  return async <Answer>(work: (keyOf: KeyOf) => Promise<Answer>): Promise<Answer> => {
    let sent: unknown[] = []
    const keyOf: KeyOf = (...content) => {
      sent = content
      return keys.of(...content)
    }
    try {
      const answer = await work(keyOf)
      keys.answered(...sent)
      return answer
    } catch (error) {
      if (!isUnclear(asRefusal(error))) keys.answered(...sent)
      throw error
    }
  }
}
