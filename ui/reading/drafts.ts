// Where do half-written words and photographs survive a closed tab, and when do they go?
import { type Draft, isWorthKeeping } from './draft.ts'
import { allBelow, askToStay, get, keyOf, put, remove, removeBelow } from './local-store.ts'

export const readDraft = (person: string, name: string) => get<Draft>('drafts', keyOf(person, name))

/** Answers of the query library are watched objects, which the browser refuses to store. */
const plain = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft))

/** Keeps the draft, or lets it go once it is empty; answers when, or null when the browser refuses. */
export const keepDraft = async (
  person: string,
  draft: Omit<Draft, 'at'>,
): Promise<string | null> => {
  const at = new Date().toISOString()
  try {
    if (!isWorthKeeping(draft)) {
      await dropDraft(person, draft.name)
      return null
    }
    await put('drafts', keyOf(person, draft.name), plain({ ...draft, at }))
    return at
  } catch {
    return null
  }
}

export const dropDraft = async (person: string, name: string): Promise<void> => {
  await remove('drafts', keyOf(person, name)).catch(() => undefined)
  await removeBelow('photos', keyOf(person, name, '')).catch(() => undefined)
}

/** The bytes of one photograph; answers when they were safe, or null when the browser refuses. */
export const keepPhoto = async (
  person: string,
  name: string,
  upload: string,
  bytes: Blob,
): Promise<string | null> => {
  askToStay()
  return put('photos', keyOf(person, name, upload), bytes).then(
    () => new Date().toISOString(),
    () => null,
  )
}

export const readPhoto = (person: string, name: string, upload: string) =>
  get<Blob>('photos', keyOf(person, name, upload))

export const dropPhoto = (person: string, name: string, upload: string) =>
  remove('photos', keyOf(person, name, upload)).catch(() => undefined)

export const draftsOf = (person: string): Promise<Draft[]> =>
  allBelow<Draft>('drafts', keyOf(person, '')).catch(() => [])
