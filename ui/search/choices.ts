// What can be chosen in the palette, and where does it lead?
import type { SearchView } from '../../contract/search/search.ts'
import type { Text } from '../../domain/language/words.ts'
import type { Marked } from '../../domain/search/hit.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { wordsIn } from './marked.tsx'
import { searchWords as w } from './words.ts'

export type Choice = {
  href: string
  label: Marked
  detail: string
  line: Marked | null
  outside?: boolean /** Found without asking the server. */
  known?: true
}
export type Group = { title: Text; choices: Choice[] }
export type Page = { href: string; label: Text; external?: true }

const mostPages = 6

/** Pages by any part of their name in either language; all of them before anything is typed. */
export const pagesFor = (pages: Page[], q: string): Group => {
  const sought = q.toLowerCase()
  const named = pages.filter(({ label }) =>
    `${label.zh} ${label.en}`.toLowerCase().includes(sought),
  )
  const listed = q === '' ? named : named.slice(0, mostPages)
  return {
    title: w.pages,
    choices: listed.map(({ href, label, external }) => ({
      href,
      label: [t(label)],
      detail: '',
      line: null,
      outside: !!external,
      known: true as const,
    })),
  }
}

export const groupsOf = ({ cases, enterprises, people }: SearchView): Group[] => [
  {
    title: w.cases,
    choices: cases.map(({ id, number, title, enterprise, state, excerpt }) => ({
      href: paths.case(id),
      label: title,
      detail: [wordsIn(number), enterprise && wordsIn(enterprise), t(state)]
        .filter(Boolean)
        .join(' · '),
      line: excerpt,
    })),
  },
  {
    title: w.enterprises,
    choices: enterprises.map(({ name, code, region }) => ({
      href: paths.casesWith(wordsIn(name)),
      label: name,
      detail: `${t(region)} · ${wordsIn(code)}`,
      line: null,
    })),
  },
  {
    title: w.people,
    choices: people.map(({ name, mail, enterprise, office, role }) => ({
      href: `mailto:${mail}`,
      label: name,
      detail: `${enterprise ?? t(office)} · ${t(role)}`,
      line: null,
      outside: true,
    })),
  },
]
