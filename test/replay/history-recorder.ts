// How is a recorded history kept: without a word of anybody, in the folder of its chart?
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { effects } from '../../db/schema/cases/cases.ts'
import { wakes } from '../../db/schema/cases/wakes.ts'
import { persons } from '../../db/schema/organisation/organisation.ts'
import { processes } from '../../domain/processes.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { foundIn, marks } from './canaries.ts'

/** Identities, sticky queues and stack traces say nothing about the code's decisions and something about where it was recorded. One event a line. */
const anonymous = (json: string): string => {
  const { events } = JSON.parse(json) as { events: object[] }
  const quiet = (key: string, value: unknown) => {
    if (key === 'stackTrace' || key === 'identity' || key === 'workerInstanceKey') return ''
    return typeof value === 'string' ? value.replace(/^\d+@[^:]+/, 'recorder') : value
  }
  return `{"events":[\n${events.map((event) => JSON.stringify(event, quiet)).join(',\n')}\n]}\n`
}

/** Keeps one history in its folder; one that holds a word of `nobody` is refused. */
export const keepHistory = async (
  { workflow }: Client,
  {
    kind,
    scenario,
    id,
    run,
  }: { kind: string; scenario: string; id: string; run?: string | undefined },
  nobody: readonly string[] = marks,
): Promise<void> => {
  const history = await workflow.getHandle(id, run).fetchHistory()
  const json = anonymous(historyToJSON(history))
  const leaks = foundIn(json, nobody)
  if (leaks.length > 0) throw new Error(`${scenario}: personal data in history: ${leaks}`)
  const folder = join(import.meta.dirname, 'histories', kind)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${scenario}.json`), json)
  console.log(`${scenario}: ${history.events?.length} events`)
}

/** Keeps histories of one process; one that names anybody of the database, or holds a canary, is refused. */
export const historyRecorder = async ({
  db,
  temporal,
  process,
}: {
  db: Database
  temporal: Client
  process: string
}) => {
  const people = await db
    .select({ name: persons.name, username: persons.username, mail: persons.mail })
    .from(persons)
  const nobody = [...marks, ...people.flatMap(({ name, username, mail }) => [name, username, mail])]
  const kind = `${process}@${processes[process]?.version}`
  return async (
    scenario: string,
    id: string,
    { generation = 1, run }: { generation?: number; run?: string } = {},
  ): Promise<void> => {
    await settled(db, id)
    // The server lets a run begin a moment after it was asked for.
    const begun = async () =>
      (await temporal.workflow.getHandle(workflowIdFor(id, generation), run).describe())
        .historyLength >= 7
    while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 100))
    await keepHistory(temporal, { kind, scenario, id: workflowIdFor(id, generation), run }, nobody)
  }
}

/** Its workflow has looked, and nothing waits to be sent. */
export const settled = async (db: Database, id: string): Promise<void> => {
  const waits = async () =>
    (await db.select().from(wakes).where(eq(wakes.caseId, id))).some(
      ({ unseenSince }) => unseenSince !== null,
    ) ||
    (await db.select().from(effects).where(eq(effects.caseId, id))).some(
      ({ status }) => status === 'pending',
    )
  while (await waits()) await new Promise((resolve) => setTimeout(resolve, 100))
}
