// What does the route of the entries that an act may go by take and answer?
import * as v from 'valibot'
import { shortText } from '../parts/date-inputs.ts'
import { bilingual, list, maybe, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const entryToChoose = v.strictObject({
  number: string,
  name: string,
  /** The enterprise whose it is; null: the authorities' own. */
  owner: maybe(string),
  /** What the form says of it where it is chosen. */
  shows: list(bilingual),
})
export type EntryToChoose = v.InferOutput<typeof entryToChoose>

export const entriesToChooseQuery = v.object({ type: shortText })

export const entryChoiceContract = {
  'GET /api/cases/{id}/entries': {
    query: entriesToChooseQuery,
    status: 200,
    description:
      'The entries in the reader’s scope that the act may name; none where it names none',
    answer: v.strictObject({ items: list(entryToChoose) }),
  },
} as const satisfies ContractRoutes
