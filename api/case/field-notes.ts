// What has been written down at the place, on whichever phone, and what of it should not be taken on trust?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import {
  type FieldNoteJoin,
  type FieldNotesView,
  type FieldNoteView,
  fieldNotesQuery,
} from '../../contract/case/field-notes.ts'
import { readFactsOfTypes } from '../../db/cases/cases-reads.ts'
import { readUploadsOf, type Upload } from '../../db/files/uploads.ts'
import { readEnterprisePlace } from '../../db/registers/nearest-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { marksOf } from '../../domain/field-notes/marks.ts'
import type { NotedPlace } from '../../domain/field-notes/note.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { StoredFact } from '../../domain/model/chain.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Coordinates } from '../../domain/organisation/coordinates.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { awaitRevision, caseIn, processOf } from '../reading/case-reading.ts'
import { fileView } from '../reading/fact-parts.ts'

export const createFieldNoteRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/field-notes',
    describeRoute({ tags: ['cases'], summary: 'What was written down at the place' }),
    checked('query', fieldNotesQuery),
    async (c) => {
      const { actor, scope } = c.var
      const id = c.req.param('id')
      if (audienceOf(actor) !== 'internal') throw new DomainError('not-allowed')
      await awaitRevision(deps, scope, c.req.valid('query').minRevision, id)
      const reader = actor.kind === 'person' ? actor.id : null
      return c.json(
        await withScope(deps.connection.pool, scope, async (tx) => notesIn(deps, tx, id, reader)),
      )
    },
  )

const typesOf = ({ events }: ProcessDefinition, kind: 'note' | 'join'): string[] =>
  Object.keys(events).filter((type) => events[type]?.fieldNote === kind)

const notesIn = async (
  deps: Pick<Deps, 'processFor'>,
  tx: Reader,
  id: string,
  reader: string | null,
): Promise<FieldNotesView> => {
  const { record } = await caseIn(tx, id)
  const process = processOf(deps, record)
  const [noted, joined] = [typesOf(process, 'note'), typesOf(process, 'join')]
  const facts = await readFactsOfTypes(tx, id, [...noted, ...joined])
  if (facts.length === 0) return { notes: [], joins: [] }
  const around = {
    process,
    record,
    reader,
    uploads: await readUploadsOf(tx, id),
    site: await siteOf(tx, process, record),
  }
  return {
    notes: facts.filter(({ type }) => noted.includes(type)).map((fact) => noteView(around, fact)),
    joins: facts.filter(({ type }) => joined.includes(type)).map(joinView),
  }
}

/** Where the case says that it lies, else where its enterprise is. */
const siteOf = async (
  tx: Reader,
  process: ProcessDefinition,
  record: CaseRecord,
): Promise<Coordinates | null> =>
  process.coordinates?.(record) ??
  (record.owner === null ? null : await readEnterprisePlace(tx, record.owner))

type Around = {
  process: ProcessDefinition
  record: CaseRecord
  reader: string | null
  uploads: Upload[]
  site: Coordinates | null
}

const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const saidAll = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const noteView = (
  { process, record, reader, uploads, site }: Around,
  { type, seq, data, actor, occurredAt: at, recordedAt }: StoredFact,
): FieldNoteView => {
  const named = saidAll(data.photos)
  const photos = uploads.filter(({ id }) => named.includes(id)).map(fileView)
  const taken = photos.map((one) => one.taken)
  const phoneAt = said(data.phoneAt)
  const offset = typeof data.offset === 'number' ? data.offset : null
  const place = (data.place as NotedPlace | undefined) ?? null
  const { openedAt } = record
  return {
    id: said(data.entry) ?? String(seq),
    type,
    person: actor.id ?? '',
    by: actor.name ?? '',
    mine: reader !== null && actor.id === reader,
    at,
    recordedAt,
    phoneAt,
    offset,
    of: said(data.of),
    note: said(data.note),
    answers: answersIn(process, type, data),
    photos,
    place,
    marks: marksOf({ phoneAt, offset, recordedAt, openedAt, place, photos: taken, site }),
  }
}

/** Nothing confidential, and nothing that has a place of its own. */
const answersIn = (
  process: ProcessDefinition,
  type: string,
  data: Record<string, unknown>,
): Record<string, string> =>
  Object.fromEntries(
    (definitionOf(process, type)?.fields ?? []).flatMap(({ name, confidential }) => {
      const value = said(data[name])
      return value === null || confidential || name === 'note' ? [] : [[name, value]]
    }),
  )

const joinView = ({ data, actor, occurredAt: at }: StoredFact): FieldNoteJoin => ({
  into: said(data.into) ?? '',
  entries: saidAll(data.entries),
  by: actor.name ?? '',
  at,
})
