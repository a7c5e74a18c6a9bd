// What is kept of a correction that waits for a second person's approval?

/** `about`: the type of the fact that is to be corrected; `data`: its answers as they are to be. */
export type WantedCorrection = {
  about: string
  data: Record<string, unknown>
  reason: string
  /** Who has asked for it. */
  by: string
}
