// Which files, items and other cases stand behind the words of a case?
import type { LinkView } from '../../contract/parts/facts.ts'
import type { Related } from '../../db/cases/related-reads.ts'
import type { Upload } from '../../db/files/uploads.ts'
import { workersOnly } from '../../domain/engine/judging/item-files.ts'
import type { PhotoView } from '../../domain/evidence/photo.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { StoredFact } from '../../domain/model/chain.ts'
import type { Link } from '../../domain/model/link.ts'
import type { EventDefinition, Field, ProcessDefinition } from '../../domain/model/process.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { FactField, FileView } from '../../domain/views/answers/fact-views.ts'
import { partsOf } from '../../domain/views/answers/value-words.ts'

/** `closed`: the files of this fact are not for this reader. */
type Known = { uploads: Upload[]; related: Related[]; closed?: boolean }

export const fileView = ({
  id,
  name,
  type,
  size,
  sha256,
  takenAt,
  takenSource,
  lat,
  lon,
  accuracy,
}: Upload): PhotoView => ({
  id,
  name,
  type,
  size,
  url: `/api/files/${id}`,
  sha256,
  taken:
    takenAt === null && lat === null
      ? null
      : { at: takenAt, source: takenSource, lat, lon, accuracy },
})

/** The fields of a fact with what their words stand for, as far as the reader may see it. */
export const withParts = (
  fields: FactField[],
  definition: (Pick<EventDefinition, 'refersTo'> & { fields: readonly Field[] }) | undefined,
  data: Record<string, unknown>,
  { uploads, related, closed = false }: Known,
): FactField[] =>
  fields.map((fields) => {
    const field = definition?.fields.find(({ name }) => name === fields.name)
    if (!field || field.confidential) return fields
    if (closed && field.kind === 'files') return { ...fields, value: workersOnly }
    const named =
      definition?.refersTo === field.name
        ? related.find(({ number }) => number === data[field.name])
        : undefined
    const find = (ids: string[]) => uploads.filter(({ id }) => ids.includes(id)).map(fileView)
    return {
      ...fields,
      ...partsOf(field, data[field.name], find),
      ...(named ? { caseId: named.id } : {}),
    }
  })

/** Every file that a field shows, also inside its items. */
export const filesOf = ({ files = [], items = [] }: FactField): FileView[] => [
  ...files,
  ...items.flatMap(({ before, after }) => [...before, ...after]),
]

type Linked = Pick<Known, 'related'> & {
  process: ProcessDefinition
  record: CaseRecord
  opener: Text | null
  /** Facts that speak of other cases. */
  told?: readonly Pick<StoredFact, 'type' | 'data' | 'occurredAt'>[]
}

/** The case that has opened this one, then those that something here gave cause for or acted on, oldest first; those waiting too. */
export const linksFor = (linked: Linked): LinkView[] => [
  ...openerFor(linked),
  ...(linked.record.links ?? []).map((link) => linkFor(linked, link)),
  ...sendersFor(linked),
]

/** Cases that have acted on this one and are not among the others, as far as the reader sees them. */
const sendersFor = ({ process, record, related, told = [] }: Linked): LinkView[] => {
  const known = [record.opener?.id, ...(record.links ?? []).map(({ id, to }) => to ?? id)]
  return told.flatMap(({ type, data, occurredAt: at }): LinkView[] => {
    const definition = definitionOf(process, type)
    const [number] = definition?.linked ? numberIn(process, { type, data }) : []
    const there = related.find((one) => one.number === number)
    if (!definition || !there || known.includes(there.id)) return []
    const { words: event } = definition
    return [
      {
        id: there.id,
        process: there.process,
        relation: 'sender',
        status: 'done',
        at,
        event,
        words: event,
        article: '',
        number: there.number,
      },
    ]
  })
}

const linkFor = ({ process, related }: Linked, link: Link): LinkView => {
  const { process: target, event, at, licence, reasons, drill } = link
  const cause = causeOf(process, link)
  const there = related.find(({ id }) => id === (link.to ?? link.id))
  return {
    id: there?.id ?? link.id,
    process: target,
    ...standingOf(link, there !== undefined),
    at,
    ...(licence === undefined ? {} : { licence }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(drill ? { drill } : {}),
    event: definitionOf(process, event)?.words ?? text(event, event),
    words: cause?.words ?? text(target, target),
    article: cause?.article ?? '',
    number: there?.number ?? null,
  }
}

const causeOf = (process: ProcessDefinition, { event, to, nth = 0 }: Link) => {
  const definition = definitionOf(process, event)
  return to === undefined ? definition?.links : definition?.sends?.[nth]
}

/** What is opened begins without a word to this case: that it is there says it. */
const standingOf = (
  { to, status }: Link,
  isThere: boolean,
): Pick<LinkView, 'relation' | 'status'> =>
  to === undefined
    ? { relation: 'opened', status: status === 'waiting' && isThere ? 'started' : status }
    : { relation: 'act', status }

/** Who does not see the case that has opened this one is not told that there is one. */
const openerFor = ({ process, record, related, opener: words }: Linked): LinkView[] => {
  const { opener, openedAt: at } = record
  const there = related.find(({ id }) => id === opener?.id)
  if (!opener || !there || !words) return []
  const { id, number } = there
  return [
    {
      id,
      process: opener.process,
      relation: 'opener',
      status: 'started',
      at,
      ...(opener.drill ? { drill: true } : {}),
      event: process.start.words,
      words,
      article: '',
      number,
    },
  ]
}

/** By which numbers and ids a case leads to others. */
export const referencesOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  facts: readonly Pick<StoredFact, 'type' | 'data'>[] = [],
): { ids: string[]; numbers: string[] } => ({
  ids: [
    ...(record.opener ? [record.opener.id] : []),
    ...(record.links ?? []).map(({ id, to }) => to ?? id),
  ],
  numbers: [
    ...new Set([
      ...Object.keys(process.events).flatMap((type) =>
        numberIn(process, { type, data: record.data[type] ?? {} }),
      ),
      ...facts.flatMap((fact) => numberIn(process, fact)),
    ]),
  ],
})

/** Which events speak of other cases by their numbers. */
export const typesThatRefer = ({ events }: ProcessDefinition): string[] =>
  Object.keys(events).filter((type) => events[type]?.refersTo !== undefined)

/** The number of another case that an event speaks of. */
const numberIn = (
  process: ProcessDefinition,
  { type, data }: Pick<StoredFact, 'type' | 'data'>,
): string[] => {
  const refersTo = definitionOf(process, type)?.refersTo
  const number = refersTo === undefined ? undefined : data[refersTo]
  return typeof number === 'string' ? [number] : []
}
