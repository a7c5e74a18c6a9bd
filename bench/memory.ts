// What does one open case cost in memory and on disk?
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openCases } from './acts.ts'
import type { Visitor } from './http.ts'
import type { Stage } from './stage.ts'
import { memoryOf } from './usage.ts'

/** Bytes per open case, and how fast cases were opened. */
export type Memory = {
  cases: number
  worker: number
  temporal: number
  postgresDisk: number
  temporalDisk: number
  openedPerSecond: number
}

const FIRST = 20

/** Opens the cases of the whole measurement; the first few only wake the processes up. */
export const openAndWeigh = async (
  stage: Stage,
  by: Visitor,
  count: number,
): Promise<{ ids: string[]; memory: Memory }> => {
  const first = await openCases(by, FIRST)
  const before = await weigh(stage)
  const began = performance.now()
  const rest = await openCases(by, count - FIRST)
  const seconds = (performance.now() - began) / 1000
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const after = await weigh(stage)
  const each = (what: keyof typeof before) => (after[what] - before[what]) / rest.length
  const memory = {
    cases: rest.length,
    worker: each('worker'),
    temporal: each('temporal'),
    postgresDisk: each('postgresDisk'),
    temporalDisk: each('temporalDisk'),
    openedPerSecond: rest.length / seconds,
  }
  return { ids: [...first, ...rest], memory }
}

const weigh = async ({ db, pids, folder }: Stage) => {
  const { rows } = await db.execute<{ bytes: string }>(
    sql`SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  )
  const file = join(folder, 'temporal', 'temporal.db')
  return {
    worker: memoryOf(pids.worker),
    temporal: memoryOf(pids.temporal),
    postgresDisk: Number(rows[0]?.bytes ?? 0),
    temporalDisk: statSync(file).size,
  }
}
