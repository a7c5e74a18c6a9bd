// How do the effects of a case go out, each once, and what is left for later or put aside?
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { createRunEffects } from '../../activities/run-effects.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { cases, deliveries, effects, notices } from '../../db/schema/cases/cases.ts'
import { text } from '../../domain/language/words.ts'
import type { NoticeEffect } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { settle } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { opened as openedCase } from '../support/walks/walk.ts'

const now = '2026-03-05T02:00:00.000Z'
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

const notice = (more: Partial<NoticeEffect> = {}): NoticeEffect => ({
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
const withEffects = async (...payloads: object[]): Promise<string> => {
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

type Outcome = { ok: boolean; detail: string; retry: boolean }
const sent = { ok: true, detail: '250', retry: false }
type How = {
  atOnce?: boolean
  outcome?: (mail: Mail) => Outcome | Promise<Outcome>
  isBrisk?: () => boolean
  render?: () => never
}

const runner = (mails: Mail[], { outcome = () => sent, isBrisk, render }: How) =>
  createRunEffects({
    db: opened.db,
    now: async () => now,
    books: loadBooks,
    processFor: () => counter,
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
const run = async (caseId: string, how: How = {}) => {
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
const inbox = (caseId: string) =>
  opened.db.select().from(notices).where(eq(notices.caseId, caseId)).orderBy(asc(notices.person))
const deliveriesOf = (noticeId: string) =>
  opened.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.noticeId, noticeId))
    .orderBy(asc(deliveries.seq))

test('a notice stands in the inbox of each of its people and goes to each by mail, once, in both languages', async () => {
  const caseId = await withEffects(notice({ people: ['lin', 'wu'] }))
  const { answer, mails, rows } = await run(caseId)
  expect(answer).toEqual({ done: 1, retryInMs: null })
  expect(rows).toMatchObject([{ status: 'done', doneAt: expect.any(Date), error: null }])
  const kept = await inbox(caseId)
  expect(kept).toMatchObject([
    {
      person: 'lin',
      about: 'finish',
      escalationLevel: 'late',
      obligation: 'count:1',
      title: { zh: '标题' },
      body: { zh: '正文' },
      audience: 'party',
      at: now,
      onBehalfOf: null,
    },
    { person: 'wu', effectId: rows[0]?.id },
  ])
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['lin@anjian.example', 'wu@anjian.example'])
  expect(mails.find(({ to }) => to.startsWith('lin'))).toMatchObject({
    subject: '标题 Title',
    text: '正文\n\nBody\n',
    messageId: `<${kept[0]?.id}@anjian>`,
  })
  expect(
    (await deliveriesOf(kept[0]?.id ?? '')).map(({ channel, ok, detail, at }) => [
      channel,
      ok,
      detail,
      at,
    ]),
  ).toEqual([
    ['inbox', true, '', now],
    ['mail', true, '250', now],
  ])
  expect((await run(caseId)).mails).toEqual([])
})

test('while the mail server is away a notice waits a quarter of a minute, and is then sent under the same id', async () => {
  const caseId = await withEffects(notice())
  const away = await run(caseId, { outcome: () => ({ ok: false, detail: 'away', retry: true }) })
  expect([away.answer, away.statuses]).toEqual([{ done: 0, retryInMs: 15_000 }, ['pending']])
  expect(await inbox(caseId)).toHaveLength(1)
  const back = await run(caseId)
  expect(back.mails[0]?.messageId).toBe(away.mails[0]?.messageId)
  const [kept] = await inbox(caseId)
  expect((await deliveriesOf(kept?.id ?? '')).map(({ channel }) => channel)).toEqual([
    'inbox',
    'mail',
  ])
})

test('of several people only those wait whose mail did not go out', async () => {
  const caseId = await withEffects(notice({ people: ['lin', 'wu'] }))
  const half = await run(caseId, {
    outcome: ({ to }) => (to.startsWith('wu') ? { ok: false, detail: 'away', retry: true } : sent),
  })
  expect([half.answer, half.statuses]).toEqual([{ done: 0, retryInMs: 15_000 }, ['pending']])
  expect((await run(caseId)).mails.map(({ to }) => to)).toEqual(['wu@anjian.example'])
})

test('of several notices one that waits makes the run come back, though another went out', async () => {
  const caseId = await withEffects(notice(), notice({ people: ['wu'] }))
  const outcome = ({ to }: Mail) =>
    to.startsWith('wu') ? { ok: false, detail: 'away', retry: true } : sent
  expect((await run(caseId, { outcome })).answer).toEqual({ done: 1, retryInMs: 15_000 })
})

test('a mail that is refused for good is kept as refused and not sent again', async () => {
  const caseId = await withEffects(notice())
  expect(
    (await run(caseId, { outcome: () => ({ ok: false, detail: '550 unknown', retry: false }) }))
      .statuses,
  ).toEqual(['done'])
  const [kept] = await inbox(caseId)
  expect((await deliveriesOf(kept?.id ?? '')).at(-1)).toMatchObject({
    channel: 'mail',
    ok: false,
    detail: '550 unknown',
  })
})

test('a notice that finds nobody is done', async () => {
  const caseId = await withEffects(notice({ people: [], groups: ['330802-legal/clerk'] }))
  expect([(await run(caseId)).statuses, await inbox(caseId)]).toEqual([['done'], []])
})

test('what a defect stops is put aside with what was wrong, and holds nothing up', async () => {
  const caseId = await withEffects(notice(), notice())
  let first = true
  const outcome = () => {
    if (!first) return sent
    first = false
    throw new TypeError('broken'.repeat(200))
  }
  const { answer, rows } = await run(caseId, { outcome })
  expect(answer).toEqual({ done: 2, retryInMs: null })
  expect(rows.map(({ status }) => status).toSorted()).toEqual(['done', 'quarantined'])
  expect(rows.find(({ status }) => status === 'quarantined')?.error).toBe(
    'broken'.repeat(200).slice(0, 500),
  )
})

test('a failure that may pass is thrown on without its words, and everything stays', async () => {
  const caseId = await withEffects(notice())
  const outcome = () => {
    throw Object.assign(new Error('Connection terminated for lin@anjian.example'), {
      code: '57P01',
    })
  }
  await expect(run(caseId, { outcome })).rejects.toThrow(/^the database did not serve/)
  expect((await run(caseId)).statuses).toEqual(['done'])
})

const asking = (signer: number) => notice({ request: { task: 'c-1:count:1', signer } })

test('a notice that asks for something no longer wanted is not sent, and the row says so', async () => {
  const caseId = await withEffects(asking(1), asking(2))
  const { record } = openedCase(
    counter,
    actor('lin'),
    { region: '330802', date: '2026-03-10' },
    now,
  )
  const added = [
    { no: 2, who: 'lin', kind: 'person', name: '林', position: 'before', by: 'wu', at: now },
  ]
  const tasks = Object.fromEntries(
    Object.entries(record.openTasks).map(([id, task]) => [id, { ...task, added }]),
  )
  const row = { id: caseId, record: { ...record, id: caseId, openTasks: tasks } }
  const columns = {
    process: 'counter',
    chart: 1,
    generation: 1,
    revision: 1,
    search: '',
    number: randomUUID(),
    region: '330802',
    status: 'open',
    title: '计数',
    openedAt: now,
    state: 'counting',
  }
  await opened.db.insert(cases).values({ ...columns, ...row } as never)
  const { rows, mails } = await run(caseId)
  expect(rows.map(({ status, error }) => [status, error])).toEqual([
    ['done', 'no longer asked'],
    ['done', null],
  ])
  expect(mails).toHaveLength(1)
  const gone = await withEffects(asking(2))
  expect((await run(gone)).rows[0]?.error).toBe('no longer asked')
})

test('a kind of effect that only a newer version knows waits for it', async () => {
  const caseId = await withEffects({ kind: 'carrier-pigeon' })
  const { answer, statuses } = await run(caseId)
  expect([answer, statuses]).toEqual([{ done: 0, retryInMs: 15_000 }, ['pending']])
})

test('a document that is there already, and a request to an alarm that is not there any more, are done', async () => {
  const request = { kind: 'device', about: 'x', verb: 'reset', args: {}, by: '林检查' }
  const caseId = await withEffects(
    { kind: 'document', document: randomUUID(), about: 'order' },
    request,
  )
  expect(await run(caseId)).toMatchObject({
    answer: { done: 2, retryInMs: null },
    statuses: ['done', 'done'],
    mails: [],
  })
})

test('at once only what takes a moment goes out; a document, and mail while it is slow, are left and it is said', async () => {
  const caseId = await withEffects(notice(), { kind: 'document', document: 'd-1', about: 'order' })
  const brisk = await run(caseId, { atOnce: true, isBrisk: () => true })
  expect([brisk.answer, brisk.statuses]).toEqual([
    { done: 1, retryInMs: null, left: true },
    ['done', 'pending'],
  ])
  const slow = await withEffects(notice())
  const left = await run(slow, { atOnce: true, isBrisk: () => false })
  expect([left.answer, left.statuses, await inbox(slow)]).toEqual([
    { done: 0, retryInMs: null, left: true },
    ['pending'],
    [],
  ])
})

test('while mail is slow everybody has his notice in the inbox before the first mail goes out', async () => {
  const caseId = await withEffects(
    notice(),
    notice({ people: ['wu'] }),
    notice({ people: ['zhou'] }),
    notice({ people: ['chen'] }),
    notice({ people: ['gao'] }),
    notice({ people: ['ji'] }),
  )
  const seen: number[] = []
  const outcome = async () => {
    seen.push((await inbox(caseId)).length)
    return sent
  }
  expect((await run(caseId, { isBrisk: () => false, outcome })).answer.done).toBe(6)
  expect(seen).toEqual(Array(6).fill(6))
})

test('when the time of a run is over nothing more is begun, and it says that something is left', async () => {
  const caseId = await withEffects(...Array.from({ length: 9 }, () => notice()))
  const slowly = () => new Promise<Outcome>((resolve) => setTimeout(() => resolve(sent), 600))
  const { answer, statuses } = await run(caseId, { atOnce: true, outcome: slowly })
  expect(answer).toEqual({ done: 4, retryInMs: null, left: true })
  expect(statuses.filter((status) => status === 'done')).toHaveLength(4)
})

test('two runs of one case come one after the other, so that nothing is sent twice', async () => {
  const caseId = await withEffects(notice())
  const mails: Mail[] = []
  const slowly = () => new Promise<Outcome>((resolve) => setTimeout(() => resolve(sent), 50))
  const effectsOf = runner(mails, { outcome: slowly })
  await Promise.all([
    effectsOf({ caseId, process: 'counter' }),
    effectsOf({ caseId, process: 'counter' }),
  ])
  expect(mails).toHaveLength(1)
})

test('a run that failed does not hold up the next one of its case', async () => {
  const caseId = await withEffects(notice())
  let first = true
  const effectsOf = runner([], {
    outcome: () => {
      if (!first) return sent
      first = false
      throw Object.assign(new Error('Connection terminated'), { code: '57P01' })
    },
  })
  const both = await Promise.allSettled([
    effectsOf({ caseId, process: 'counter' }),
    effectsOf({ caseId, process: 'counter' }),
  ])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})
