// Which effects wait in these tests, and how are they carried out?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { createRunEffects } from '../../activities/run-effects.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { effects, notices } from '../../db/schema/cases/cases.ts'
import { text } from '../../domain/language/words.ts'
import type { NoticeEffect } from '../../domain/model/record.ts'
import { settle } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'

export const now = '2026-03-05T02:00:00.000Z'
export let opened: Awaited<ReturnType<typeof openDatabase>>
/** Called at the head of each file of tests, which gets one of its own. */
export const useEffectsDatabase = (): void => {
  beforeAll(async () => {
    opened = await openDatabase()
  })
  afterAll(() => opened?.close())
}

export const openDatabase = async () => {
  const { url, drop } = await createDatabase()
  const { db, close } = connect(url)
  await settle(db)
  return { db, close: () => close().then(drop) }
}

export const notice = (more: Partial<NoticeEffect> = {}): NoticeEffect => ({
  kind: 'notice',
  about: 'finish',
  escalationLevel: 'late',
  obligation: 'count:1',
  groups: [],
  people: ['lin'],
  title: text('标题', 'Title'),
  body: text('正文', 'Body'),
  audience: 'party',
  notBefore: now,
  ...more,
})

/** A case with these effects, in this order. */
export const withEffects = async (...payloads: object[]): Promise<string> => {
  const caseId = randomUUID()
  const rows = payloads.map((payload, index) => {
    const { kind, notBefore = now } = payload as { kind: 'notice'; notBefore?: string }
    return {
      id: randomUUID(),
      caseId,
      revision: index + 1,
      kind,
      status: 'pending' as const,
      payload: payload as never,
      notBefore,
    }
  })
  await opened.db.insert(effects).values(rows)
  return caseId
}

export type Outcome = { ok: boolean; detail: string; retry: boolean }
export const sent = { ok: true, detail: '250', retry: false }
export type How = {
  atOnce?: boolean
  outcome?: (mail: Mail) => Outcome | Promise<Outcome>
  isBrisk?: () => boolean
  render?: () => never
}

export const runner = (mails: Mail[], { outcome = () => sent, isBrisk, render }: How) =>
  createRunEffects({
    db: opened.db,
    now: async () => now,
    books: loadBooks,
    processFor: () => counter,
    removal: { remove: async () => undefined, discardPieces: async () => undefined },
    lookAtBytes: async () => ({ found: 'intact', stamp: '' }),
    noticeWindowMs: 0,
    documents: { render: (render ?? (() => expect.unreachable())) as never },
    cases: { act: async () => expect.unreachable() },
    mail: {
      ...(isBrisk ? { isBrisk } : {}),
      send: async (mail) => {
        mails.push(mail)
        return outcome(mail)
      },
    },
  })
export const run = async (caseId: string, how: How = {}) => {
  const mails: Mail[] = []
  const answer = await runner(
    mails,
    how,
  )({ caseId, process: 'counter', ...(how.atOnce ? { atOnce: true } : {}) })
  const rows = await opened.db
    .select()
    .from(effects)
    .where(eq(effects.caseId, caseId))
    .orderBy(asc(effects.revision))
  return { answer, mails, rows, statuses: rows.map(({ status }) => status) }
}
export const inbox = (caseId: string) =>
  opened.db.select().from(notices).where(eq(notices.caseId, caseId)).orderBy(asc(notices.person))
