// How does what stands in a form become an entry that waits on this device?
import type { CaseView } from '../../contract/case/cases.ts'
import type { ItemView } from '../../contract/case/items.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { isUploads, type Values } from '../form/form-values.ts'
import type { Upload } from '../photo/upload.ts'
import { typedIn } from '../reading/draft.ts'
import { readPhoto } from '../reading/drafts.ts'
import { client } from '../reading/queries.ts'
import { cityTime } from '../screen/time.ts'
import {
  behindAll,
  heldUpBy,
  type OutboxEntry,
  type OutboxFile,
  type ShownAnswer,
} from './entry.ts'
import { addEntry, dropEntry, waitingOf } from './outbox.ts'
import { outboxWords as w } from './words.ts'

/** What is kept: the act with its form, as it would have been sent. */
export type Written = {
  case: CaseView
  act: ActView
  author: { id: string; name: string }
  values: Values
  labels: Record<string, string>
  /** Under which name the photographs of the form lie on this device. */
  photosAt: string
  data: Record<string, unknown>
  material: number
  taskId: string | null
  key: string
  unanswered: boolean
  /** The entry that was changed, and whose place this one takes. */
  replaces: string | undefined
}

/** Whether something else goes before it: what was written to the same task earlier and has not arrived. */
export const mustWait = async (
  person: string,
  {
    caseId,
    taskId,
    replaces,
  }: { caseId: string; taskId: string | null; replaces: string | undefined },
): Promise<boolean> => {
  const waiting = await waitingOf(person)
  const before = waiting.find(({ key }) => key === replaces)
  const firstWrittenAt = before?.firstWrittenAt ?? behindAll(cityMoment(), waiting)
  return heldUpBy({ caseId, taskId, key: replaces ?? '', firstWrittenAt }, waiting) !== undefined
}

/** Sent by another way, the entry that was changed has no place any more. */
export const dropReplaced = async (person: string, key: string): Promise<void> => {
  const found = (await waitingOf(person)).find((one) => one.key === key)
  if (found) await dropEntry(found)
}

const cityMoment = () => new Date(cityTime(Date.now())).toISOString()

/** On this device when it resolves; false: the device keeps nothing, and the form still has it. */
export const keepWritten = async (written: Written): Promise<boolean> => {
  const { author, replaces } = written
  const [files, waiting] = [await filesOf(written), await waitingOf(author.id)]
  if (files === null) return false
  const entry = entryOf(written, files)
  const before = waiting.find(({ key }) => key === replaces)
  const firstWrittenAt = before?.firstWrittenAt ?? behindAll(entry.writtenAt, waiting)
  if (!(await addEntry({ ...entry, firstWrittenAt }))) return false
  if (before) await dropEntry(before)
  return true
}

const entryOf = (
  { case: view, act, author, values, labels, data, material, taskId, key, unanswered }: Written,
  files: OutboxEntry['files'],
): OutboxEntry => {
  const happened = act.happenedIn ? data[act.happenedIn] : undefined
  const writtenAt = cityMoment()
  return {
    key,
    person: author.id,
    author: author.name,
    caseId: view.id,
    about: [view.title, view.number].join(' · '),
    type: act.type,
    words: act.words,
    taskId,
    item: itemOf(view.id, taskId),
    data: Object.fromEntries(Object.entries(data).filter(([name]) => !(name in files))),
    files,
    shown: act.fields.flatMap((field) => shownAnswer(field, act, data, files) ?? []),
    form: { data: typedIn(values), labels },
    material,
    writtenAt,
    firstWrittenAt: writtenAt,
    happenedAt: typeof happened === 'string' ? happened : null,
    state: 'waiting',
    unanswered,
    refusal: null,
  }
}

/** As the room or the case has just read it. */
const itemOf = (caseId: string, taskId: string | null): Text | null => {
  const read = client.getQueryData<{ items: ItemView[] }>(['case', caseId, 'items'])
  return (
    read?.items.find(({ acts }) => acts.some((act) => taskId !== null && act.taskId === taskId))
      ?.title ?? null
  )
}

/** Files with their bytes; null: one of them cannot be read any more. */
const filesOf = async ({
  values,
  author,
  photosAt,
}: Written): Promise<OutboxEntry['files'] | null> => {
  const files: OutboxEntry['files'] = {}
  for (const [field, list] of Object.entries(values)) {
    if (!isUploads(list) || list.length === 0) continue
    const kept = await Promise.all(list.map((one) => fileOf(one, author.id, photosAt)))
    if (kept.includes(null)) return null
    files[field] = kept.flatMap((one) => one ?? [])
  }
  return files
}

const fileOf = async (
  { key, name, type, size, keptAt, taken, stored, storedAt, bytes }: Upload,
  person: string,
  place: string,
): Promise<OutboxFile | null> => {
  const found = stored
    ? null
    : (bytes ?? (await readPhoto(person, place, key).catch(() => undefined)) ?? null)
  if (!stored && !found) return null
  return { key, name, type, size, keptAt: keptAt ?? '', taken, stored, storedAt, bytes: found }
}

/** The moment of the event has a place of its own in lists. */
const shownAnswer = (
  { name, words, kind, choices }: Field,
  { happenedIn }: ActView,
  data: Record<string, unknown>,
  files: OutboxEntry['files'],
): ShownAnswer | null => {
  if (name === happenedIn) return null
  const count = files[name]?.length
  if (count) return { label: words, value: fill(w.files, { count }), moment: null }
  const value = data[name]
  if (value === undefined) return null
  const said = Array.isArray(value) ? value.join('; ') : String(value)
  const moment = kind === 'moment' ? said : null
  return { label: words, value: choices?.[said] ?? plain(said), moment }
}

const plain = (said: string): Text => ({ zh: said, en: said })
