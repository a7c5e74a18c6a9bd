// An effect waits for its moment: what is due of a case goes out, what is not due stays, and the answer says how long.
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRunEffects } from '../../activities/run-effects.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { effects, notices } from '../../db/schema/cases/cases.ts'
import { deviceCommands } from '../../db/schema/devices/alarms.ts'
import { text } from '../../domain/language/words.ts'
import type { NewEffect } from '../../domain/model/record.ts'
import { type Instant, later } from '../../domain/time/instant.ts'
import { settle } from '../support/people/people.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { processFor } from '../support/servers/stage.ts'

const now = '2026-03-05T02:00:00.000Z'
const minute = 60_000

let opened: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  opened = await openDatabase()
})
afterAll(() => opened?.close())

const openDatabase = async () => {
  const { url, drop } = await createDatabase()
  const { db, close } = connect(url)
  await settle(db)
  return { db, close: () => close().then(drop) }
}

const notice = {
  kind: 'notice',
  about: 'x',
  escalationLevel: null,
  obligation: null,
  groups: [],
  people: ['lin'],
} as const
const words = {
  title: text('通知', 'Notice'),
  body: text('通知', 'Notice'),
  audience: 'internal' as const,
}

/** A case with one notice for each of these moments. */
const staggered = async (...moments: Instant[]): Promise<string> => {
  const caseId = randomUUID()
  const rows = moments.map((notBefore, index) => {
    const payload = {
      ...notice,
      ...words,
      people: [...notice.people],
      groups: [],
      notBefore,
    } satisfies NewEffect
    return {
      id: randomUUID(),
      caseId,
      revision: index + 1,
      kind: 'notice' as const,
      status: 'pending' as const,
      payload,
      notBefore,
    }
  })
  await opened.db.insert(effects).values(rows)
  return caseId
}

const run = async (caseId: string, at: Instant, more: { atOnce?: boolean } = {}) => {
  const mails: string[] = []
  const send = async ({ messageId }: { messageId: string }) => {
    mails.push(messageId)
    return { ok: true, detail: '250', retry: false }
  }
  const unused = async () => expect.unreachable()
  const deps = {
    db: opened.db,
    now: async () => at,
    books: loadBooks,
    processFor,
    noticeWindowMs: 0,
    documents: { render: unused as never },
    removal: { remove: unused, discardPieces: unused },
    lookAtBytes: unused,
  }
  const answer = await createRunEffects({ ...deps, mail: { send }, cases: { act: unused } })({
    caseId,
    process: 'counter',
    ...more,
  })
  const rows = await opened.db
    .select()
    .from(effects)
    .where(eq(effects.caseId, caseId))
    .orderBy(asc(effects.revision))
  const inbox = await opened.db.select().from(notices).where(eq(notices.caseId, caseId))
  return {
    answer,
    mails: mails.length,
    inbox: inbox.length,
    statuses: rows.map(({ status }) => status),
  }
}

test.each([
  ['in the room of the case', {}],
  ['at once beside it', { atOnce: true }],
])(
  'of notices spread over a window, run %s, those of now go out and those of later stay',
  async (_, how) => {
    const caseId = await staggered(now, later(now, 1), later(now, 5 * minute))
    expect(await run(caseId, now, how)).toMatchObject({
      mails: 1,
      inbox: 1,
      statuses: ['done', 'pending', 'pending'],
    })
    expect(await run(caseId, later(now, minute), how)).toMatchObject({
      mails: 1,
      inbox: 2,
      statuses: ['done', 'done', 'pending'],
    })
    expect(await run(caseId, later(now, 5 * minute), how)).toMatchObject({
      mails: 1,
      inbox: 3,
      statuses: ['done', 'done', 'done'],
    })
  },
)

test('a notice that comes due within the minute is waited for, one of later is left to the timer of the case', async () => {
  const soon = await staggered(later(now, minute - 1), later(now, 30_000), later(now, 5 * minute))
  expect((await run(soon, now)).answer).toEqual({ done: 0, retryInMs: 30_000 })
  const late = await staggered(later(now, minute + 1))
  expect((await run(late, now)).answer).toEqual({ done: 0, retryInMs: null })
})

test('a request of a device that is not due yet reaches no device', async () => {
  const caseId = randomUUID()
  const payload = {
    kind: 'device',
    about: 'x',
    verb: 'acknowledge',
    args: {},
    by: '林',
    notBefore: later(now, minute),
  } as never
  const row = {
    id: caseId,
    caseId,
    revision: 1,
    kind: 'device' as const,
    status: 'pending' as const,
    payload,
  }
  await opened.db.insert(effects).values({ ...row, notBefore: later(now, minute) })
  expect(await run(caseId, now)).toMatchObject({
    answer: { done: 0, retryInMs: minute },
    statuses: ['pending'],
  })
  expect(await opened.db.select().from(deviceCommands)).toEqual([])
})
