// What do the routes of a dossier take and answer?
import * as v from 'valibot'
import { bilingual, decimal, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const paper = v.strictObject({
  kind: v.picklist(['document', 'file']),
  title: string,
  /** Who may not open it is told so in place of its name. */
  closed: v.optional(bilingual),
  number: maybe(string),
  at: moment,
})

const run = v.strictObject({
  state: v.picklist(['waiting', 'making', 'made', 'failed']),
  done: integer,
  total: integer,
  askedAt: moment,
  madeAt: maybe(moment),
  /** Something was written down since. */
  outdated: flag,
  pdf: maybe(v.strictObject({ url: string, size: decimal, sha256: string })),
  zip: maybe(v.strictObject({ url: string, size: decimal, sha256: string })),
})

const dossierShape = v.strictObject({
  parts: list(v.strictObject({ words: bilingual, papers: list(paper) })),
  /** What the course of the case requires and is not there. */
  missing: list(bilingual),
  /** Acts before which it is looked at. */
  before: list(string),
  /** The latest that was asked for; null: none was. */
  run: maybe(run),
})
export type DossierView = v.InferOutput<typeof dossierShape>
export type DossierRun = v.InferOutput<typeof run>

export const dossierContract = {
  'GET /api/cases/{id}/dossier': {
    status: 200,
    description:
      'Its contents in the order of the archive, what is missing, and how far it is made',
    answer: dossierShape,
  },
  'POST /api/cases/{id}/dossier': {
    status: 202,
    description: 'It is made in the background; the same one where it is under way or still true',
    answer: dossierShape,
  },
  'GET /api/cases/{id}/dossier/pdf': {
    status: 200,
    description: 'Cover, contents and all papers with continuous pages; by pieces with `range`',
    type: 'application/pdf',
  },
  'GET /api/cases/{id}/dossier/zip': {
    status: 200,
    description: 'All files with their hashes; by pieces with `range`',
    type: 'application/zip',
  },
} as const satisfies ContractRoutes
