// How do notices of a case go out, each once, and what is left for later?
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { deliveries } from '../../db/schema/cases/cases.ts'
import {
  inbox,
  notice,
  now,
  opened,
  run,
  sent,
  useEffectsDatabase,
  withEffects,
} from './effects-of-a-case.ts'

useEffectsDatabase()

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
