// Do the entry points of production run against servers that somebody else started?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type Child, createChildren } from '../../bin/infra/children.ts'
import { freePort } from '../../bin/infra/ports.ts'
import { seedRegisters } from '../../bin/seed/registers.ts'
import { connect } from '../../db/client.ts'
import { quickHash } from '../support/people/passwords.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { program } from '../support/servers/programs.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'anjian-production-'))
const running = new Map<string, Child>()
let address: string
let production: Record<string, string | undefined>
let database: Awaited<ReturnType<typeof createDatabase>>

beforeAll(async () => {
  database = await createDatabase()
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  production = {
    PATH: process.env.PATH,
    // As in a checkout into which nobody may write: the worker keeps no bundle.
    ANJIAN_BUILT: '/dev/null/nowhere',
    ANJIAN_MODE: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ANJIAN_DATA: folder,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: inject('infra').temporalAddress,
    SMTP_URL: inject('infra').smtpUrl,
    MAIL_FROM: 'no-reply@anjian.example',
    PUBLIC_URL: 'https://anjian.example',
    ANJIAN_SECRET: 'a secret of at least 32 characters',
  }
  for (const name of ['worker', 'auditor', 'devices', 'api']) {
    const log = join(folder, `${name}.log`)
    running.set(
      name,
      await createChildren(folder).start(
        name,
        process.execPath,
        [join(root, 'bin', `${name}.ts`)],
        { env: production, log },
      ),
    )
  }
})
afterAll(async () => {
  await Promise.all([...running.values()].map((child) => child.stop('SIGKILL')))
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('the API becomes ready, and offers no demo accounts', async () => {
  const api = running.get('api')?.process
  for (
    const give = Date.now() + 50_000;
    Date.now() < give && api?.exitCode === null && (await statusOf('/readyz')) !== 200;
  )
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await statusOf('/readyz'), logs()).toBe(200)
  expect(await statusOf('/api/demo/accounts')).toBe(404)
  expect(await statusOf('/mailbox')).toBe(404)
})

it('the API keeps an idle connection longer than a proxy before it does', async () => {
  const { headers } = await fetch(`${address}/healthz`)
  const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? []
  expect(Number(seconds)).toBeGreaterThan(60)
})

it('all of them stay up, and end by themselves when they are asked to', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2000))
  for (const [name, child] of running)
    expect(child.process.exitCode, `${name}: ${logs()}`).toBeNull()
  const ends = await Promise.all(
    [...running.values()].map(async (child) => {
      await child.stop('SIGTERM', 30_000)
      return child.gone
    }),
  )
  expect(ends, logs()).toEqual([0, 0, 0, 0])
})

it('promise (secrecy): production does not start on a database in which the accounts of the demo can sign in', async () => {
  const demo = await createDatabase()
  const { db, close } = connect(demo.url, 2)
  await seedRegisters(db, quickHash)
  await close()
  const log = join(folder, 'refused.log')
  const env = { ...production, DATABASE_URL: demo.url, PORT: String(await freePort()) }
  const api = await createChildren(folder).start(
    'refused',
    process.execPath,
    [await program('api')],
    { env, log },
  )
  expect(await api.gone).toBe(1)
  expect(readFileSync(log, 'utf8')).toMatch(
    /database of the demo \(the account ".+" with the demo's password\)/,
  )
  await demo.drop()
})

async function statusOf(path: string): Promise<number> {
  return fetch(address + path, { redirect: 'manual' }).then(
    ({ status }) => status,
    () => 0,
  )
}

function logs(): string {
  return [...running.keys()]
    .map((name) => readFileSync(join(folder, `${name}.log`), 'utf8').slice(-2000))
    .join('\n')
}
