// What do activities need from the process that runs them?

import type { Database, Executor } from '../db/client.ts'
import type { Instant } from '../domain/case/instant.ts'
import type { ProcessDefinition } from '../domain/case/process.ts'
import type { Books } from '../domain/change/change.ts'
import type { DocumentContent } from '../domain/documents/document.ts'

export type Mail = {
  /** Fixed by the notice, so that a second attempt is recognised as the same mail. */
  messageId: string
  to: string
  subject: string
  text: string
}
/** `retry`: the refusal was temporary; otherwise the same mail would be refused for ever. */
export type Delivery = { ok: boolean; detail: string; retry: boolean }

export type CommandAddress = { caseId: string; process: string; life: number; commandId: string }

export type ActivityDeps = {
  db: Database
  /** The legal clock: real time, or the laboratory's, read with the given connection. */
  now: (db: Executor) => Promise<Instant>
  /** The calendars and rules in force, read in the transaction that decides by them. */
  books: (db: Executor) => Promise<Books>
  processFor: (id: string, version: number | null) => ProcessDefinition
  /** Frozen words and the handwriting that they name in, bytes out; the same bytes for the same. */
  documents: { render: (content: DocumentContent, pictures?: Record<string, Uint8Array>) => Uint8Array }
  mail: { send: (mail: Mail) => Promise<Delivery> }
  /** Other cases, through their workflows. `act` and `startAndAct` wait for the answer and throw `DomainError` with the refusal's code. */
  cases: {
    act: (address: CommandAddress) => Promise<unknown>
    startAndAct: (address: CommandAddress) => Promise<unknown>
    observe: (address: CommandAddress) => Promise<void>
  }
  /** Window over which notices of equal deadlines are spread, ms. */
  noticeWindowMs: number
  /** The address of the product, for links in mails. */
  publicUrl?: string
}
