// From which entry of the ledger was a case reported?

import { linkCase, readSelfCheck } from '../../db/files/self-checks-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { mayKeepLedger } from '../../domain/self-check/entry.ts'
import type { Author } from '../http/command.ts'
import type { Deps } from '../http/deps.ts'

export type Link = (caseId: string, at: string) => Promise<void>

/** Checks the entry before the case is opened; the answer ties both together, however often it is called. */
export const linkTo = async (
  { connection }: Pick<Deps, 'connection'>,
  { start }: Pick<ProcessDefinition, 'start'>,
  { author, scope }: { author: Author; scope: Scope },
  entry: string | undefined,
): Promise<Link> => {
  if (!entry) return async () => undefined
  if (!start.fromSelfCheck)
    throw new DomainError('invalid-input', [
      text('这类事项不由自查记录发起', 'This is not begun from an entry of the ledger'),
    ])
  const found = await withScope(connection.pool, scope, (tx) => readSelfCheck(tx, entry))
  if (!found || !mayKeepLedger(author) || found.enterprise !== author.enterprise) {
    throw new DomainError('invalid-input', [
      text('没有这条自查记录', 'There is no such entry in the ledger'),
    ])
  }
  return (caseId, at) => linkCase(connection.db, { selfCheck: found.id, caseId, by: author.id, at })
}
