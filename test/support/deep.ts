// Is this the deep run, in which what the usual one samples is gone through whole? (`npm run test:deep`)

export const deep = process.env.ANJIAN_WALKS !== undefined

/** What the usual run takes of a list that two tests go through in turn: every second one, beginning with the first or the second. */
export const alternate = <One>(all: readonly One[], turn: 0 | 1): readonly One[] =>
  all.filter((_, nth) => deep || nth % 2 === turn)

/** The languages of a look that is taken elsewhere in the other one too. */
export const looks: readonly ('zh' | 'en')[] = deep ? ['zh', 'en'] : ['en']

/** What the usual run takes, and what the deep one takes besides: each language and each width once, or each with each. */
export const sampled = <const One>(
  usual: readonly One[],
  besides: readonly One[],
): readonly One[] => (deep ? [...usual, ...besides] : usual)
