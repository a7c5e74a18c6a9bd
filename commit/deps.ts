// What does the transaction of an act need from the process that runs it?
import type { Database, Executor } from '../db/client.ts'
import type { Books } from '../domain/change/change.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { Instant } from '../domain/time/instant.ts'

export type CommitDeps = {
  db: Database
  /** The legal clock: real time, or the laboratory's, read with the given connection. */
  now: (db: Executor) => Promise<Instant>
  /** The calendars and rules in force, read in the transaction that decides by them. */
  books: (db: Executor) => Promise<Books>
  processFor: (id: string, version: number | null) => ProcessDefinition
  /** Window over which notices of equal deadlines are spread, ms. */
  noticeWindowMs: number
  /** The address of the product, for links in mails and on papers. */
  publicUrl?: string
}
