// Which articles of the Administrative Penalty Law speak of a matter on a day?

import type { Text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import { writeOrdinal } from './rules/articles.ts'
import { type Cite, citeText } from './rules/norms.ts'
import { penalty2021Day } from './rules/terms.ts'

/** Article of 1996 (its numbers stayed until 2021) and of 2021. */
const articles = {
  collective: ['38', '57'],
  deferral: ['52', '66'],
  surcharge: ['51', '72'],
  stay: ['45', '73'],
} as const

/** Articles whose rights and powers a document names. */
const named = {
  statement: [
    ['31', '32'],
    ['44', '45'],
  ],
  hearing: [['42'], ['63', '64']],
  'on-the-spot': [['33'], ['51']],
  evidence: [['37'], ['56']],
  deferral: [['52'], ['66.2']],
} as const

/** As a document cites the law in force on a day: 《中华人民共和国行政处罚法》第六十三条、第六十四条. */
export const citePenaltyLaw = (day: Day, matter: keyof typeof named): string => {
  const [old, now] = named[matter]
  return `《中华人民共和国行政处罚法》${(day < penalty2021Day ? old : now).map(writePlace).join('、')}`
}

const writePlace = (place: string): string => {
  const [article, paragraph] = place.split('.').map(Number)
  const clause = paragraph === undefined ? '' : `第${writeOrdinal(paragraph)}款`
  return `第${writeOrdinal(Number(article))}条${clause}`
}

/** The law in force on a day: nobody is judged by an article younger than his case. */
export const penaltyLawOn = (day: Day, matter: keyof typeof articles): Text => {
  const [old, now] = articles[matter]
  const cite: Cite = day < penalty2021Day ? ['penalty1996', old] : ['penalty2021', now]
  return citeText([cite])
}
