// How does an alarm look to its reader?
import type { AlarmHit } from '../../db/alarms/alarms-reads.ts'
import { adviceFor } from '../../domain/duty/first-acts.ts'
import { mayTakeOut } from '../../domain/duty/permits.ts'
import { alarmEnded, mayAcknowledge, whoseAlarm, whyNotShelve } from '../../domain/duty/policy.ts'
import { dialable } from '../../domain/duty/telephones.ts'
import type { AlarmRow, NextCall } from '../../domain/duty/views.ts'
import { conditionWords } from '../../domain/duty/words.ts'
import { escalationLevelOf } from '../../domain/engine/clocks/escalation-policy.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Obligation } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { competentOfficeWords } from '../../domain/organisation/competence.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { type Instant, instant, later } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { regionName } from '../reading/names.ts'

export type Eyes = {
  actor: Actor
  deps: Pick<Deps, 'processFor'> /** From real time to the law’s, ms. */
  offset: number
}

const moment = (at: string | null): Instant | null => (at === null ? null : instant(at))

/** Names of those at the desk stay among the authorities; that it was done is told to the enterprise too. */
export const alarmRow = (hit: AlarmHit, eyes: Eyes): AlarmRow => {
  const {
    box: _,
    process: __,
    chart: ___,
    clock,
    escalationLevel,
    plannedAt,
    escalationPolicy,
    enterpriseName,
    shelvable,
    closedAt,
    competent,
    ...plain
  } = hit
  const isKeeper = mayAcknowledge(eyes.actor, hit)
  const mine = closedAt === null && isKeeper
  const named = (by: string | null) => (isStaff(eyes.actor) ? by : null)
  return {
    ...plain,
    condition: conditionWords(hit.condition),
    region: regionName(hit.region),
    regionCode: hit.region,
    enterprise:
      hit.enterprise === null
        ? null
        : { id: hit.enterprise, name: enterpriseName ?? hit.enterprise },
    ackedAt: moment(hit.ackedAt),
    shelvedUntil: moment(hit.shelvedUntil),
    raisedAt: instant(hit.raisedAt),
    rtnAt: moment(hit.rtnAt),
    ...adviceFor(hit),
    telephone: dialable(hit.telephone),
    ackedBy: named(hit.ackedBy),
    shelvedBy: named(hit.shelvedBy),
    permit: hit.permit && {
      ...hit.permit,
      by: named(hit.permit.by),
      until: instant(hit.permit.until),
    },
    next: nextCall(hit, eyes),
    isKeeper,
    keeper: competent && isRegion(hit.region) ? competentOfficeWords(competent, hit.region) : null,
    mayTakeOut: hit.device !== null && mayTakeOut(eyes.actor, hit.region),
    noAcknowledging: isKeeper ? whyNotAcknowledge(hit, named(hit.ackedBy)) : whoseAlarm(hit),
    mayDeclareOver: mine && hit.active && (hit.doubtful || hit.unwatched),
    noShelving: mine ? whyNotShelve(hit) : whoseAlarm(hit),
  }
}

/** What the plant has acknowledged goes on calling the desk. */
const whyNotAcknowledge = (hit: AlarmHit, by: string | null): Text | null => {
  if (hit.closedAt !== null) return alarmEnded
  if (!hit.acked || hit.plannedAt !== null) return null
  return by === null
    ? text('已接警', 'It is acknowledged')
    : text(`${by}已接警`, `${by} has acknowledged it`)
}

/** Escalation policies run by the law’s clock, alarms in real time: the countdown is told in the alarm’s. */
const nextCall = (hit: AlarmHit, { deps, offset }: Eyes): NextCall | null => {
  if (hit.process === null || hit.escalationLevel === null || hit.plannedAt === null) return null
  const process = deps.processFor(hit.process, hit.chart ?? 1)
  if (!process) return null
  const period = {
    clock: hit.clock,
    ...(hit.escalationPolicy ? { escalationPolicy: hit.escalationPolicy } : {}),
  } as Obligation
  return {
    words: escalationLevelOf(process, period, hit.escalationLevel).words,
    at: later(instant(hit.plannedAt), -offset),
  }
}
