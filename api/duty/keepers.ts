// Whose is each alarm: the bureau that its case names, or that the table of competences names now where no case has begun?
import type { AlarmHit } from '../../db/alarms/alarms-reads.ts'
import { readCompetences } from '../../db/change/competences.ts'
import type { Reader } from '../../db/scope.ts'
import { type OwnAlarms, ownAlarms } from '../../domain/competence/keepers.ts'
import { alarmMatter } from '../../domain/competence/matters.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { type CompetenceTable, competentOffice } from '../../domain/organisation/competence.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'

export const withKeepers = async (
  tx: Reader,
  hits: AlarmHit[],
  at: Instant,
): Promise<AlarmHit[]> => {
  if (hits.every(({ caseId }) => caseId !== null)) return hits
  const table = await readCompetences(tx)
  return hits.map((hit) => (hit.caseId === null ? asOfTable(hit, table, at) : hit))
}

export const withKeeper = async (tx: Reader, hit: AlarmHit, at: Instant): Promise<AlarmHit> =>
  (await withKeepers(tx, [hit], at))[0] ?? hit

/** What the reader's own bureaus keep; null: he has the duty of none. */
export const ownAlarmsOf = async (
  tx: Reader,
  actor: Actor,
  at: Instant,
): Promise<OwnAlarms | null> => ownAlarms(actor, await readCompetences(tx), civilDate(at))

const asOfTable = (hit: AlarmHit, table: CompetenceTable, at: Instant): AlarmHit => {
  const { kind, region } = hit
  if (!isRegion(region)) return hit
  const asked = { matter: alarmMatter(kind), region, day: civilDate(at) }
  return { ...hit, competent: competentOffice(table, asked) }
}
