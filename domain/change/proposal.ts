// Who may propose a change of the calendars or the rule book, and who may decide about it?

import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { Actor, Person } from '../organisation/actor.ts'
import { keepsCalendars } from '../organisation/policy.ts'
import { type Decision, judgeFourEyes } from './four-eyes.ts'

export type ProposalStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn'

/** As far as a decision asks: `base` are the calendars and rules that the preview started from. */
type Standing = { status: ProposalStatus; proposedBy: string; base: string; previewed: boolean }
/** `carriedOut`: every approved change has reached all running cases. */
type Present = { version: string; carriedOut: boolean }

/** Calendars and rules are kept by administrators of the city or the province: a county's own would change its neighbours' dates. */
export const administratorOf = (actor: Actor): Person => {
  if (actor.kind === 'person' && keepsCalendars(actor)) return actor
  throw new DomainError('not-allowed', [
    text(
      '日历、规则和承诺时限由市级以上系统管理员维护',
      'Administrators of the city or the province keep calendars, rules and promises',
    ),
  ])
}

/** Refuses what may not be decided: by whom, when, and on which preview. */
export const judgeDecision = (
  decision: Decision,
  by: Person,
  one: Standing,
  now: Present,
): void => {
  judgeFourEyes(decision, by, { decided: one.status !== 'proposed', proposedBy: one.proposedBy })
  if (decision !== 'approve') return
  refuseIf(!one.previewed, notPreviewed)
  refuseIf(one.base !== now.version, outdated)
  refuseMoving(now)
}

/** A dry run beside a change that is still being carried out would count its moves as its own. */
export const refuseMoving = ({ carriedOut }: Pick<Present, 'carriedOut'>): void =>
  refuseIf(!carriedOut, stillMoving)

const notPreviewed = text(
  '试算尚未完成，请等待或重新试算',
  'The dry run is not finished: wait for it or run it again',
)
const outdated = text(
  '试算之后日历或规则已有变化，请重新试算',
  'Calendars or rules have changed since the dry run: run it again',
)
const stillMoving = text(
  '上一项变更仍在执行，完成后再试',
  'An earlier change is still being carried out: try again when it is done',
)

const refuseIf = (wrong: boolean, why: Text): void => {
  if (wrong) throw new DomainError('not-possible-now', [why])
}
