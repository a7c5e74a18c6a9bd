// Which cases have been begun for the visits of a yearly plan, and how do they stand?
import { sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Reader } from '../scope.ts'

type Asked = { process: string; region: Region; year: number }
export type BegunCase = { class: string; enterprise: string; nth: number; caseId: string } & Pick<
  CaseRecord,
  'snapshot'
>

/** Of all versions of the plan of that bureau and year: a later one does not begin anew. */
export const readBegun = async (
  tx: Reader,
  { process, region, year }: Asked,
): Promise<BegunCase[]> => {
  const { rows } = await tx.execute<BegunCase>(sql`
    SELECT r.class, r.enterprise, (s.data->>'nth')::int AS nth, c.id AS "caseId", c.record->'snapshot' AS snapshot
    FROM year_plans p
    JOIN year_plan_steps s ON s.plan = p.id AND s.kind = 'visit'
    JOIN year_plan_rows r ON r.plan = p.id AND r.enterprise = s.data->>'enterprise'
    JOIN cases c ON c.id = s.data->>'caseId'
    WHERE p.process = ${process} AND p.region = ${region} AND p.year = ${year}
    ORDER BY s.at, s.seq`)
  return rows
}

/** Those of the named enterprises, by whichever version. */
export const readBegunOf = async (
  tx: Pick<Reader, 'execute'>,
  { process, region, year }: Asked,
  ids: readonly string[],
): Promise<Omit<BegunCase, 'class'>[]> => {
  const { rows } = await tx.execute<Omit<BegunCase, 'class'>>(sql`
    SELECT s.data->>'enterprise' AS enterprise, (s.data->>'nth')::int AS nth, c.id AS "caseId", c.record->'snapshot' AS snapshot
    FROM year_plans p JOIN year_plan_steps s ON s.plan = p.id AND s.kind = 'visit'
    JOIN cases c ON c.id = s.data->>'caseId'
    WHERE p.process = ${process} AND p.region = ${region} AND p.year = ${year}
      AND s.data->>'enterprise' = ANY (ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))
    ORDER BY nth, s.at`)
  return rows
}

/** Visits that draws of the bureau have opened. */
export const readDrawn = async (
  tx: Reader,
  { process, region }: Pick<Asked, 'process' | 'region'>,
): Promise<Pick<CaseRecord, 'snapshot'>[]> => {
  const { rows } = await tx.execute<Pick<CaseRecord, 'snapshot'>>(sql`
    SELECT c.record->'snapshot' AS snapshot FROM draws d
    JOIN draw_steps s ON s.draw = d.id AND s.kind = 'visit'
    JOIN cases c ON c.id = s.data->>'caseId'
    WHERE d.process = ${process} AND d.region = ${region}`)
  return rows
}
