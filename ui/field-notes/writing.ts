// How does a note become an entry on this phone, with its time, its place and its photographs, before anybody hears of it?
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { NotedPlace } from '../../domain/field-notes/note.ts'
import { fill } from '../../domain/language/words.ts'
import { newKey } from '../client/client.ts'
import type { OutboxEntry, OutboxFile, ShownAnswer } from '../outbox/entry.ts'
import { addEntry } from '../outbox/outbox.ts'
import { outboxWords } from '../outbox/words.ts'
import { prepare } from '../photo/photo.ts'
import { cityTime } from '../screen/time.ts'
import type { NewNote } from './note.ts'
import { fieldNoteWords as w } from './words.ts'

type Written = {
  view: CaseView
  act: ActView
  author: { id: string; name: string }
  place: NotedPlace | null
}

const iso = (ms: number) => new Date(ms).toISOString()

/** `kept`: it lies on this phone; false: there is no room left, and nothing was written. `unread`: names of photographs that the browser cannot read. */
type Keeping = { kept: boolean; unread: string[] }

/** What can be read of it is on this phone when it resolves. */
export const keepNote = async (
  { view, act, author, place }: Written,
  note: NewNote,
): Promise<Keeping> => {
  const phone = Date.now()
  const city = Math.round(cityTime(phone))
  const { photos, unread } = await filesOf(note, place)
  const entry = newKey()
  const { of, note: said, answers = {}, about } = note
  const nothingLeft = photos.length === 0 && unread.length > 0 && !said
  if (nothingLeft) return { kept: true, unread }
  const kept = await addEntry({
    key: entry,
    person: author.id,
    author: author.name,
    caseId: view.id,
    about: [view.title, view.number].join(' · '),
    type: act.type,
    words: act.words,
    taskId: null,
    item: about ?? null,
    data: {
      ...answers,
      ...(said ? { note: said } : {}),
      ...(of ? { of } : {}),
      entry,
      at: iso(city),
      phoneAt: iso(phone),
      offset: city - phone,
      ...(place ? { place } : {}),
    },
    files: photos.length > 0 ? { photos } : {},
    shown: shownOf(act, note, photos.length),
    form: { data: {}, labels: {} },
    appended: true,
    material: view.material,
    writtenAt: iso(city),
    firstWrittenAt: iso(city),
    happenedAt: iso(city),
    state: 'waiting',
    unanswered: false,
    refusal: null,
  } satisfies OutboxEntry)
  return { kept, unread }
}

/** Small enough to be sent. */
const filesOf = async (
  { photos = [], camera = false }: NewNote,
  place: NotedPlace | null,
): Promise<{ photos: OutboxFile[]; unread: string[] }> => {
  const keptAt = iso(Date.now())
  const read = await Promise.all(
    photos.map(async (file) => ({
      name: file.name,
      prepared: await prepare(file, camera, camera ? place : null).catch(() => null),
    })),
  )
  return {
    unread: read.flatMap(({ name, prepared }) => (prepared ? [] : [name])),
    photos: read.flatMap(({ prepared }): OutboxFile[] => {
      if (!prepared) return []
      const { name, bytes, taken } = prepared
      const { type, size } = bytes
      return [
        { key: newKey(), name, type, size, keptAt, taken, stored: null, storedAt: null, bytes },
      ]
    }),
  }
}

const shownOf = ({ fields }: ActView, { note, answers = {} }: NewNote, photos: number) => {
  const words = fields.flatMap(({ name, words: label, choices }): ShownAnswer[] => {
    const value = name === 'note' ? note : answers[name]
    if (!value) return []
    return [{ label, value: choices?.[value] ?? { zh: value, en: value }, moment: null }]
  })
  const files = { label: w.photos, value: fill(outboxWords.files, { count: photos }), moment: null }
  return photos > 0 ? [...words, files] : words
}
