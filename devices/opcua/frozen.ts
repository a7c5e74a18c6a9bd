// Which points have not moved for so long that their instrument may be stuck?

/** A subscription says nothing of a value that stays: as long as the line itself is alive, silence means "no change". */
export const createFrozen = (afterSeconds: number | null) => {
  const moved = new Map<string, { at: number; told: boolean }>()
  return {
    /** True: it was suspected, and moves again. */
    changed: (node: string, now: Date): boolean => {
      const told = moved.get(node)?.told === true
      moved.set(node, { at: now.getTime(), told: false })
      return told
    },
    /** Points that have become suspect since the last time that this was asked. */
    suspects: (now: Date): string[] => {
      if (afterSeconds === null) return []
      const still = [...moved].filter(
        ([, { at, told }]) => !told && now.getTime() - at >= afterSeconds * 1000,
      )
      for (const [, one] of still) one.told = true
      return still.map(([node]) => node)
    },
    /** A time in which nothing could be heard is no time without change. */
    away: (now: Date): void => {
      for (const one of moved.values()) one.at = now.getTime()
    },
  }
}
