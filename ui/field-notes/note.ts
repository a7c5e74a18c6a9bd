// What does a page show of a note from the place, whether it has arrived or still lies on this phone?
import type { JSX } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { FieldNoteJoin, FieldNoteView } from '../../contract/case/field-notes.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { PhotoView } from '../../domain/evidence/photo.ts'
import type { TakenInput } from '../../domain/evidence/photo-input.ts'
import type { NoteMark } from '../../domain/field-notes/marks.ts'
import type { NotedPlace } from '../../domain/field-notes/note.ts'
import type { Text } from '../../domain/language/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { HalfNotes } from './half-notes.ts'

export type PlaceProps = {
  case: CaseView
  act: ActView
  notes: ShownNote[]
  joins: FieldNoteJoin[]
  half: HalfNotes
  write: WriteNote
  /** What was seen besides: it stands below the list. */
  children: JSX.Element
}

export type ShownPhoto = {
  key: string
  name: string
  /** As the server has it, and the bytes on this phone. */
  stored: PhotoView | null
  bytes: Blob | null
  taken: { [Key in keyof TakenInput]?: TakenInput[Key] | null } | null
}

export type ShownNote = {
  id: string
  person: string
  by: string
  mine: boolean
  at: Instant
  phoneAt: Instant | null
  of: string | null
  note: string | null
  answers: Record<string, string>
  photos: ShownPhoto[]
  place: NotedPlace | null
  marks: NoteMark[]
  state: 'arrived' | OutboxEntry['state']
  /** Why the server does not take it. */
  reasons: Text[]
}

/** A note as somebody writes it; the phone adds its time and place. */
export type NewNote = {
  of?: string
  note?: string
  answers?: Record<string, string>
  photos?: readonly File[]
  /** Whether the camera has taken them just now. */
  camera?: boolean
  /** What of it is said in lists of what waits. */
  about?: Text
}

/** False: this phone can keep nothing more. */
export type WriteNote = (note: NewNote) => Promise<boolean>

const fromServer = ({ photos, ...view }: FieldNoteView): ShownNote => ({
  ...view,
  photos: photos.map((stored) => ({
    key: stored.id,
    name: stored.name,
    stored,
    bytes: null,
    taken: stored.taken,
  })),
  state: 'arrived',
  reasons: [],
})

const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What has a place of its own in a note; the rest are the answers of its process. */
const own = new Set(['entry', 'of', 'note', 'at', 'phoneAt', 'offset', 'place'])

const fromOutbox = (entry: OutboxEntry): ShownNote => {
  const { data, files, person, author, state, refusal, happenedAt, writtenAt } = entry
  return {
    id: said(data.entry) ?? entry.key,
    person,
    by: author,
    mine: true,
    at: happenedAt ?? writtenAt,
    phoneAt: said(data.phoneAt),
    of: said(data.of),
    note: said(data.note),
    answers: Object.fromEntries(
      Object.entries(data).flatMap(([name, value]) =>
        typeof value === 'string' && !own.has(name) ? [[name, value]] : [],
      ),
    ),
    photos: Object.values(files)
      .flat()
      .map(({ key, name, bytes, stored, taken }) => ({ key, name, bytes, stored, taken })),
    place: (data.place as NotedPlace | undefined) ?? null,
    marks: [],
    state,
    reasons: refusal ? [refusal.title, ...refusal.reasons] : [],
  }
}

/** All of them by the time at which they were written; one that has just arrived stands once. */
export const shownNotes = (
  arrived: readonly FieldNoteView[],
  waiting: readonly OutboxEntry[],
): ShownNote[] => {
  const there = new Set(arrived.map(({ id }) => id))
  const kept = waiting.map(fromOutbox).filter(({ id }) => !there.has(id))
  return [...arrived.map(fromServer), ...kept].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )
}
