// Who may set an escalation policy, and who may decide about what another has proposed?

import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'
import type { Actor, Person } from '../organisation/actor.ts'
import { ownPosts } from '../organisation/own-posts.ts'
import { keepsCalendars } from '../organisation/policy.ts'
import { type Decision, judgeFourEyes } from './four-eyes.ts'

type Standing = { decided: boolean; proposedBy: string; base: string | null }

/** An escalation policy leads through every county up to the province, so a county's administrator reads it and does not set it. */
export const setsEscalationPolicies = (actor: Actor): boolean =>
  actor.kind === 'person' &&
  keepsCalendars({ ...actor, appointments: ownPosts(actor.appointments) })

export const escalationPolicyAdministrator = (actor: Actor): Person => {
  if (actor.kind === 'person' && setsEscalationPolicies(actor)) return actor
  throw new DomainError('not-allowed', [
    text(
      '逐级督办规则由市级以上系统管理员设置',
      'Administrators of the city or the province set the escalation policies of supervision',
    ),
  ])
}

/** Refuses what may not be decided; `inForce` is the setting that counts now. */
export const judgeEscalationPolicyAct = (
  type: Decision,
  by: Actor,
  one: Standing,
  inForce: string | null,
): void => {
  const administrator = escalationPolicyAdministrator(by)
  judgeFourEyes(type, administrator, one)
  if (type !== 'approve') return
  if (one.base !== inForce)
    throw new DomainError('not-possible-now', [
      text(
        '提议之后阶梯已有变化，请驳回后重新提议',
        'The escalation policy has changed since it was proposed: reject it and propose anew',
      ),
    ])
}
