// How does a permit look to its reader?
import type { PermitView } from '../../contract/devices/permits.ts'
import type { PermitHit } from '../../db/alarms/permits-reads.ts'
import { permitStateOf } from '../../domain/duty/permit-views.ts'
import { mayTakeOut, workWords } from '../../domain/duty/permits.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { regionName } from '../reading/names.ts'

export const permitView = (hit: PermitHit, actor: Actor, now: Instant): PermitView => {
  const { id, number, requestedBy, reason, enterprise, hidden, taken } = hit
  const named = (by: string) => (isStaff(actor) ? by : null)
  const until = instant(hit.until)
  const ended = hit.ended && {
    by: named(hit.ended.byName),
    reason: hit.ended.reason,
    at: hit.ended.at,
  }
  const state = permitStateOf({ until, ended: ended !== null, taken }, now)
  return {
    id,
    number,
    requestedBy,
    reason,
    by: named(hit.by),
    enterprise,
    hidden,
    until,
    ended,
    state,
    device: { id: hit.device, name: hit.deviceName },
    point: hit.point === null ? null : { key: hit.point, name: hit.pointName ?? hit.point },
    region: regionName(hit.region),
    work: workWords(hit.work),
    at: instant(hit.at),
    mayEnd: (state === 'asked' || state === 'in-force') && mayTakeOut(actor, hit.region),
  }
}
