// Which posts stand empty that somebody needs, since when, and which have been filled?
import { and, asc, inArray, isNull, sql } from 'drizzle-orm'
import type { Vacancy, VacancyCause } from '../../domain/organisation/vacancies.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { vacancies } from '../schema/organisation/routing.ts'

type Runs = Pick<Executor, 'execute'>

const isHeld = (group: ReturnType<typeof sql>, at: Instant) => sql`EXISTS (
  SELECT 1 FROM appointments a JOIN persons p ON p.id = a.person AND p.active
  WHERE a.office || '/' || a.role = ${group} AND a.since <= ${at}::timestamptz AND (a.until IS NULL OR a.until > ${at}::timestamptz))`

const wasHeld = (group: ReturnType<typeof sql>, at: Instant) => sql`EXISTS (
  SELECT 1 FROM appointments a WHERE a.office || '/' || a.role = ${group} AND a.since <= ${at}::timestamptz AND a.since IS DISTINCT FROM a.until)`

/** Whoever is appointed or comes back fills a post; so does the end of everything that wanted one which nobody ever held. */
export const closeFilled = async (tx: Runs, at: Instant): Promise<void> => {
  const group = sql`v.grp`
  await tx.execute(sql`
    UPDATE vacancies v SET filled_at = ${at}::timestamptz WHERE v.filled_at IS NULL AND (
      ${isHeld(group, at)} OR NOT (${wasHeld(group, at)} OR EXISTS (SELECT 1 FROM tasks t WHERE t.open AND t.grp = v.grp)))`)
}

/** Opens an alarm for each of these groups that nobody holds now; one that is open already stays as it is. */
export const openVacancies = async (
  tx: Runs,
  groups: string[],
  { cause, at }: { cause: VacancyCause; at: Instant },
): Promise<void> => {
  if (groups.length === 0) return
  await tx.execute(sql`
    INSERT INTO vacancies (grp, region, since, cause)
    SELECT g.grp, coalesce(e.region, left(g.grp, 6)), ${at}::timestamptz, ${cause}
    FROM unnest(${sql.param(groups)}::text[]) AS g(grp) LEFT JOIN enterprises e ON g.grp LIKE 'enterprise:%' AND e.id = substr(split_part(g.grp, '/', 1), 12)
    WHERE NOT ${isHeld(sql`g.grp`, at)} ON CONFLICT DO NOTHING`)
}

/** `stuck`: an open task lies with it and with nobody else who is there; otherwise somebody held it once. */
export type EmptyPost = { group: string; stuck: boolean }

/** Every post that nobody holds: those with a stuck task, and those of the authorities that somebody held. */
export const readEmptyPosts = async (tx: Runs, at: Instant): Promise<EmptyPost[]> => {
  const { rows } = await tx.execute<EmptyPost>(sql`
    WITH wanted AS (SELECT DISTINCT grp FROM tasks WHERE open),
      empty AS (SELECT w.grp FROM wanted w WHERE NOT ${isHeld(sql`w.grp`, at)}),
      stuck AS (SELECT DISTINCT t.grp FROM tasks t WHERE t.open AND t.grp IN (SELECT grp FROM empty)
        AND NOT EXISTS (SELECT 1 FROM tasks o WHERE o.id = t.id AND o.open AND o.grp NOT IN (SELECT grp FROM empty))),
      once AS (SELECT DISTINCT a.office || '/' || a.role AS grp FROM appointments a
        WHERE a.office NOT LIKE 'enterprise:%' AND a.since <= ${at}::timestamptz AND a.since IS DISTINCT FROM a.until)
    SELECT grp AS "group", true AS stuck FROM stuck
    UNION ALL SELECT o.grp, false FROM once o WHERE NOT ${isHeld(sql`o.grp`, at)} AND o.grp NOT IN (SELECT grp FROM stuck)
    ORDER BY 1`)
  return rows
}

/** The alarms that are open in these regions, the oldest first. */
export const readVacancies = (
  tx: Pick<Executor, 'select'>,
  regions: string[],
): Promise<Vacancy[]> =>
  tx
    .select({
      group: vacancies.grp,
      region: vacancies.region,
      since: vacancies.since,
      cause: vacancies.cause,
    })
    .from(vacancies)
    .where(and(isNull(vacancies.filledAt), inArray(vacancies.region, regions)))
    .orderBy(asc(vacancies.since), asc(vacancies.grp))
    .limit(500)
