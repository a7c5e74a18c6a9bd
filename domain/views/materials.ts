// Which materials does a case have, item by item, and what was each before it was asked for again?

import { type Text, text } from '../language/words.ts'
import type { Field, ProcessDefinition } from '../model/process.ts'
import type { Instant } from '../time/instant.ts'
import type { FileView } from './answers/fact-views.ts'
import type { TimelineItem } from './case-views.ts'

/** What one act has brought of one material: the newest is in force, the earlier ones stay. */
export type MaterialVersion = {
  version: number
  seq: number
  at: Instant
  who: Text | null
  act: Text
  note: string | null
  files: FileView[]
}

/** `start`: the application itself asks for it, so that it is listed also while it is missing; `required`: by its form. */
export type Material = {
  key: string
  label: Text
  start: boolean
  required: boolean
  versions: MaterialVersion[]
}

type Brought = { key: string; label: Text; note: string | null; files: FileView[] }

/** The materials that a reader finds in his own timeline, those of the application first, then in the order in which they came. */
export const materialsIn = (
  process: Pick<ProcessDefinition, 'start'>,
  timeline: TimelineItem[],
  isVisible: (field: Field) => boolean,
): Material[] => {
  const found = new Map(
    applicable(process.start.type, process.start.fields.filter(isVisible)).map((one) => [
      one.key,
      one,
    ]),
  )
  for (const item of timeline) {
    for (const { key, label, note, files } of broughtBy(item, [...found.values()])) {
      const material = found.get(key) ?? { key, label, start: false, required: false, versions: [] }
      const { seq, who, title } = item
      const version = {
        version: material.versions.length + 1,
        seq,
        at: item.occurredAt,
        who,
        act: title,
        note,
        files,
      }
      found.set(key, { ...material, versions: [...material.versions, version] })
    }
  }
  return [...found.values()]
}

const applicable = (type: string, fields: Field[]): Material[] =>
  fields
    .filter(({ kind }) => kind === 'files')
    .map(({ name, words, required }) => ({
      key: `${type}.${name}`,
      label: words,
      start: true,
      required,
      versions: [],
    }))

/** Files stand in a field of their own, or in the answer to an item that was asked for. */
const broughtBy = (item: TimelineItem, known: Material[]): Brought[] =>
  item.fields.flatMap((field) => [
    ...(field.files?.length
      ? [{ key: `${item.type}.${field.name}`, label: field.label, note: null, files: field.files }]
      : []),
    ...(field.items ?? []).flatMap((one) => {
      const files = [...one.before, ...one.after]
      return files.length > 0 ? [{ ...placeOf(one.item, known), note: one.note, files }] : []
    }),
  ])

/** What was asked for by the name of a material of the application is its next version; anything else is a material of its own. */
const placeOf = (item: string, known: Material[]): Pick<Material, 'key' | 'label'> => {
  const [same] = known
    .filter(({ start, label }) => start && item.startsWith(label.zh))
    .sort((a, b) => b.label.zh.length - a.label.zh.length)
  return same ?? { key: `item.${item}`, label: text(item, item) }
}
