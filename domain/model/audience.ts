// Who may read what?

/** Who may read a fact: people of the authorities; also the party; also everybody. */
export type Audience = 'internal' | 'party' | 'public'

const rank: Record<Audience, number> = { internal: 0, party: 1, public: 2 }

/** Whether a thing meant for `audience` may be shown to a reader who sees up to `reader`. */
export const visible = (audience: Audience, reader: Audience): boolean =>
  rank[audience] >= rank[reader]
