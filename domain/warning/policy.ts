// Who may warn others, of what lies where?

import { keepsDeskOver } from '../duty/policy.ts'
import type { Actor } from '../organisation/actor.ts'
import { regionsBelow } from '../organisation/regions.ts'

/** The desk that answers for the region, and the leaders over it. */
export const mayWarn = (actor: Actor, region: string): boolean =>
  keepsDeskOver(actor, region) ||
  (actor.kind === 'person' &&
    actor.enterprise === null &&
    actor.appointments.some(
      (held) => held.role === 'leader' && (regionsBelow(held.region) as string[]).includes(region),
    ))
