// Whose is each alarm: the bureau that its case names, or that the table of competences names now where no case has begun?
import type { AlarmHit, WaitingAlarms } from '../../db/alarms/alarms-reads.ts'
import { readCompetences } from '../../db/change/competences.ts'
import type { Reader } from '../../db/scope.ts'
import { type OwnAlarms, ownAlarms } from '../../domain/competence/keepers.ts'
import { alarmMatter } from '../../domain/competence/matters.ts'
import { mayAcknowledge } from '../../domain/duty/policy.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { type CompetenceTable, competentOffice } from '../../domain/organisation/competence.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'

type Kept = Pick<AlarmHit, 'caseId' | 'kind' | 'region' | 'competent'>

export const withKeepers = async <Hit extends Kept>(
  tx: Reader,
  hits: Hit[],
  at: Instant,
): Promise<Hit[]> => {
  if (hits.every(({ caseId }) => caseId !== null)) return hits
  const table = await readCompetences(tx)
  return hits.map((hit) => (hit.caseId === null ? asOfTable(hit, table, at) : hit))
}

export const withKeeper = async (tx: Reader, hit: AlarmHit, at: Instant): Promise<AlarmHit> =>
  (await withKeepers(tx, [hit], at))[0] ?? hit

/** Rows and sums by one reading of the table. */
export const withAllKeepers = async (
  tx: Reader,
  hits: AlarmHit[],
  waiting: WaitingAlarms[],
  at: Instant,
): Promise<[AlarmHit[], WaitingAlarms[]]> => {
  const all = await withKeepers<AlarmHit | WaitingAlarms>(tx, [...hits, ...waiting], at)
  return [all.slice(0, hits.length) as AlarmHit[], all.slice(hits.length) as WaitingAlarms[]]
}

/** How many of those that wait are for this person, and how many for others. */
export const waitingFor = (actor: Actor, waiting: WaitingAlarms[]) => {
  const sum = (some: WaitingAlarms[]) => some.reduce((n, one) => n + one.n, 0)
  const unacknowledged = sum(waiting.filter((one) => mayAcknowledge(actor, one)))
  return { unacknowledged, unacknowledgedElsewhere: sum(waiting) - unacknowledged }
}

/** What the reader's own bureaus keep; null: he has the duty of none. */
export const ownAlarmsOf = async (
  tx: Reader,
  actor: Actor,
  at: Instant,
): Promise<OwnAlarms | null> => ownAlarms(actor, await readCompetences(tx), civilDate(at))

const asOfTable = <Hit extends Kept>(hit: Hit, table: CompetenceTable, at: Instant): Hit => {
  const { kind, region } = hit
  if (!isRegion(region)) return hit
  const asked = { matter: alarmMatter(kind), region, day: civilDate(at) }
  return { ...hit, competent: competentOffice(table, asked) }
}
