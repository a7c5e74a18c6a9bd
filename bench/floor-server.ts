// What is the least that an act can cost? One transaction of BEGIN, five statements and COMMIT behind the product's HTTP server, and nothing else.
import { createHash, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { connect } from '../db/client.ts'

const { pool } = connect(process.env.DATABASE_URL ?? '', 10)
await pool.query(`CREATE TABLE IF NOT EXISTS floor_cases (id text PRIMARY KEY, revision integer NOT NULL, head text NOT NULL, record jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS floor_commands (id text PRIMARY KEY, case_id text NOT NULL, body jsonb NOT NULL, answer jsonb);
  CREATE TABLE IF NOT EXISTS floor_facts (case_id text, seq integer, data jsonb NOT NULL, hash text NOT NULL, PRIMARY KEY (case_id, seq))`)

const insertCase = `INSERT INTO floor_cases VALUES ($1, 0, '', '{}') ON CONFLICT DO NOTHING`
const insertCommand =
  'INSERT INTO floor_commands (id, case_id, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
const lockCase = 'SELECT revision, head FROM floor_cases WHERE id = $1 FOR UPDATE'
const insertFact = 'INSERT INTO floor_facts VALUES ($1, $2, $3, $4)'
const updateCase = 'UPDATE floor_cases SET revision = $2, head = $3, record = $4 WHERE id = $1'
const answerCommand = 'UPDATE floor_commands SET answer = $2 WHERE id = $1'

/** BEGIN, lock, four writes, COMMIT: a durable command with a chained fact. */
const act = async (caseId: string, body: unknown): Promise<number> => {
  const client = await pool.connect()
  try {
    const id = randomUUID()
    await client.query('BEGIN')
    await client.query(insertCommand, [id, caseId, JSON.stringify(body)])
    const { rows } = await client.query<{ revision: number; head: string }>(lockCase, [caseId])
    const { revision = 0, head = '' } = rows[0] ?? {}
    if (rows.length === 0) await client.query(insertCase, [caseId])
    const next = createHash('sha256')
      .update(`${head}${JSON.stringify(body)}`)
      .digest('hex')
    await client.query(insertFact, [caseId, revision + 1, JSON.stringify(body), next])
    await client.query(updateCase, [caseId, revision + 1, next, JSON.stringify(body)])
    await client.query(answerCommand, [id, JSON.stringify({ revision })])
    await client.query('COMMIT')
    return revision + 1
  } finally {
    client.release()
  }
}

const app = new Hono().post('/:id', async (c) =>
  c.json({ revision: await act(c.req.param('id'), await c.req.json()) }),
)
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () =>
  console.log('floor ready'),
)
