// How is the table of competences asked of the server, and changes of it?
import type { BodyOf } from '../../../contract/contract.ts'
import type { DecisionPath } from '../../../domain/change/four-eyes.ts'
import { ask } from '../asking.ts'

export type CompetenceForm = BodyOf<'POST /api/competences/proposals'>

export const competenceApi = {
  table: () => ask('GET /api/competences'),
  propose: (body: CompetenceForm, key: string) =>
    ask('POST /api/competences/proposals', { body, key }),
  decide: (id: string, what: DecisionPath, reason: string) =>
    ask(`POST /api/competences/proposals/{id}/${what}`, { path: { id }, body: { reason } }),
}
