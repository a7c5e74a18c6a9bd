// What do the routes take and answer by which one person proposes and another decides?
import * as v from 'valibot'
import { reasonedAtLength, remarked } from './date-inputs.ts'
import { bilingual, flag, list, maybe, moment, string } from './pieces.ts'

const by = { id: string, name: string, at: moment }

/** Who proposed, who decided, and what the reader may still do about it. */
export const byTwo = {
  order: string,
  reason: string,
  status: v.picklist(['proposed', 'approved', 'rejected', 'withdrawn']),
  proposedBy: v.strictObject(by),
  decidedBy: maybe(v.strictObject({ ...by, reason: string })),
  acts: list(
    v.strictObject({
      type: v.picklist(['approve', 'reject', 'withdraw']),
      allowed: flag,
      reasons: list(bilingual),
    }),
  ),
}
const proposalByTwo = v.strictObject(byTwo)
export type ProposalByTwo = v.InferOutput<typeof proposalByTwo>

/** The three decisions under `root`, each answering with the proposal. */
export const decisionContract = <Root extends string, Answer extends v.GenericSchema>(
  root: Root,
  answer: Answer,
) => {
  const route = <Body extends v.GenericSchema>(body: Body, description: string) => ({
    body,
    status: 200 as const,
    description,
    answer,
  })
  const approval = route(remarked, 'Approved')
  const rejection = route(reasonedAtLength, 'Rejected')
  const withdrawal = route(remarked, 'Withdrawn')
  return {
    [`POST ${root}/proposals/{id}/approval`]: approval,
    [`POST ${root}/proposals/{id}/rejection`]: rejection,
    [`POST ${root}/proposals/{id}/withdrawal`]: withdrawal,
  } as Record<`POST ${Root}/proposals/{id}/approval`, typeof approval> &
    Record<`POST ${Root}/proposals/{id}/rejection`, typeof rejection> &
    Record<`POST ${Root}/proposals/{id}/withdrawal`, typeof withdrawal>
}
