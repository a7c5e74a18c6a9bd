// How are many tasks of an office re-assigned or urged at once, with what could not be told before and after?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { TeamOutcome, TeamTask } from '../../contract/supervision/team.ts'
import { reassignmentBody, urgeBody } from '../../contract/supervision/team.ts'
import { personOf } from '../../db/organisation/accounts.ts'
import { withScope } from '../../db/scope.ts'
import { isStale, judge } from '../../domain/engine/judging/judge.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError, type ErrorCode, errorCodes } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Act } from '../../domain/model/command.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { ownPosts } from '../../domain/organisation/own-posts.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { groupOfPost } from '../../domain/organisation/substitutions.ts'
import { officesLed } from '../../domain/organisation/team.ts'
import {
  answerTo,
  authorOf,
  commandFor,
  type IdempotentRequest,
  keyOf,
  madeBefore,
} from '../http/command.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'

const atOnce = 6

type Item = v.InferOutput<typeof urgeBody>['tasks'][number]
type Order = { verb: 'reassign' | 'urge'; data: Record<string, string>; dryRun: boolean }
/** Who orders it, under which key, and in which world it is judged. */
type Errand = Order & {
  author: IdempotentRequest['author']
  key: string
  scope: Scope
  at: string
  decisionContext: DecisionContext
}

export const createTeamActs = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/reassignments',
      describeRoute({
        tags: ['team'],
        summary: 'Give tasks to another person; `dryRun` only counts',
      }),
      checked('json', reassignmentBody),
      async (c) => {
        const { tasks, to, reason, dryRun } = c.req.valid('json')
        return c.json(
          await runAll(
            deps,
            await errandOf(deps, c, { verb: 'reassign', data: { to, reason }, dryRun }),
            tasks,
          ),
        )
      },
    )
    .post(
      '/urges',
      describeRoute({ tags: ['team'], summary: 'Urge whoever holds tasks; `dryRun` only counts' }),
      checked('json', urgeBody),
      async (c) => {
        const { tasks, reason, dryRun } = c.req.valid('json')
        return c.json(
          await runAll(
            deps,
            await errandOf(deps, c, { verb: 'urge', data: { reason }, dryRun }),
            tasks,
          ),
        )
      },
    )

const errandOf = async (deps: Deps, c: Context<ApiEnv>, order: Order): Promise<Errand> => {
  const { actor, scope, at } = c.var
  if (officesLed(actor).length === 0)
    throw new DomainError('not-allowed', [
      text(
        '科室队列供科长和局领导使用',
        'The team queue is for section chiefs and leaders of the bureau',
      ),
    ])
  const named =
    order.data.to === undefined ? null : await personOf(deps.connection.db, order.data.to, at)
  const people = named
    ? [{ ...named.person, groups: ownPosts(named.person.appointments).map(groupOfPost) }]
    : []
  const decisionContext = {
    ...(await decisionContextOf(deps, at)),
    lookedUp: { people, fact: null },
  }
  return {
    ...order,
    author: authorOf(actor),
    key: keyOf(c) ?? randomUUID(),
    scope,
    at,
    decisionContext,
  }
}

type Result =
  | { item: TeamTask; ok: true }
  | { item: TeamTask; ok: false; code: ErrorCode; reasons: Text[] }

/** Cases go side by side; tasks of one case one after the other, each on what the one before has left. */
const runAll = async (deps: Deps, errand: Errand, items: Item[]): Promise<TeamOutcome> => {
  const distinct = [...new Map(items.map((item) => [item.taskId, item])).values()]
  const cases = [...new Set(distinct.map(({ caseId }) => caseId))]
  const results: Result[] = []
  const worker = async () => {
    for (let id = cases.shift(); id !== undefined; id = cases.shift())
      results.push(...(await runCase(deps, errand, distinct, id)))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const inOrder = distinct.flatMap(({ taskId }) =>
    results.filter(({ item }) => item.taskId === taskId),
  )
  const good = inOrder.filter((one) => one.ok)
  return {
    dryRun: errand.dryRun,
    would: good.length,
    done: errand.dryRun ? [] : good.map(({ item }) => ({ ...item, committed: true as const })),
    refused: inOrder
      .filter((one) => !one.ok)
      .map(({ item, code, reasons }) => ({ ...item, code, reasons })),
  }
}

const runCase = async (
  deps: Deps,
  errand: Errand,
  items: Item[],
  caseId: string,
): Promise<Result[]> => {
  const results: Result[] = []
  let own: number | undefined
  for (const item of items.filter((one) => one.caseId === caseId)) {
    const known: TeamTask = { caseId, taskId: item.taskId, number: '' }
    const answer = await runOne(
      deps,
      errand,
      own === undefined ? item : { ...item, revision: own },
      known,
    ).catch(refusal)
    if ('revision' in answer) own = answer.revision ?? own
    results.push(
      'code' in answer ? { item: known, ok: false, ...answer } : { item: known, ok: true },
    )
  }
  return results
}

const refusal = (error: unknown): { code: ErrorCode; reasons: Text[] } => {
  if (!(error instanceof DomainError)) throw error
  const { code, reasons } = error
  return { code, reasons: reasons.length > 0 ? reasons : [errorCodes[code].title] }
}

type Done = { revision?: number }

/** The ordinary way of a command: judged, kept as a row under a key of its own, and answered by the case. */
const runOne = async (deps: Deps, errand: Errand, item: Item, known: TeamTask): Promise<Done> => {
  const { record } = await withScope(deps.connection.pool, errand.scope, (tx) =>
    caseIn(tx, item.caseId),
  )
  known.number = record.number
  const act = { type: errand.verb, data: errand.data, taskId: item.taskId }
  const { author, dryRun, key, at } = errand
  const id = commandId(author.id, `${key}\n${errand.verb}\n${item.taskId}`)
  const request: IdempotentRequest = {
    author,
    id,
    hash: bodyHash({ case: item.caseId, ...act }),
    keyed: true,
  }
  const before = dryRun ? null : await madeBefore(deps, request)
  if (!before) judged(deps, errand, record, act, item.revision)
  if (dryRun) return {}
  const ifMatch = item.revision ?? record.revision
  const command =
    before ??
    commandFor(request, {
      caseId: record.id,
      type: act.type,
      taskId: act.taskId,
      body: act.data,
      ifMatch,
      at,
    })
  const { revision } = await answerTo(deps, command, record.process)
  return { revision }
}

const judged = (
  deps: Deps,
  { author, decisionContext }: Errand,
  record: CaseRecord,
  act: Act,
  seen: number | undefined,
): void => {
  const process = processOf(deps, record)
  if (isStale(process, record, act, seen ?? null, author)) throw new DomainError('stale-revision')
  const verdict = judge(process, record, author, act, decisionContext)
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reasons)
}
