// With what does a fresh application begin, by the licence that is given up for it?

import { entriesTo } from '../form/form-values.ts'
import type { Guide } from '../list/additions.ts'

/** Mode and goods of the licence held, each where its field has it. */
export const fromHeld: NonNullable<Guide['fromHeld']> = ({ mode, scope }, fields) => {
  const choices = fields.find(({ name }) => name === 'scope')?.choices ?? {}
  const named = scope.split('；').filter((one) => one !== '')
  const isListed = (one: string) => Object.hasOwn(choices, one)
  return {
    mode,
    scope: entriesTo(named.filter(isListed)),
    otherScope: entriesTo(named.filter((one) => !isListed(one))),
  }
}
