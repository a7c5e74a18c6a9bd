// How do thousands of cases come to stand where the product has brought one, each with rows, chain and workflow of its own?
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { factHash, genesis, type StoredFact } from '../../domain/model/chain.ts'
import { abreast } from '../loop.ts'
import type { Stage } from '../stage.ts'

/** Facts are chained anew; of a case's other rows only its id and number change. */
const PROJECTIONS = ['tasks', 'task_people', 'obligations', 'escalation_levels'] as const
/** Two dozen columns a fact, and PostgreSQL takes 65,535 parameters. */
const BATCH = 400

type Copy = { id: string; number: string; head: string; facts: StoredFact[] }

/** Writes `count` copies of that case and answers their ids; none has a workflow yet. */
export const copyCase = async ({ db }: Stage, caseId: string, count: number): Promise<string[]> => {
  const facts = await readFacts(db, caseId)
  const copies = Array.from({ length: count }, (_, at) =>
    copyOf(facts, { id: randomUUID(), number: `测隐患〔2026〕${at + 1}号` }),
  )
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, at) =>
    copies.slice(at * BATCH, (at + 1) * BATCH),
  )
  await abreast(batches.length, 2, (at) => write(db, caseId, batches[at] as Copy[]))
  return copies.map(({ id }) => id)
}

const copyOf = (facts: StoredFact[], { id, number }: { id: string; number: string }): Copy => {
  let head = genesis(id)
  const chained = facts.map((fact) => {
    const copied = {
      ...fact,
      caseId: id,
      data: renamed(fact.data, fact.caseId, id),
      previous: head,
    }
    head = factHash(copied)
    return { ...copied, hash: head }
  })
  return { id, number, head, facts: chained }
}

const renamed = <Value>(value: Value, before: string, after: string): Value =>
  JSON.parse(JSON.stringify(value).replaceAll(before, after)) as Value

const write = async (db: Stage['db'], caseId: string, copies: Copy[]): Promise<void> => {
  const lists = [
    copies.map(({ id }) => id),
    copies.map(({ number }) => number),
    copies.map(({ head }) => head),
  ]
  const made = sql`unnest(${sql.join(
    lists.map((list) => sql`${sql.param(list)}::text[]`),
    sql`, `,
  )}) AS made(id, number, head)`
  await db.insert(caseFacts).values(copies.flatMap(({ facts }) => facts))
  // A function called in FROM is evaluated once a row; spread with (f()).* it would be once a column.
  await db.execute(sql`
    INSERT INTO cases SELECT written.*
    FROM cases c, ${made},
      LATERAL (SELECT replace(to_jsonb(c)::text, c.id, made.id)::jsonb AS copied) renamed,
      LATERAL jsonb_populate_record(NULL::cases, copied || jsonb_build_object('number', made.number,
        'record', copied->'record' || jsonb_build_object('number', made.number, 'headHash', made.head))) AS written
    WHERE c.id = ${caseId}`)
  for (const table of PROJECTIONS) {
    const row = sql.raw(table)
    await db.execute(sql`
      INSERT INTO ${row} SELECT written.*
      FROM ${row} t, ${made},
        LATERAL jsonb_populate_record(NULL::${row}, replace(to_jsonb(t)::text, t.case_id, made.id)::jsonb) AS written
      WHERE t.case_id = ${caseId}`)
  }
}
