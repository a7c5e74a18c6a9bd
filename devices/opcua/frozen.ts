// Which points have not moved for so long that their instrument may be stuck?

/** A subscription says nothing of a value that stays: as long as the connection itself is alive, silence means "no change". */
export const createFrozen = (afterSeconds: number | null) => {
  const lastMoves = new Map<string, { at: number; reported: boolean }>()
  return {
    /** True: it was suspected, and moves again. */
    changed: (node: string, now: Date): boolean => {
      const reported = lastMoves.get(node)?.reported === true
      lastMoves.set(node, { at: now.getTime(), reported: false })
      return reported
    },
    /** Points that have become suspect since the last time that this was asked. */
    suspects: (now: Date): string[] => {
      if (afterSeconds === null) return []
      const still = [...lastMoves].filter(
        ([, { at, reported }]) => !reported && now.getTime() - at >= afterSeconds * 1000,
      )
      for (const [, one] of still) one.reported = true
      return still.map(([node]) => node)
    },
    /** A time in which nothing could be heard is no time without change. */
    away: (now: Date): void => {
      for (const one of lastMoves.values()) one.at = now.getTime()
    },
  }
}
