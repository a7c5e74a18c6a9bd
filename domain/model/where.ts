// What is asked in a form, and on which other answers does it depend?
import type { Text } from '../language/words.ts'
import type { ConfidentialPosts } from './audience.ts'

/**
 * Any of the cases; in each every named answer is one of the values, or holds one of them; `''` stands for one left open.
 * `[{}]` is always met, `[]` never.
 * Plain JSON, so that forms and rules read the same declaration.
 */
export type Where = readonly Readonly<Record<string, readonly string[]>>[]

/** On which other answers of its form a field depends. */
export type ConditionalField = {
  /** Asked for and taken only where they meet this; absent: always. */
  where?: Where
  /** Needed where they meet this, though not always. Of files: of whoever applies for himself; a window takes down what came on paper. */
  needed?: Where
  /** Where they meet this it goes on as the licence held says it, so that nobody types it again; asked for only while that is not known. */
  carried?: Where
}

/** Total. A form keeps several choices a line each, a statement keeps them as a list: both are understood. */
export const meets = (where: Where, answers: Readonly<Record<string, unknown>>): boolean =>
  where.some((one) =>
    Object.entries(one).every(([name, wanted]) =>
      entries(answers[name]).some((value) => wanted.includes(value)),
    ),
  )

const entries = (value: unknown): string[] => {
  const all = Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : []
  if (typeof value === 'string') return value.split('\n')
  return all.length > 0 ? all : ['']
}

export type Field = {
  name: string
  words: Text
  /**
   * `lines`: one entry a line. `items`: an outcome for each of `items`, with photos before and after. `choices`: several of them.
   * `rows`: several things with the same `columns`. `reckoning`: what the product has reckoned, step by step.
   */
  kind:
    | 'text'
    | 'long-text'
    | 'date'
    | 'choice'
    | 'choices'
    | 'files'
    | 'number'
    | 'boolean'
    | 'place'
    | 'lines'
    | 'items'
    | 'moment'
    | 'rows'
    | 'reckoning'
  /** The values to choose from; of `items` the words for `passed` and `failed`, where the usual ones do not fit. */
  choices?: Record<string, Text>
  items?: string[]
  /** Of `items`: what the files of an answer are called; absent: photos from before and after. */
  attached?: Text
  /** The register whose entries its lines name by number; absent: none. */
  register?: string
  /** Of `rows`: what each of them says, and how many there may be. Of a text: how many characters; absent: 2000. */
  columns?: Field[]
  most?: number
  required: boolean
  hint?: Text
  /** Of `number`: an amount in yuan, read in groups of three, its fen only where there are any. */
  money?: true
  /** Of `choice`: people of the authorities, whom the server offers. */
  people?: true
  /** What the form begins with. */
  value?: string
  /** Its answer is an address that a browser opens; its schema says which are taken. */
  link?: true
  /** The product writes it, so no form asks for it: the number of a document that the act makes. */
  systemSupplied?: true
  /**
   * 保密: masked for every reader; who may look, and that he did, is in unmask.ts. Never among `show`. The posts that may look beside
   * whoever handles the case; `true`: the section chiefs of the handling offices.
   */
  confidential?: true | ConfidentialPosts
  /** The part of a long application that it belongs to; a form without any is one page. */
  section?: Text
} & ConditionalField
