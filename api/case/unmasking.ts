// What is answered to whoever has put on record that he looks at something confidential?
import type { Context } from 'hono'
import type { ActAnswer } from '../../contract/case/cases.ts'
import { readUploadsOf } from '../../db/files/uploads.ts'
import { withScope } from '../../db/scope.ts'
import { unmaskable } from '../../domain/engine/judging/unmask.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Act } from '../../domain/model/command.ts'
import { isSightVerb } from '../../domain/tasks/verbs.ts'
import { unmasked } from '../../domain/views/unmasked.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { fileView } from '../reading/fact-parts.ts'

/** A recorded unmasking is answered with what it is about, if he may still see it; no other answer ever holds it. */
export const withUnmasked = async (
  deps: Deps,
  c: Context<ApiEnv>,
  answer: ActAnswer,
  { type, data }: Act,
): Promise<ActAnswer> => {
  if (!isSightVerb(type)) return answer
  const [{ record }, uploads] = await withScope(
    deps.connection.pool,
    c.var.scope,
    async (tx) => [await caseIn(tx, answer.id), await readUploadsOf(tx, answer.id)] as const,
  )
  const find = (ids: string[]) => uploads.filter(({ id }) => ids.includes(id)).map(fileView)
  const [process, by, field] = [processOf(deps, record), c.var.actor, String(data.field)]
  if (!unmaskable(process, record, by, data.item).includes(field))
    throw new DomainError('not-allowed')
  c.header('cache-control', 'no-store')
  return { ...answer, unmasked: unmasked(process, record, field, data.item, find) }
}
