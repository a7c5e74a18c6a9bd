// What goes on by itself once its author is there again?
import { keptRecordings } from './kept.ts'

/** Whatever was left on this device by a tab that was closed, of this person alone. */
export const resumeRecordings = async (person: string): Promise<void> => {
  const kept = await keptRecordings(person)
  if (kept.length > 0) (await import('./runs.ts')).goOnWith(kept)
}
