// Records the replay corpus by playing hazards on the whole product. By hand, when the loop or a chart has changed on purpose:
// `node test/replay/record.ts`. Histories of charts and loops that open cases may still stand on are kept beside the new ones.
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { createClock } from '../../db/clock.ts'
import { escalationLevels } from '../../db/schema/cases/cases.ts'
import { renewUpdate, wakeCaseSignal } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { canary, players } from './canaries.ts'
import { settled } from './history-recorder.ts'
import { openRecorder } from './recorder.ts'

const process_ = 'hazard-rectification'
const recorder = await openRecorder(process_)
const { infra, product, save, temporal } = recorder
const [safety, principal, lin, wu, chief, city] = await recorder.people(...players)

const handleOf = (id: string, generation = 1) =>
  temporal.workflow.getHandle(workflowIdFor(id, generation))

const ordered = async (): Promise<string> => {
  await createClock(product.db, true).setNow('2026-03-02T01:00:00.000Z')
  const { title, site, description } = canary
  const { id } = await safety.start(process_, {
    title,
    site,
    description,
    category: 'hazchem',
    suspectedMajor: false,
    photos: [],
  })
  await lin.act(id, 'verify', { grade: 'general', findings: canary.findings })
  await wu.act(id, 'sign')
  await lin.act(id, 'issue-order', { dueDate: '2026-03-10', requirements: canary.requirements })
  return id
}

const closed = async (id: string): Promise<void> => {
  await principal.act(id, 'report-rectified', { description: canary.description })
  await wu.act(id, 're-check-failed', { reasons: canary.reasons, dueDate: '2026-06-30' })
  await principal.act(id, 'report-rectified', { description: canary.description })
  await wu.act(id, 're-check-passed', { findings: canary.findings })
  await chief.act(id, 'write-off', { publicSummary: canary.summary })
  await settled(product.db, id)
  await handleOf(id).result()
}

/** The row is held so long while the date passes that the quick way times out and the durable one takes over. */
const durable = async (): Promise<string> => {
  const id = await ordered()
  await settled(product.db, id)
  const client = new pg.Client({ connectionString: infra.postgres.url })
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [id])
  await createClock(product.db, true).setNow('2026-03-10T16:00:01.000Z')
  await handleOf(id).signal(wakeCaseSignal)
  await new Promise((resolve) => setTimeout(resolve, 8_000))
  await client.end()
  while (
    !(await product.db.select().from(escalationLevels).where(eq(escalationLevels.caseId, id))).some(
      ({ status }) => status === 'fired',
    )
  )
    await new Promise((resolve) => setTimeout(resolve, 100))
  await settled(product.db, id)
  return id
}

const renewed = async (): Promise<[string, string]> => {
  const id = await ordered()
  await settled(product.db, id)
  const { runId } = await handleOf(id).describe()
  await handleOf(id).executeUpdate(renewUpdate)
  while ((await handleOf(id).describe()).runId === runId)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await principal.act(id, 'report-rectified', { description: canary.description })
  return [id, runId]
}

await save('open', await ordered())
const late = await ordered()
await chief.advance('P12D')
await chief.act(late, 'acknowledge', { measures: canary.measures })
await chief.advance('P10D')
await city.act(late, 'acknowledge', { measures: canary.measures })
await chief.advance('P30D')
await closed(late)
await save('closed-with-escalation-policy', late)
await chief.act(late, 'reopen', { reason: canary.reasons })
await lin.act(late, 'verify', { grade: 'general', findings: canary.findings })
await save('second-generation', late, { generation: 2 })
await save('durable-way', await durable())
const [id, firstRun] = await renewed()
await save('continued-as-new', id, { run: firstRun })
await save('continued-run', id)
await recorder.close()
