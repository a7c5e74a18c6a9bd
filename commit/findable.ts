// What is a case found by from now on, after these facts?
import type { Findable } from '../db/search/search.ts'
import type { Draft } from '../domain/model/draft.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import { writtenIn } from '../domain/search/found.ts'

/** The facts that say something at length; `head` is given once, when the case is opened. */
export const findableOf = (
  process: ProcessDefinition,
  { record, facts }: Draft,
  head: string | null,
): Findable[] => {
  const first = record.facts - facts.length + 1
  const written = facts.map((fact, index) => ({
    seq: first + index,
    at: fact.recordedAt,
    body: writtenIn(process, fact),
  }))
  return [
    ...(head === null ? [] : [{ seq: 0, at: record.openedAt, body: '', words: head }]),
    ...written.filter(({ body }) => body !== '').map((one) => ({ ...one, words: one.body })),
  ]
}
