// Where do half-written words survive a closed tab?
const prefix = 'draft:'

export type Draft = { at: string; data: Record<string, unknown> }

/** Only what was typed is kept; files are on the server already or not at all. */
export const readDraft = (name: string): Draft | null => {
  try {
    const stored = localStorage.getItem(prefix + name)
    return stored ? (JSON.parse(stored) as Draft) : null
  } catch {
    return null
  }
}

/** Keeps the draft and answers when; null when the browser refuses. */
export const keepDraft = (name: string, data: Record<string, unknown>): string | null => {
  const at = new Date().toISOString()
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ at, data } satisfies Draft))
    return at
  } catch {
    return null
  }
}

export const dropDraft = (name: string) => {
  try {
    localStorage.removeItem(prefix + name)
  } catch {}
}
