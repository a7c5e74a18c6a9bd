// What does the route of the notes take and answer that were written down at the place?
import * as v from 'valibot'
import { noteMarks } from '../../domain/field-notes/marks.ts'
import { minRevision } from '../parts/date-inputs.ts'
import { fileShape } from '../parts/facts.ts'
import { decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const fieldNote = v.strictObject({
  /** The name that the phone gave it; of one that came otherwise its number in the record. */
  id: string,
  type: string,
  /** Two officers may have one name. */
  person: string,
  by: string,
  /** Whether the reader wrote it. */
  mine: flag,
  /** By the city's clock, and by the phone's own where it came from one. */
  at: moment,
  recordedAt: moment,
  phoneAt: maybe(moment),
  /** What the phone added to its own clock, in ms. */
  offset: maybe(integer),
  /** The note that it adds to. */
  of: maybe(string),
  note: maybe(string),
  /** What the form of its process asks beside, by name. */
  answers: v.record(string, string),
  photos: list(fileShape),
  place: maybe(v.strictObject({ lat: decimal, lon: decimal, accuracy: decimal })),
  marks: list(v.picklist(noteMarks)),
})
export type FieldNoteView = v.InferOutput<typeof fieldNote>

/** A person has said that those in `entries` are the same as `into`. */
const fieldNoteJoin = v.strictObject({
  into: string,
  entries: list(string),
  by: string,
  at: moment,
})
export type FieldNoteJoin = v.InferOutput<typeof fieldNoteJoin>

const fieldNotes = v.strictObject({ notes: list(fieldNote), joins: list(fieldNoteJoin) })
export type FieldNotesView = v.InferOutput<typeof fieldNotes>

export const fieldNotesQuery = v.object({ minRevision })

export const fieldNoteContract = {
  'GET /api/cases/{id}/field-notes': {
    query: fieldNotesQuery,
    status: 200,
    description: 'The notes of all phones in the order of their arrival, for the authorities',
    answer: fieldNotes,
  },
} as const satisfies ContractRoutes
