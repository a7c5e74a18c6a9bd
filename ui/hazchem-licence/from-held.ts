// With what does a fresh application begin, by the licence that is given up for it?
import type { Guide } from '../parts/additions.ts'
import { entriesTo } from '../parts/form-values.ts'

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
