// What has the person who is signed in written that waits to be sent, in this tab and in every other?
import { newKey } from '../client/client.ts'
import { actDraftName, type Draft } from '../reading/draft.ts'
import { readDraft } from '../reading/drafts.ts'
import {
  allBelow,
  askToStay,
  type Beside,
  change,
  keyOf,
  put,
  removeBelow,
} from '../reading/local-store.ts'
import { hideEntries, showEntries } from './entries.ts'
import type { OutboxEntry } from './entry.ts'

let person = ''
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('anjian-outbox') : null

/** Null: the browser does not give them back. */
export const readWaiting = (of: string): Promise<OutboxEntry[] | null> =>
  allBelow<OutboxEntry>('outbox', keyOf(of, '')).catch(() => null)

const show = async () => {
  const of = person
  if (of === '') return hideEntries()
  const found = await readWaiting(of)
  if (of === person) showEntries(found)
}
tabs?.addEventListener('message', () => void show())

/** Shows what this person has written; of nobody who was here before is anything left in sight. */
export const openOutbox = (of: string): Promise<void> => {
  if (person !== of) hideEntries()
  person = of
  return show()
}

export const closeOutbox = (): void => {
  person = ''
  hideEntries()
}

/** What waits on the device now, also what another tab has just written. */
export const waitingOf = async (of: string): Promise<OutboxEntry[]> => (await readWaiting(of)) ?? []

const told = async () => {
  tabs?.postMessage('changed')
  await show()
}

const placeOf = ({ person: of, key }: Pick<OutboxEntry, 'person' | 'key'>) => keyOf(of, key)

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** Answers of the query library are watched objects, which the browser refuses to store; bytes are no JSON. */
const storable = ({ files, ...entry }: OutboxEntry): OutboxEntry => ({
  ...plain(entry),
  files: Object.fromEntries(
    Object.entries(files).map(([field, list]) => [
      field,
      list.map(({ bytes, ...file }) => ({ ...plain(file), bytes })),
    ]),
  ),
})

/** On disk when it resolves; false: this device keeps nothing. */
export const addEntry = async (entry: OutboxEntry): Promise<boolean> => {
  askToStay()
  const kept = await put('outbox', placeOf(entry), storable(entry)).then(
    () => true,
    () => false,
  )
  if (kept) await told()
  return kept
}

/** Changes it as it is now; false: it has gone, or `next` wants no change. */
export const changeEntry = async (
  entry: Pick<OutboxEntry, 'person' | 'key'>,
  next: (found: OutboxEntry) => OutboxEntry | null | undefined,
  beside: (found: OutboxEntry) => Beside[] = () => [],
): Promise<boolean> => {
  const changed = await change<OutboxEntry>('outbox', placeOf(entry), (found) => {
    const value = found && next(found)
    return found && value !== undefined ? { value, beside: beside(found) } : undefined
  }).catch(() => false)
  if (changed) await told()
  return changed
}

const draftOf = (entry: OutboxEntry, href: string): Draft => ({
  name: actDraftName(entry.caseId, entry.type, entry.key),
  title: entry.words,
  href,
  at: entry.writtenAt,
  ...entry.form,
  uploads: Object.fromEntries(
    Object.entries(entry.files).map(([field, files]) => [
      field,
      files.map(({ bytes: _, ...file }) => file),
    ]),
  ),
  request: { key: newKey(), sentAs: '', unanswered: false },
})

/** What the form at `href` is given, as its draft. */
const besideHeld = (entry: OutboxEntry, href: string): Beside[] => {
  const name = actDraftName(entry.caseId, entry.type, entry.key)
  const draft = plain(draftOf(entry, href))
  const photos = Object.values(entry.files)
    .flat()
    .filter(({ bytes }) => bytes !== null)
  return [
    { store: 'drafts', key: keyOf(entry.person, name), value: draft },
    ...photos.map(
      ({ key, bytes }): Beside => ({
        store: 'photos',
        key: keyOf(entry.person, name, key),
        value: bytes,
      }),
    ),
  ]
}

/** Lays its words into the form at `href` and sends nothing until they come back; false: it may have arrived already. */
export const holdEntry = async (entry: OutboxEntry, href: string): Promise<boolean> => {
  const name = actDraftName(entry.caseId, entry.type, entry.key)
  // What is being changed already stays as it was typed.
  const begun = await readDraft(entry.person, name).catch(() => undefined)
  return changeEntry(
    entry,
    (found) => (found.unanswered ? undefined : { ...found, state: 'held' }),
    (found) => (begun ? [] : besideHeld(found, href)),
  )
}

type Named = Pick<OutboxEntry, 'person' | 'caseId' | 'type' | 'key'>

/** It goes, with what its form has kept. */
export const dropEntry = async (entry: Named): Promise<void> => {
  await changeEntry(entry, () => null)
  await dropForm(entry)
}

const dropForm = async (entry: Named): Promise<void> => {
  const place = keyOf(entry.person, actDraftName(entry.caseId, entry.type, entry.key))
  for (const store of ['drafts', 'photos'] as const)
    await removeBelow(store, place).catch(() => undefined)
}

/**
 * Refused or held, it goes out once more as it stands: as another request, for to the first the answer is known. In the place of the first, in one
 * transaction: two taps, two tabs and a battery that dies in between leave one.
 */
export const resendEntry = async (entry: OutboxEntry): Promise<void> => {
  const key = newKey()
  const moved = await changeEntry(
    entry,
    ({ state }) => (state === 'waiting' ? undefined : null),
    (found) => [{ store: 'outbox', key: keyOf(found.person, key), value: asNew(found, key) }],
  )
  if (moved) await dropForm(entry)
}

const asNew = (entry: OutboxEntry, key: string): OutboxEntry => ({
  ...entry,
  key,
  state: 'waiting',
  refusal: null,
  // Who sends it again has read what changed.
  material: Math.max(entry.material, entry.refusal?.revision ?? 0),
})

/** What leaves the device with somebody who wants nothing kept. */
export const wipeOutbox = async (of: string): Promise<void> => {
  await removeBelow('outbox', keyOf(of, '')).catch(() => undefined)
  await told()
}
