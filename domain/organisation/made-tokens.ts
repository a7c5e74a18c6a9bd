// How long does the token of a machine last, by the posts of the administrator who made it?
import type { Instant } from '../time/instant.ts'
import type { HeldPost } from './personnel.ts'
import { type Region, regionsBelow } from './regions.ts'

export type MadeToken = { id: string; name: string; region: Region }

const covers = ({ role, region: of }: HeldPost, region: Region): boolean =>
  role === 'administrator' && regionsBelow(of).includes(region)

/** Those that nothing carries any more once these posts end at `end`: in none of their regions is he an administrator then. */
export const tokensEnding = <Token extends MadeToken>(
  tokens: readonly Token[],
  held: readonly HeldPost[],
  ending: readonly HeldPost[],
  end: Instant,
): Token[] => {
  const left = held.filter(
    (post) => !ending.includes(post) && (post.until === null || post.until > end),
  )
  return tokens.filter(({ region }) => !left.some((post) => covers(post, region)))
}

/** When he is an administrator of the region no longer, as far as that is set; null: it is not. */
export const administersUntil = (held: readonly HeldPost[], region: Region): Instant | null => {
  const ends = held.filter((post) => covers(post, region)).map(({ until }) => until)
  if (ends.includes(null)) return null
  return ends.reduce((last, one) => (last === null || (one ?? '') > last ? one : last), null)
}
