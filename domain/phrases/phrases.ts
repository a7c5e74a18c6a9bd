// Which phrases may a person and an office keep for their opinions (常用意见), and who keeps those of an office?

import type { Person } from '../organisation/actor.ts'
import { enterpriseOffice } from '../organisation/offices.ts'
import { ownPosts } from '../organisation/own-posts.ts'
import { officesLed } from '../organisation/team.ts'

/** Characters of one phrase, and phrases in one list: what is longer is no phrase, and what is more nobody finds. */
export const longestPhrase = 200
export const mostPhrases = 50

export type PhraseFault = { at: number; fault: 'empty' | 'too-long' | 'twice' }
/** What is wrong with a list, in the place where it is; trimmed already. */
export const phraseFaults = (items: readonly string[]): PhraseFault[] =>
  items.flatMap((one, at): PhraseFault[] => {
    if (one === '') return [{ at, fault: 'empty' }]
    if ([...one].length > longestPhrase) return [{ at, fault: 'too-long' }]
    return items.indexOf(one) < at ? [{ at, fault: 'twice' }] : []
  })

type Reach = { office: string; mine: boolean; keeps: boolean }

/**
 * The offices whose phrases concern a person: his own ones, those he is at the head of, and as an administrator those of his region,
 * `known` being all offices there. Whom he stands in for makes no difference: a phrase belongs to who writes.
 */
export const phraseOffices = (person: Person, known: readonly string[]): Reach[] => {
  const posts = ownPosts(person.appointments).filter(
    ({ office }) => !office.startsWith(enterpriseOffice('')),
  )
  const mine = posts.map(({ office }) => office)
  const administered = posts
    .filter(({ role }) => role === 'administrator')
    .map(({ region }) => `${region}-`)
  const led = officesLed({ ...person, appointments: posts }).filter(
    (office) => mine.includes(office) || known.includes(office),
  )
  const kept = [
    ...led,
    ...known.filter((office) => administered.some((region) => office.startsWith(region))),
  ]
  return [...new Set([...mine, ...kept])].map((office) => ({
    office,
    mine: mine.includes(office),
    keeps: kept.includes(office),
  }))
}

/** A text with a phrase put in at the place of the cursor, or instead of what is marked; `cursor`: where it goes on. */
export const withPhrase = (
  text: string,
  phrase: string,
  from: number,
  to: number,
): { text: string; cursor: number } => ({
  text: `${text.slice(0, from)}${phrase}${text.slice(to)}`,
  cursor: from + phrase.length,
})
