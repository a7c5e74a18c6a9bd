// Which other cases of its enterprise is an act on a case judged by, before anybody sends it?
import { readCaseNow, readInTurn, readPastCases } from '../../db/cases/other-case.ts'
import { withScope } from '../../db/scope.ts'
import { offer } from '../../domain/engine/judging/judge.ts'
import { type PastWanted, pastWanted } from '../../domain/engine/judging/past-wanted.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { asOwner, type Scope } from '../../domain/organisation/policy.ts'
import type { Deps } from '../http/deps.ts'

type Asked = {
  process: ProcessDefinition
  record: CaseRecord
  scope: Scope
  decisionContext: DecisionContext
}

/** What an enterprise has done elsewhere counts wherever that is: it is read as its own; of a party in no register what is named, as far as the reader sees. Nothing but the verdict and its reckoning leaves the API. */
const withPast = async (
  { connection }: Pick<Deps, 'connection'>,
  { record: { owner, id: except }, scope, decisionContext }: Asked,
  { processes, named, inTurn }: PastWanted,
): Promise<DecisionContext> => {
  if (processes.length === 0) return decisionContext
  const past =
    owner === null
      ? []
      : await withScope(connection.pool, asOwner(scope, owner), (tx) =>
          readPastCases(tx, { processes, owner, except }),
        )
  const missing = named.filter((id) => past.every((other) => other.id !== id))
  if (missing.length === 0) return { ...decisionContext, past }
  const found = await withScope(connection.pool, scope, async (tx) => {
    const read = await Promise.all(missing.map((id) => readCaseNow(tx, id)))
    const cases = read.filter((one) => one !== null)
    if (owner !== null) return cases
    return [...cases, ...(await readInTurn(tx, { found: cases, except, inTurn }))]
  })
  return { ...decisionContext, past: [...past, ...found] }
}

/** For one act, as it is sent. */
export const withPastOf = (
  deps: Pick<Deps, 'connection'>,
  asked: Asked,
  type: string,
): Promise<DecisionContext> => withPast(deps, asked, pastWanted(asked.process, asked.record, type))

/** For all that an official could send now: whoever may do nothing of the kind costs no read. */
export const withPastOffered = (
  deps: Pick<Deps, 'connection'>,
  asked: Asked,
  actor: Actor,
): Promise<DecisionContext> => {
  const { process, record, decisionContext } = asked
  const offered = Object.entries(process.events).filter(
    ([type, { past, by }]) =>
      past && by !== 'clock' && offer(process, record, actor, type, decisionContext).allowed,
  )
  const wanted = offered.map(([type]) => pastWanted(process, record, type))
  return withPast(deps, asked, {
    processes: [...new Set(wanted.flatMap(({ processes }) => processes))],
    named: [...new Set(wanted.flatMap(({ named }) => named))],
    inTurn: (found) => wanted.flatMap(({ inTurn }) => inTurn(found)),
  })
}
