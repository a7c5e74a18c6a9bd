// How does another case stand while this one is decided, and which ones of its enterprise were before it?

import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import { hold } from '../alone.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'

/** As it stands, not locked. */
export const readCaseNow = async (
  tx: Pick<Executor, 'select'>,
  id: string,
): Promise<CaseRecord | null> => {
  const [row] = await tx.select({ record: cases.record }).from(cases).where(eq(cases.id, id))
  return row?.record ?? null
}

/** Until the transaction ends nobody changes it. */
export const holdCase = async (tx: Executor, id: string): Promise<CaseRecord | null> => {
  const [row] = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(eq(cases.id, id))
    .for('share')
  return row?.record ?? null
}

/** Open and closed, by what their charts keep; whoever asks for the same waits until this transaction has ended. */
export const holdEarlierCases = async (
  tx: Executor,
  process: string,
  enterprise: string,
): Promise<CaseRecord[]> => {
  await hold(tx, `${process} about ${enterprise}`)
  const about = sql`${cases.record} #>> '{snapshot,context,enterprise}' = ${enterprise}`
  const rows = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(and(eq(cases.process, process), about))
    .orderBy(cases.openedAt, cases.id)
  return rows.map(({ record }) => record)
}

/** No family of cases is larger; whoever makes one that is, is judged by the first of it. */
const mostInTurn = 100

type InTurn = {
  found: readonly CaseRecord[]
  except: string
  inTurn: (found: CaseRecord) => readonly string[]
}

/** The cases that the found ones name, those that these name, and so on, as they stand. */
export const readInTurn = async (
  tx: Pick<Executor, 'select'>,
  { found, except, inTurn }: InTurn,
): Promise<CaseRecord[]> => {
  const seen = new Set([except, ...found.map(({ id }) => id)])
  const all: CaseRecord[] = []
  const waiting = found.flatMap(inTurn)
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id) || all.length >= mostInTurn) continue
    seen.add(id)
    const next = await readCaseNow(tx, id)
    if (!next) continue
    all.push(next)
    waiting.push(...inTurn(next))
  }
  return all
}

/** The same; whoever asks for those of the same family waits until this transaction has ended. */
export const holdInTurn = async (tx: Executor, about: InTurn): Promise<CaseRecord[]> => {
  const family = about.found.map(({ id }) => id).sort()
  for (const id of family) await hold(tx, `past of ${id}`)
  return readInTurn(tx, about)
}

type About = { processes: readonly string[]; owner: string; except: string }

/** Other cases of an enterprise, as far as the reader's scope goes, open and closed, the oldest first. */
export const readPastCases = async (
  tx: Pick<Executor, 'select'>,
  { processes, owner, except }: About,
): Promise<CaseRecord[]> => {
  const rows = await tx
    .select({ record: cases.record })
    .from(cases)
    .where(
      and(eq(cases.owner, owner), inArray(cases.process, [...processes]), ne(cases.id, except)),
    )
    .orderBy(cases.openedAt, cases.id)
  return rows.map(({ record }) => record)
}

/** The same; whoever asks for those of the same enterprise waits until this transaction has ended. */
export const holdPastCases = async (tx: Executor, about: About): Promise<CaseRecord[]> => {
  await hold(tx, `past of ${about.owner}`)
  return readPastCases(tx, about)
}
