// Which cases of one process are open: those of an enterprise, or those of whoever reads, and who has opened them?
import { and, desc, eq, gte } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { caseFacts, cases } from '../schema/cases/cases.ts'
import type { Reader } from '../scope.ts'

/** As far as the reader's scope goes. */
export const readOpenCases = async (
  tx: Reader,
  process: string,
  owner: string,
): Promise<CaseRecord[]> => {
  const rows = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(and(eq(cases.process, process), eq(cases.owner, owner), eq(cases.status, 'open')))
    .orderBy(cases.openedAt, cases.id)
  return rows.map(({ record }) => record)
}

/** More than anybody looks through. */
const most = 500

/** All of them in the reader's scope that were opened since then, the newest first, each with the name of the person who has opened it. */
export const readCasesOpenedSince = async (
  tx: Reader,
  process: string,
  since: Instant,
): Promise<{ record: CaseRecord; by: string | null }[]> => {
  const first = and(eq(caseFacts.caseId, cases.id), eq(caseFacts.seq, 1))
  const rows = await tx
    .select({ record: cases.record, actor: caseFacts.actor })
    .from(cases)
    .leftJoin(caseFacts, first)
    .where(and(eq(cases.process, process), eq(cases.status, 'open'), gte(cases.openedAt, since)))
    .orderBy(desc(cases.openedAt), cases.id)
    .limit(most)
  return rows.map(({ record, actor }) => ({
    record,
    by: actor?.kind === 'person' ? (actor.name ?? null) : null,
  }))
}
