// How do people consent to a substitution before an API?
import { expect } from 'vitest'
import type { House } from '../house.ts'

/** Each of them consents in turn; after the last nobody is waited for. */
export const agree = async (house: House, id: string, ...who: string[]): Promise<void> => {
  for (const one of who) {
    const answer = await house.as(one, `/api/substitutions/${id}/agree`, { method: 'POST' })
    expect([one, answer.status, answer.body.reasons]).toEqual([one, 200, undefined])
    expect(answer.body.status === 'waiting', one).toBe(one !== who.at(-1))
  }
}
