// How is a Chinese name spelt in pinyin, whole and by initials?
import { secondReadings, syllables } from './syllables.ts'

const pairs = (table: string): [character: string, reading: string][] =>
  table
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.charAt(0), pair.slice(1)])

const order = new Intl.Collator('zh-CN-u-co-pinyin')
const first = pairs(syllables)
const second = new Map(pairs(secondReadings))
const known = new Map<string, string[]>()

/** How a character is read, the usual way first; itself when it is no Chinese one. */
export const readingsOf = (character: string): string[] => {
  const before = known.get(character)
  if (before) return before
  const usual = /\p{Script=Han}/u.test(character) ? between(character) : character.toLowerCase()
  const other = second.get(character)
  const readings = other && other !== usual ? [usual, other] : [usual]
  known.set(character, readings)
  return readings
}

const between = (character: string): string => {
  let [low, high] = [0, first.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (order.compare(first[middle]?.[0] ?? '', character) <= 0) low = middle
    else high = middle - 1
  }
  return first[low]?.[1] ?? ''
}

/** Initials of a name in lower case, as `wdl` for 王大力, each character read the usual way; what is neither letter nor digit is left out. */
export const initialsOf = (name: string): string =>
  [...name.toLowerCase()]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => [...(readingsOf(sign)[0] ?? '')][0] ?? '')
    .join('')

/** Of a name with many characters of two readings only so many spellings are kept. */
const mostSpellings = 4
const longestName = 60

export type Spelling = { syllables: string[]; initials: string }

/** The spellings of a name; signs that are neither letters nor digits are left out. */
export const spellingsOf = (name: string): Spelling[] => {
  const signs = [...name.normalize('NFKC').slice(0, longestName)].filter((sign) =>
    /[\p{L}\p{N}]/u.test(sign),
  )
  const ways = signs.reduce<string[][]>(
    (so, sign) =>
      readingsOf(sign)
        .flatMap((reading) => so.map((way) => [...way, reading]))
        .slice(0, mostSpellings),
    [[]],
  )
  return ways.map((way) => ({
    syllables: way,
    initials: way.map((syllable) => [...syllable][0] ?? '').join(''),
  }))
}

/** The name in letters, whole and by initials, as words to search in: `quzhoushi qzs`. */
export const inLetters = (name: string): string =>
  [
    ...new Set(
      spellingsOf(name).flatMap(({ syllables, initials }) => [syllables.join(''), initials]),
    ),
  ].join(' ')
