// Which articles of the Administrative Penalty Law speak of a matter on a day?

import type { Text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import { type Cite, citeText } from './rules/norms.ts'
import { penalty2021Day } from './rules/terms.ts'

/** Article of 1996 (its numbers stayed until 2021) and of 2021. */
const articles = {
  collective: ['38', '57'],
  deferral: ['52', '66'],
  surcharge: ['51', '72'],
  stay: ['45', '73'],
} as const

/** The law in force on a day: nobody is judged by an article younger than his case. */
export const penaltyLawOn = (day: Day, matter: keyof typeof articles): Text => {
  const [old, now] = articles[matter]
  const cite: Cite = day < penalty2021Day ? ['penalty1996', old] : ['penalty2021', now]
  return citeText([cite])
}
