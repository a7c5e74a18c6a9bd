// What does one fact of a case say today, with what corrections have made of it?
import { and, eq, gt, sql } from 'drizzle-orm'
import type { LookedUp } from '../../../domain/model/decision-context.ts'
import { correctionIn } from '../../../domain/statistics/counted.ts'
import { caseFacts } from '../../schema/cases/cases.ts'
import type { Reader } from '../../scope.ts'

/** Null where the case has no fact of this number. */
export const readStatedFact = async (
  tx: Reader,
  caseId: string,
  seq: number,
): Promise<LookedUp['fact']> => {
  const [fact] = await tx
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.seq, seq)))
  if (!fact) return null
  const { type, occurredAt } = fact
  const [later] = await tx
    .select({ seq: caseFacts.seq })
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.type, type), gt(caseFacts.seq, seq)))
    .limit(1)
  const stated = { ...fact.data, ...(await correctionsOf(tx, caseId, seq)) }
  const actor = fact.actor.id ?? null
  return { seq, type, at: occurredAt, data: stated, actor, latest: !later }
}

/** What corrections have made of it until now, field by field. */
const correctionsOf = async (
  tx: Reader,
  caseId: string,
  seq: number,
): Promise<Record<string, unknown>> => {
  const approved = await tx
    .select({ data: caseFacts.data })
    .from(caseFacts)
    .where(
      and(
        eq(caseFacts.caseId, caseId),
        eq(caseFacts.type, 'approve-correction'),
        sql`${caseFacts.data} -> 'seq' = to_jsonb(${seq}::int)`,
      ),
    )
    .orderBy(caseFacts.seq)
  return Object.assign({}, ...approved.map(({ data }) => correctionIn(data)))
}
