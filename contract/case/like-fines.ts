// What does the route of the fines of like cases take and answer, for whoever plans a fine?
import * as v from 'valibot'
import { shortText } from '../parts/date-inputs.ts'
import { bilingual, decimal, integer, list, maybe, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const likeStep = v.strictObject({
  step: string,
  words: bilingual,
  n: integer,
  /** In yuan; null: too few to tell without giving away whose they are. */
  fines: maybe(v.strictObject({ lowest: decimal, median: decimal, highest: decimal })),
})
export type LikeStepView = v.InferOutput<typeof likeStep>

const likeFine = v.strictObject({
  id: string,
  number: string,
  title: string,
  words: bilingual,
  day: string,
  fine: decimal,
})
export type LikeFineView = v.InferOutput<typeof likeFine>

const likeFinesShape = v.strictObject({
  since: string,
  /** From how many cases on their fines are told. */
  few: integer,
  /** What the case has planned, in yuan; null: nothing yet. */
  planned: maybe(decimal),
  /** 首违不罚: how often its enterprise was fined for the same violation, and on which day last; null: it is in no register. */
  before: maybe(v.strictObject({ n: integer, last: maybe(string) })),
  /** From the lightest to the gravest. */
  steps: list(likeStep),
  /** In the reader’s scope, latest first. */
  cases: list(likeFine),
})
export type LikeFinesView = v.InferOutput<typeof likeFinesShape>

/** `of`: whose fine is planned, which is compared with those of its kind. */
export const likeFinesQuery = v.object({
  cause: shortText,
  of: v.optional(v.picklist(['enterprise', 'person']), 'enterprise'),
})

export const likeFinesContract = {
  'GET /api/cases/{id}/like-fines': {
    query: likeFinesQuery,
    status: 200,
    description:
      'What decisions of the two years before have fined the same violation, by step of its standard; nothing of another process',
    answer: likeFinesShape,
  },
} as const satisfies ContractRoutes
