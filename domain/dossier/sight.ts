// Who may take the dossier of a case along?
import type { CaseRecord } from '../model/record.ts'
import type { Actor } from '../organisation/actor.ts'
import { isStaff } from '../organisation/policy.ts'
import type { Role } from '../organisation/roles.ts'

const above: readonly Role[] = ['section-chief', 'legal-reviewer', 'leader', 'supervisor']

/**
 * Of those in whose scope it lies: whoever holds a task of it or has moved it on, and those who answer for the work of others. It holds
 * everything, so a colleague who has nothing to do with the case reads it on the screen, where each look is his own.
 */
export const mayTakeDossier = (record: CaseRecord, actor: Actor): boolean =>
  isStaff(actor) &&
  actor.kind === 'person' &&
  (actor.appointments.some(({ role }) => above.includes(role)) || handles(record, actor.id))

const handles = ({ openTasks, trail = [] }: CaseRecord, person: string): boolean =>
  trail.some(
    ({ by, signatures }) =>
      by.id === person || signatures.some((signature) => signature.person === person),
  ) ||
  Object.values(openTasks).some(
    ({ item, assignee }) => item === undefined && assignee?.id === person,
  )
