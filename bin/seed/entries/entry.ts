// How is an entry of a register of the demo written down: who proposes and confirms it, and what does it say?

/** `key` is part of every Idempotency-Key and must never change; a day `{ day }` becomes the date that many days from the founding. */
export type SeedEntry = {
  key: string
  register: string
  by: string
  /** Absent: it still waits for a second person. */
  confirmedBy?: string
  data: Record<string, unknown>
  /** Entered before the stories are told, of which one names it; it holds from the beginning of the demo. */
  early?: true
  /** What is otherwise once they have been told: a second change by the same two. */
  afterwards?: Record<string, unknown>
}
