// What would an end leave empty or undone, and what else would be missing?
import type { Emptied, Loss } from '../../contract/organisation/personnel.ts'
import { readEscalationPolicies } from '../../db/change/escalation-policies.ts'
import type { Executor } from '../../db/client.ts'
import { readTokensMadeBy } from '../../db/organisation/machine-tokens.ts'
import { countWaiting, readHeldTasks } from '../../db/organisation/people-reads.ts'
import {
  heldByOthers,
  type KnownPerson,
  otherAdministrators,
} from '../../db/organisation/personnel.ts'
import { withScope } from '../../db/scope.ts'
import { escalationPolicyNow, withEscalationPolicy } from '../../domain/engine/clocks/settings.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { tokensEnding } from '../../domain/organisation/made-tokens.ts'
import type { HeldPost } from '../../domain/organisation/personnel.ts'
import { asKeeper } from '../../domain/organisation/policy.ts'
import { type Region, regions, regionsBelow } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { dutiesOf } from '../../domain/views/post-duties.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { groupName } from '../reading/names.ts'
import { tokenWarnings } from './token-ends.ts'

export const mostTasks = 100

/** The posts that nobody would hold any more when these of a person end at `end`, the tokens that end with them, and what else would be missing. */
export const emptiedBy = async (
  db: Pick<Executor, 'execute' | 'select'>,
  subject: KnownPerson,
  posts: HeldPost[],
  end: Instant,
) => {
  const alive = posts.filter(
    ({ since, until }) => since !== until && (until === null || until >= end),
  )
  const groups = [...new Set(alive.map(({ office, role }) => `${office}/${role}`))]
  const others = await heldByOthers(db, groups, subject.id, end)
  const made = await readTokensMadeBy(db, subject.id)
  const tokens = tokensEnding(made, subject.held, posts, end)
  const warnings = [...(await warningsOf(db, subject, alive, end)), ...tokenWarnings(tokens)]
  return { emptied: groups.filter((group) => !others.has(group)), warnings, tokens }
}

/** The same with what it leaves undone, for whoever has to decide. */
export const lossOf = async (
  deps: Deps,
  { scope }: Variables,
  { subject, posts, end }: { subject: KnownPerson; posts: HeldPost[]; end: Instant },
): Promise<Loss> => {
  const { emptied, warnings } = await emptiedBy(deps.connection.db, subject, posts, end)
  const { waiting, tasks } = await withScope(deps.connection.pool, asKeeper(scope), async (tx) => ({
    waiting: await countWaiting(tx, emptied),
    tasks: await readHeldTasks(tx, subject.id, mostTasks),
  }))
  const processes = emptied.length === 0 ? [] : await processesNow(deps)
  const emptiedViews = emptied.map(
    (group): Emptied => ({
      group,
      words: groupName(group, subject.enterpriseName),
      waiting: waiting.get(group) ?? 0,
      duties: processes.flatMap((process) => dutiesOf(process, group)),
    }),
  )
  return { emptied: emptiedViews, tasks: Math.min(tasks.length, mostTasks), warnings }
}

/** The processes with the escalation policies as administrators have set them. */
export const processesNow = async ({
  processes,
  connection,
}: Pick<Deps, 'processes' | 'connection'>): Promise<ProcessDefinition[]> => {
  const all: ProcessDefinition[] = []
  for (const process of Object.values(processes)) {
    const versions = await readEscalationPolicies(connection.db, process.id)
    all.push({
      ...process,
      clocks: process.clocks.map((clock) =>
        withEscalationPolicy(clock, escalationPolicyNow(versions, clock.clock)),
      ),
    })
  }
  return all
}

const higher = (Object.keys(regions) as Region[]).filter(
  (region) => regionsBelow(region).length > 1,
)

const warningsOf = async (
  db: Pick<Executor, 'execute'>,
  { id }: KnownPerson,
  posts: HeldPost[],
  end: Instant,
): Promise<Text[]> => {
  if (!posts.some(({ role, region }) => role === 'administrator' && higher.includes(region)))
    return []
  if ((await otherAdministrators(db, id, higher, end)) > 1) return []
  return [
    text(
      '此后市级以上系统管理员不足两名，日历与逐级督办规则的变更将无人复核',
      'Fewer than two administrators of the city or the province remain: nobody can approve what the other proposes',
    ),
  ]
}
