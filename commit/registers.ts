// What do the registers of machines and enterprises say about a command?
import { and, eq, isNull } from 'drizzle-orm'
import type { Executor } from '../db/client.ts'
import { enterprises, machineTokens } from '../db/schema/organisation/organisation.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { Machine } from '../domain/organisation/actor.ts'
import { inLetters } from '../domain/search/pinyin.ts'

/** A machine caller whose token is still good. */
export const machineOf = async (tx: Executor, id: string): Promise<Machine | null> => {
  const [row] = await tx
    .select()
    .from(machineTokens)
    .where(and(eq(machineTokens.id, id), isNull(machineTokens.revokedAt)))
  return row
    ? { kind: 'machine', id: row.id, name: row.name, scopes: row.scopes, region: row.region }
    : null
}

/** What a case is found by: its number, title, place and enterprise, also in pinyin and by its initials. Nothing of who reported it. */
export const searchWords = async (tx: Executor, record: CaseRecord): Promise<string> => {
  const [enterprise] = record.owner
    ? await tx
        .select({ name: enterprises.name, pinyin: enterprises.pinyin, code: enterprises.code })
        .from(enterprises)
        .where(eq(enterprises.id, record.owner))
    : []
  const letters = enterprise ? [enterprise.pinyin, inLetters(enterprise.name)] : []
  letters.push(...inLetters(record.title).split(' ').slice(0, 2)) // further readings would make the index of a long title large
  return [record.number, record.title, record.site, enterprise?.name, enterprise?.code, ...letters]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
}
