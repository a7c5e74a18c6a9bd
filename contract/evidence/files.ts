// What do the routes of files and uploads take and answer?
import * as v from 'valibot'
import { takenInput } from '../../domain/evidence/photo-input.ts'
import { recordingInput } from '../../domain/evidence/recording-input.ts'
import { downloadQuery } from '../parts/date-inputs.ts'
import { fileShape } from '../parts/facts.ts'
import { decimal, maybe, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const bytes = v.pipe(decimal, v.integer(), v.minValue(0))

/** `offset`: bytes safely stored, the place to go on from; `file` once it is whole, checked and kept. */
const upload = v.strictObject({
  id: string,
  name: string,
  size: bytes,
  offset: bytes,
  file: maybe(fileShape),
})
export type UploadView = v.InferOutput<typeof upload>

export const uploadBody = v.strictObject({
  name: v.pipe(string, v.minLength(1), v.maxLength(10_000)),
  size: v.pipe(decimal, v.integer(), v.minValue(1)),
  sha256: v.optional(v.pipe(string, v.regex(/^[0-9a-f]{64}$/))),
  taken: v.optional(takenInput, {}),
  /** A recording of enforcement, which may be larger, and comes in pieces of up to 8 MB. */
  recording: v.optional(recordingInput),
})

export const fileContract = {
  'POST /api/files': { status: 201, description: 'The file is kept', answer: fileShape },
  'GET /api/files/{id}': {
    query: downloadQuery,
    status: 200,
    description: 'The bytes',
    type: 'application/octet-stream',
  },
  'POST /api/uploads': {
    body: uploadBody,
    status: 201,
    description: 'Begun, or found again under its key; go on from `offset`',
    answer: upload,
  },
  'GET /api/uploads/{id}': {
    status: 200,
    description: 'How much has arrived, and the file once it is whole',
    answer: upload,
  },
  'PATCH /api/uploads/{id}': {
    status: 200,
    description: 'What has arrived by now is stored',
    answer: upload,
  },
  'DELETE /api/uploads/{id}': { status: 204, description: 'Given up' },
} as const satisfies ContractRoutes
