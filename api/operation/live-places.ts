// How many pages may hear of changes at once, of one person and of all?

export type Places = ReturnType<typeof createPlaces>

/** `take` answers how to give the place back; null: there is none left. */
export const createPlaces = ({ each, all }: { each: number; all: number }) => {
  const taken = new Map<string, number>()
  let sum = 0
  const change = (who: string, by: 1 | -1): void => {
    const now = (taken.get(who) ?? 0) + by
    sum += by
    if (now > 0) taken.set(who, now)
    else taken.delete(who)
  }
  return {
    take(who: string): (() => void) | null {
      if (sum >= all || (taken.get(who) ?? 0) >= each) return null
      change(who, 1)
      let over = false
      return () => {
        if (!over) change(who, -1)
        over = true
      }
    },
  }
}
