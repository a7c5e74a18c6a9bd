// Which draws are there, how does one stand, and how is what happens to it kept once?

import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Draw, DrawStep } from '../../domain/drawing/draw.ts'
import type { PoolObject } from '../../domain/drawing/pool.ts'
import type { ChosenEntry } from '../../domain/model/decision-context.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { drawSteps, draws } from '../schema/drawing/draws.ts'
import { enterprises } from '../schema/organisation/organisation.ts'
import { registerEntries } from '../schema/registers/registers.ts'
import type { Reader } from '../scope.ts'

export type DrawRow = typeof draws.$inferSelect
export type KeptDraw = Draw &
  Pick<DrawRow, 'bodyHash' | 'process' | 'region' | 'title' | 'by' | 'byName' | 'at'>

/** A pool is large, and a list does not show it. */
const head = {
  id: draws.id,
  region: draws.region,
  title: draws.title,
  byName: draws.byName,
  at: draws.at,
  count: sql<number>`(${draws.pool}->>'count')::int`,
  objects: sql<number>`jsonb_array_length(${draws.pool}->'objects')`,
  kinds: sql<
    string[]
  >`ARRAY(SELECT kind FROM draw_steps WHERE draw_steps.draw = draws.id AND kind NOT IN ('opening', 'visit'))`,
  opened: sql<number>`(SELECT count(*)::int FROM draw_steps WHERE draw_steps.draw = draws.id AND kind = 'visit')`,
}

/** The newest first, as far as the reader's scope goes. */
export const readDraws = (tx: Reader, limit: number) =>
  tx.select(head).from(draws).orderBy(desc(draws.at), desc(draws.id)).limit(limit)
export type DrawHead = Awaited<ReturnType<typeof readDraws>>[number]

/** Whether it lies in the reader's scope, without its pool. */
export const isDrawSeen = async (tx: Reader, id: string): Promise<boolean> =>
  (await tx.select({ id: draws.id }).from(draws).where(eq(draws.id, id))).length > 0

/** With everything that happened to it. */
export const readDraw = async (tx: Reader, id: string): Promise<KeptDraw | null> => {
  const [row] = await tx.select().from(draws).where(eq(draws.id, id))
  if (!row) return null
  const steps = await tx
    .select()
    .from(drawSteps)
    .where(eq(drawSteps.draw, id))
    .orderBy(asc(drawSteps.seq))
  return { ...row, steps: steps.map(stepOf) }
}

const stepOf = ({ seq, kind, data, by, byName, at }: typeof drawSteps.$inferSelect): DrawStep =>
  ({ seq, kind, data, person: by, name: byName, at }) as DrawStep

/** The enterprises of some regions, in the order of their ids; `industry`: only those. */
export const readPool = (
  tx: Reader,
  {
    regions,
    industry,
    most,
  }: { regions: readonly Region[]; industry: string | null; most: number },
): Promise<PoolObject[]> =>
  tx
    .select({ id: enterprises.id, code: enterprises.code, name: enterprises.name })
    .from(enterprises)
    .where(
      and(
        inArray(enterprises.region, [...regions]),
        industry === null ? undefined : eq(enterprises.industry, industry),
      ),
    )
    .orderBy(asc(enterprises.id))
    .limit(most)

export const readIndustries = async (tx: Reader): Promise<string[]> =>
  (
    await tx
      .selectDistinctOn([enterprises.industry], { industry: enterprises.industry })
      .from(enterprises)
      .orderBy(asc(enterprises.industry))
  ).map(({ industry }) => industry)

/** Those of a register that stand in one place, as a choice sees them. */
export const readOfficers = async (
  tx: Reader,
  register: string,
  region: Region,
): Promise<ChosenEntry[]> => {
  const rows = await tx
    .select()
    .from(registerEntries)
    .where(and(eq(registerEntries.register, register), eq(registerEntries.region, region)))
  return rows.map(({ id, number, version, owner, standing, fromDay, data }) => ({
    id,
    number,
    version,
    region,
    owner,
    standing,
    from: fromDay,
    data: data as Record<string, unknown>,
  }))
}

/** By id, where a draw has named them. */
export const readDrawnObjects = (tx: Reader, ids: readonly string[]) =>
  tx
    .select({ id: enterprises.id, name: enterprises.name, region: enterprises.region })
    .from(enterprises)
    .where(inArray(enterprises.id, [...ids]))

/** False: it is there already. */
export const freezeDraw = async (tx: Executor, row: DrawRow): Promise<boolean> =>
  (await tx.insert(draws).values(row).onConflictDoNothing().returning({ id: draws.id })).length > 0

/** One at a time adds to a draw. */
export const withDraw = <Result>(
  db: Database,
  id: string,
  work: (tx: Executor) => Promise<Result>,
): Promise<Result> => alone(db, `draw ${id}`, work)

type NewStep = Omit<typeof drawSteps.$inferInsert, 'seq'>

/** As it is kept; null: the same has happened already, and happens no second time. */
export const addStep = async (tx: Executor, step: NewStep): Promise<DrawStep | null> => {
  const [last] = await tx
    .select({ seq: drawSteps.seq })
    .from(drawSteps)
    .where(eq(drawSteps.draw, step.draw))
    .orderBy(desc(drawSteps.seq))
    .limit(1)
  const kept = { ...step, seq: (last?.seq ?? 0) + 1 }
  const rows = await tx
    .insert(drawSteps)
    .values(kept)
    .onConflictDoNothing()
    .returning({ seq: drawSteps.seq })
  return rows.length > 0 ? stepOf(kept) : null
}
