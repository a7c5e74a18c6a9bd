// Does the demo come about by running the product, also when the seed is killed half-way, and can its cases be restored?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { count, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { demoAccounts } from '../../bin/seed/accounts.ts'
import { stories } from '../../bin/seed/stories.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { cases, notices, tasks } from '../../db/schema/cases.ts'
import { appointments } from '../../db/schema/organisation.ts'
import { laboratoryClock } from '../../db/schema/time.ts'
import { processes } from '../../domain/processes.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { type OwnInfra, startOwnInfra } from '../support/infra.ts'
import { program } from '../support/programs.ts'

let infra: OwnInfra
let connection: DatabaseConnection

beforeAll(async () => {
  infra = await startOwnInfra({ inMemory: true })
  await migrate(infra.postgres.url)
  connection = connect(infra.postgres.url, 2)
})
afterAll(async () => {
  await connection?.close()
  await infra?.stop()
})

/** Runs a program of `bin/`; `until` kills it as soon as that has been printed. */
async function run(name: string, until?: string): Promise<{ code: number | null; out: string }> {
  const { postgres, temporal, smtp, folder } = infra
  const services = { DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: temporal.address, SMTP_URL: smtp.url, ANJIAN_DATA: join(folder, 'data') }
  const child = spawn(process.execPath, [await program(name)], { env: { ...process.env, NODE_ENV: 'test', ...services } })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      out += chunk
      if (until !== undefined && out.includes(until)) child.kill('SIGKILL')
    })
  }
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, out }
}

const groupsOf = async (username: string): Promise<string[]> => {
  const held = await connection.db
    .select()
    .from(appointments)
    .where(eq(appointments.person, `p-${username}`))
  return held.map(({ office, role }) => `${office}/${role}`)
}

test('a seed that is killed half-way goes on where it stopped', { timeout: 240_000 }, async () => {
  const first = await run('seed', 'issue-order (crane-rope)')
  expect(first.code).toBeNull()
  const second = await run('seed')
  expect(second.out).not.toContain('stops here')
  expect(second.code).toBe(0)
  const [{ n } = { n: 0 }] = await connection.db.select({ n: count() }).from(cases)
  expect(n).toBe(stories.length)
  expect(await connection.db.select().from(laboratoryClock)).toEqual([{ id: 1, offsetMs: 0 }])
})

test('a second start finds the demo and changes nothing', async () => {
  const before = await connection.db.select({ id: cases.id, revision: cases.revision }).from(cases).orderBy(cases.id)
  expect(await run('seed')).toMatchObject({ code: 0, out: 'seed: the demo is there\n' })
  expect(await connection.db.select({ id: cases.id, revision: cases.revision }).from(cases).orderBy(cases.id)).toEqual(before)
})

test('every account on show has work', async () => {
  const open = new Set((await connection.db.select({ group: tasks.grp }).from(tasks).where(eq(tasks.open, true))).map(({ group }) => group))
  const idle = []
  for (const { username } of demoAccounts()) {
    const groups = await groupsOf(username)
    // Who only administers works on calendars and posts, and who is on duty waits for alarms.
    const works = groups.filter((group) => !/\/(administrator|duty-officer)$/.test(group))
    if (works.length > 0 && !works.some((group) => open.has(group))) idle.push(username)
  }
  expect(idle).toEqual([])
})

test('the cases stand where their stories end, and each rung was told once', async () => {
  const rows = await connection.db.select({ title: cases.title, state: cases.state, status: cases.status, level: cases.level }).from(cases)
  expect(
    rows
      .filter(({ status }) => status === 'closed')
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['室内消火栓无水', '空压机噪声大', '配电箱线路裸露', '喷漆房未设可燃气体报警联动'].sort())
  const told = await connection.db.selectDistinct({ about: notices.about }).from(notices)
  for (const about of ['supervise-red', 'supervise-city', 'supervise-province']) expect(told.map((one) => one.about)).toContain(about)
  const twice = await connection.db
    .select({ caseId: notices.caseId })
    .from(notices)
    .where(sql`${notices.rung} IS NOT NULL`)
    .groupBy(notices.caseId, notices.obligation, notices.rung, notices.person)
    .having(sql`count(*) > 1`)
  expect(twice).toEqual([])
})

test('the auditor finds nothing wrong with it', async () => {
  const round = createRounds({ db: connection.db, processes, now: Date.now, noticeWindowMs: 0 })
  expect((await round()).findings).toEqual([])
})

test('an operator restores the workflow of a case that was lost', { timeout: 90_000 }, async () => {
  const temporal = await Connection.connect({ address: infra.temporal.address })
  const [open] = await connection.db.select({ id: cases.id }).from(cases).where(eq(cases.status, 'open'))
  const client = new Client({ connection: temporal })
  const lost = client.workflow.getHandle(workflowIdFor(open?.id ?? '', 1))
  await lost.terminate('lost in a test')
  const worker = spawn(process.execPath, [await program('worker')], {
    env: {
      ...process.env,
      DATABASE_URL: infra.postgres.url,
      TEMPORAL_ADDRESS: infra.temporal.address,
      SMTP_URL: infra.smtp.url,
      ANJIAN_DATA: join(infra.folder, 'data'),
    },
  })
  const { code, out } = await run('restore')
  worker.kill('SIGTERM')
  expect(out).toContain('started 1, failed 0')
  expect(code).toBe(0)
  expect((await lost.describe()).status.name).toBe('RUNNING')
  await temporal.close()
})
