// How do open cases come over to a newer chart of their process: which can, which cannot and why, and doing it?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { MigrationPage } from '../../contract/case/processes.ts'
import { migrationBody } from '../../contract/case/processes.ts'
import { countOnChart, readOnChart } from '../../db/cases/charts-reads.ts'
import { keepCommand } from '../../db/cases/commands.ts'
import { withScope } from '../../db/scope.ts'
import { migrated } from '../../domain/engine/migrate.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { asKeeper, isAdministrator, type Scope } from '../../domain/organisation/policy.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'

const pageSize = 200
const atOnce = 8

export const createMigrationRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().post(
    '/:id/migrations',
    describeRoute({
      tags: ['processes'],
      summary:
        'Take open cases over to the newest chart, a page at a time; a dry run only says which can; administrators only',
    }),
    checked('json', migrationBody),
    async (c) => {
      const { actor, scope, at } = c.var
      if (actor.kind !== 'person' || !isAdministrator(actor))
        throw new DomainError('not-allowed', [
          text('流程版本由系统管理员迁移', 'Administrators migrate charts'),
        ])
      const id = c.req.param('id')
      const target = Object.hasOwn(deps.processes, id) ? deps.processes[id] : undefined
      const { from, dryRun, after } = c.req.valid('json')
      if (!target?.migrations.some((way) => way.from === from)) throw new DomainError('not-found')
      const run = { from, dryRun, after, by: actor.id, scope: asKeeper(scope), at }
      return c.json(await page(deps, target, run))
    },
  )

/** `scope`: an administrator takes over the cases of the regions that he answers for, and no others; of them he reads number and reason. */
type Run = { from: number; dryRun: boolean; after: string; by: string; scope: Scope; at: string }

const page = async (deps: Deps, target: ProcessDefinition, run: Run): Promise<MigrationPage> => {
  const chart = { process: target.id, version: run.from }
  const [open, records] = await withScope(deps.connection.pool, run.scope, async (tx) => [
    await countOnChart(tx, chart),
    await readOnChart(tx, chart, run.after, pageSize),
  ])
  const answers = records.map((record) => ({ record, answer: migrated(target, record) }))
  const stay = answers.flatMap(({ record, answer }) =>
    'zh' in answer ? [{ caseId: record.id, number: record.number, reason: answer }] : [],
  )
  const able = answers.flatMap(({ record, answer }) => ('zh' in answer ? [] : [record]))
  const failed = run.dryRun ? 0 : await moveAll(deps, target, able, run)
  const last = records.length === pageSize ? (records.at(-1)?.id ?? null) : null
  return {
    from: run.from,
    to: target.version,
    open,
    migratedCount: able.length - failed,
    stay,
    failed,
    after: last,
  }
}

/** Each by a command of its own, idempotent by case and chart: after an interruption the same call goes on where it stopped. */
const moveAll = async (
  deps: Deps,
  target: ProcessDefinition,
  records: CaseRecord[],
  run: Run,
): Promise<number> => {
  let failed = 0
  for (let from = 0; from < records.length; from += atOnce) {
    const answers = await Promise.allSettled(
      records.slice(from, from + atOnce).map((record) => moveOne(deps, target, record, run)),
    )
    failed += answers.filter(({ status }) => status === 'rejected').length
  }
  if (failed > 0)
    deps.log.error(
      { failed, process: target.id, to: target.version },
      'some cases did not come over',
    )
  return failed
}

const moveOne = async (
  { connection, cases }: Deps,
  target: ProcessDefinition,
  record: CaseRecord,
  { by, at }: Run,
): Promise<void> => {
  const id = commandId('system', `migrate:${record.id}:${target.version}:${record.revision}`)
  const body = { to: target.version, orderedBy: by }
  const order = { caseId: record.id, type: 'migrate', taskId: null, body, ifMatch: null }
  const actor = { kind: 'system' as const, id: 'system' }
  await keepCommand(connection.db, {
    ...order,
    id,
    actor,
    bodyHash: bodyHash(body),
    occurredAt: at,
    recordedAt: at,
  })
  await cases.act({ caseId: record.id, process: record.process, commandId: id })
}
