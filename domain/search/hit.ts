// Where in a text do the words stand, and which piece of it is worth showing?
import { plainOf } from './tokens.ts'

/** A text in pieces, every other one a hit: `['仓库内', '防爆灯', '外壳破裂']`. */
export type Marked = string[]

/** Signs shown before and behind the first hit. */
const before = 14
const behind = 56

/** The whole text with its hits. */
export const marked = (text: string, words: string[]): Marked => {
  const { plain, places } = withPlaces(text)
  const covered = new Set<number>()
  for (const word of words)
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
      for (let n = at; n < at + word.length; n += 1) covered.add(places[n] ?? 0)
  const parts: Marked = ['']
  for (let at = 0; at < text.length; at += 1) {
    if (covered.has(at) !== (parts.length % 2 === 0)) parts.push('')
    parts[parts.length - 1] += text.charAt(at)
  }
  return parts
}

/** A line of the text around its first hit. */
export const excerpt = (text: string, words: string[]): Marked => {
  const { plain, places } = withPlaces(text)
  const first = Math.max(
    0,
    Math.min(...words.map((word) => plain.indexOf(word)).filter((at) => at >= 0), plain.length),
  )
  const at = first === plain.length ? 0 : (places[first] ?? 0)
  const from = Math.max(0, at - before)
  const until = Math.min(text.length, at + behind)
  const line = text.slice(from, until).replace(/[\s\p{Cc}]/gu, ' ')
  return marked(`${from > 0 ? '…' : ''}${line}${until < text.length ? '…' : ''}`, words)
}

/** The text as words are compared with it, and where each of its signs came from. */
const withPlaces = (text: string): { plain: string; places: number[] } => {
  let plain = ''
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    const same = /[\s\p{Cc}]/u.test(sign) ? ' ' : plainOf(sign)
    for (let n = 0; n < same.length; n += 1) places.push(at)
    plain += same
    at += sign.length
  }
  return { plain, places }
}
