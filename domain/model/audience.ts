// Who may read what?
import type { Text } from '../language/words.ts'
import type { Address } from '../organisation/offices.ts'

/** Who may read a fact: people of the authorities; also the party; also everybody. */
export type Audience = 'internal' | 'party' | 'public'

const rank: Record<Audience, number> = { internal: 0, party: 1, public: 2 }

/** Whether a thing meant for `audience` may be shown to a reader who sees up to `reader`. */
export const visible = (audience: Audience, reader: Audience): boolean =>
  rank[audience] >= rank[reader]

/**
 * 保密: the posts that may see an answer beside whoever handles the case, by what the chart remembers, and what everybody else reads in
 * its place: it names them, so that a reader knows whom to ask. Total.
 */
export type ConfidentialPosts = {
  mask: Text
  posts: (context: Record<string, unknown>) => readonly Address[]
}
