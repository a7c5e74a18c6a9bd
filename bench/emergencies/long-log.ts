// How does an emergency come to have two hundred orders and two thousand entries of its log?
import { eq } from 'drizzle-orm'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { factHash, type StoredFact } from '../../domain/model/chain.ts'
import { instant, later } from '../../domain/time/instant.ts'
import { type Ledger, performOnce } from '../acts.ts'
import { signIn, type Visitor } from '../http.ts'
import { abreast } from '../loop.ts'
import type { Stage } from '../stage.ts'
import type { Team } from './people.ts'

/** Two thirds of the orders are carried out. */
const isDone = (n: number): boolean => n % 3 > 0
const BATCH = 400

/**
 * Orders are given, received, begun and done over HTTP, and so is the first entry of the log; the others are copies of its fact, each
 * chained to the one before.
 */
export const longLog = async (
  stage: Stage,
  team: Team,
  caseId: string,
  { orders, log }: { orders: number; log: number },
): Promise<void> => {
  const ledger: Ledger = { acked: [], retries: 0 }
  const [officer, unit] = await Promise.all(
    [team.officers[0], team.units[0]].map((one) => signIn(stage.base, one?.id ?? '')),
  )
  if (!officer || !unit) throw new Error('nobody to write a log')
  const to = team.units[0]?.to
  const finishBy = new Date(Date.now() + 3 * 3_600_000).toISOString()
  await abreast(orders, 2, async (n) => {
    const data = { to, task: `第${n + 1}组任务`, details: '按现场指挥部部署执行。', finishBy }
    await performOnce(caseId, { who: officer, type: 'give-order', data }, ledger)
  })
  await carryOut(stage, unit, caseId, ledger)
  const data = { happenedAt: new Date().toISOString(), text: '水枪阵地出水，东侧火势减弱' }
  await performOnce(caseId, { who: officer, type: 'note-event', data }, ledger)
  await lengthen(stage, caseId, log)
}

const carryOut = async (
  { db }: Stage,
  unit: Visitor,
  caseId: string,
  ledger: Ledger,
): Promise<void> => {
  const [row] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, caseId))
  const tasks = Object.values(row?.record.openTasks ?? {}).filter(({ item }) => item !== undefined)
  await abreast(tasks.length, 2, async (n) => {
    const [who, taskId] = [unit, tasks[n]?.id ?? '']
    await performOnce(caseId, { who, taskId, type: 'receive-order' }, ledger)
    if (!isDone(n)) return
    const data = { result: '任务完成' }
    await performOnce(caseId, { who, taskId, type: 'finish-order', data }, ledger)
  })
}

/** As many acts more, each a fact and a revision of its own. */
const lengthen = async ({ db }: Stage, caseId: string, count: number): Promise<void> => {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update')
    const facts = await readFacts(tx, caseId)
    const last = facts.at(-1)
    const entry = facts.findLast(({ type }) => type === 'note-event')
    if (!row || !last || !entry) throw new Error('there is no log to lengthen')
    const more: StoredFact[] = []
    for (let n = 1; n <= count; n += 1) {
      const at = later(last.recordedAt, n)
      const happenedAt = instant(Date.parse(at) - 60_000)
      const fact = {
        ...entry,
        seq: last.seq + n,
        revision: row.revision + n,
        recordedAt: at,
        occurredAt: happenedAt,
        data: { ...entry.data, happenedAt, text: `${n}号水枪阵地出水，东侧火势减弱，未见复燃` },
        commandId: null,
        previous: more.at(-1)?.hash ?? last.hash,
      }
      more.push({ ...fact, hash: factHash(fact) })
    }
    for (let from = 0; from < more.length; from += BATCH)
      await tx.insert(caseFacts).values(more.slice(from, from + BATCH))
    const revision = row.revision + count
    const headHash = more.at(-1)?.hash ?? row.record.headHash
    const record = { ...row.record, revision, headHash, facts: row.record.facts + count }
    await tx.update(cases).set({ revision, record }).where(eq(cases.id, caseId))
  })
}
