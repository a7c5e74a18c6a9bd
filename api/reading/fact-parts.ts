// Which files, items and other cases stand behind the words of a case?
import type { LinkView } from '../../contract/parts/facts.ts'
import type { Related } from '../../db/cases/related-reads.ts'
import type { Upload } from '../../db/files/uploads.ts'
import type { PhotoView } from '../../domain/evidence/photo.ts'
import { text } from '../../domain/language/words.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { FactField, FileView } from '../../domain/views/fact-views.ts'
import { partsOf } from '../../domain/views/value-words.ts'

type Known = { uploads: Upload[]; related: Related[] }

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
  definition: EventDefinition | undefined,
  data: Record<string, unknown>,
  { uploads, related }: Known,
): FactField[] =>
  fields.map((fields) => {
    const field = definition?.fields.find(({ name }) => name === fields.name)
    if (!field || field.confidential) return fields
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

/** Cases of other processes that something here gave cause for, oldest first; those waiting for their process too. */
export const linksFor = ({
  process,
  record,
  related,
}: Pick<Known, 'related'> & { process: ProcessDefinition; record: CaseRecord }): LinkView[] =>
  (record.links ?? []).map(
    ({ id: own, process: target, event, at, status, licence, to, drill, nth = 0 }) => {
      const definition = definitionOf(process, event)
      const number = related.find((one) => one.id === (to ?? own))?.number ?? null
      const [cause, id] =
        licence === undefined ? [definition?.links, own] : [definition?.sends?.[nth], to ?? own]
      return {
        // It begins without a word to this case: that it is there says it.
        id,
        process: target,
        status:
          status === 'waiting' && licence === undefined && number !== null ? 'started' : status,
        at,
        ...(licence === undefined ? {} : { licence }),
        ...(drill ? { drill } : {}),
        event: definition?.words ?? text(event, event),
        words: cause?.words ?? text(target, target),
        article: cause?.article ?? '',
        number,
      }
    },
  )

/** By which numbers and ids a case leads to others. */
export const referencesOf = (
  process: ProcessDefinition,
  record: CaseRecord,
): { ids: string[]; numbers: string[] } => ({
  ids: (record.links ?? []).map(({ id, to }) => to ?? id),
  numbers: Object.entries(process.events).flatMap(([type, { refersTo }]) => {
    const number = refersTo === undefined ? undefined : record.data[type]?.[refersTo]
    return typeof number === 'string' ? [number] : []
  }),
})
