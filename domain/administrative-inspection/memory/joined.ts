// What does the chart of an inspection remember of the bureaus that join it?

/** `certificates`: empty until it has named its officers. `said`: what its part of the record says, once it is made. */
export type JoinedBureau = {
  bureau: string
  state: 'invited' | 'recorded' | 'declined' | 'withdrawn'
  certificates: string[]
  said: string
}

/** More bureaus than a city has. */
export const mostJoined = 12

type Remembering = { joined?: JoinedBureau[] }

export const joinedIn = ({ joined }: Remembering): JoinedBureau[] => joined ?? []

/** Those that neither have declined nor were told to stay away. */
const standing = (context: Remembering): JoinedBureau[] =>
  joinedIn(context).filter(({ state }) => state === 'invited' || state === 'recorded')

export const isJoining = (context: Remembering, bureau: unknown): boolean =>
  standing(context).some((one) => one.bureau === bureau)

/** Those that have said who comes. */
export const comingBureaus = (context: Remembering): JoinedBureau[] =>
  standing(context).filter(({ certificates }) => certificates.length > 0)

/** Who comes for the bureaus that join; `but`: without that one. */
export const joiningOfficers = (context: Remembering, but: string | null): Set<string> =>
  new Set(
    comingBureaus(context)
      .filter(({ bureau }) => bureau !== but)
      .flatMap(({ certificates }) => certificates),
  )

export const recordedParts = (context: Remembering): JoinedBureau[] =>
  joinedIn(context).filter(({ state }) => state === 'recorded')

/** The last invitation of a bureau stands so now. */
export const movedPart = (context: Remembering, part: JoinedBureau): JoinedBureau[] => {
  const all = joinedIn(context)
  const at = all.findLastIndex(({ bureau, state }) => bureau === part.bureau && state === 'invited')
  return at < 0 ? all : all.with(at, part)
}
