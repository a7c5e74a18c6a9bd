// Does a notice whose level calls set the calls going, and what does who stands in for somebody read of it?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createNotices, type NoticeRow } from '../../activities/deliver-notice.ts'
import type { CallDeps, Mail } from '../../activities/deps.ts'
import { bodyFor } from '../../activities/recipients.ts'
import { effects, notices } from '../../db/schema/cases/cases.ts'
import {
  substitutionAgreements,
  substitutions,
} from '../../db/schema/organisation/substitutions.ts'
import { text } from '../../domain/language/words.ts'
import type { NoticeEffect } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import {
  notice,
  now,
  type Outcome,
  opened,
  sent,
  useEffectsDatabase,
  withEffects,
} from './effects-of-a-case.ts'

useEffectsDatabase()

type How = { begin?: CallDeps['begin']; outcome?: Outcome; setUp?: boolean }
const away = { ok: false, detail: 'away', retry: true }

/** What becomes of that notice, and what was begun and sent for it, in its order. */
const delivered = async (
  more: Partial<NoticeEffect>,
  { begin = async () => undefined, outcome = sent, setUp = true }: How = {},
) => {
  const caseId = await withEffects(notice(more))
  const [row] = await opened.db.select().from(effects).where(eq(effects.caseId, caseId))
  const happened: string[] = []
  const mails: Mail[] = []
  const calls = {
    begin: async ({ effect, process }: { effect: string; process: string }) => {
      happened.push(`calls of ${effect === row?.id ? 'it' : effect} in ${process}`)
      await begin({ effect, process })
    },
  }
  const mail = {
    send: async (one: Mail) => {
      happened.push(`mail to ${one.to}`)
      mails.push(one)
      return outcome
    },
  }
  const { deliver } = createNotices({ db: opened.db, mail, ...(setUp ? { calls } : {}) } as never)
  const answer = await deliver(row as NoticeRow, now, { process: 'counter', earlier: [] })
  return { answer, happened, mails, caseId }
}
const called = { calls: true } as const
const mailed = 'mail to lin@anjian.example'

test('where its level calls the calls are begun, before any mail; where it does not, or nothing is set up, nobody is called', async () => {
  const { answer, happened } = await delivered(called)
  expect([answer, happened]).toEqual(['done', ['calls of it in counter', mailed]])
  const silent = await delivered({})
  expect([silent.answer, silent.happened]).toEqual(['done', [mailed]])
  const nowhere = await delivered(called, { setUp: false })
  expect([nowhere.answer, nowhere.happened]).toEqual(['done', [mailed]])
})

test('calls that could not be begun are begun again later, and the mail goes out all the same', async () => {
  const begin = () => Promise.reject(new Error('Temporal is away'))
  const { answer, happened } = await delivered(called, { begin })
  expect([answer, happened]).toEqual(['failed', ['calls of it in counter', mailed]])
  expect((await delivered(called, { outcome: away })).answer).toBe('failed')
})

test('a notice that finds nobody calls nobody', async () => {
  const { answer, happened } = await delivered({ ...called, people: ['nobody'] })
  expect([answer, happened]).toEqual(['done', []])
})

test('who stands in for somebody reads for whom and by which order, in the inbox and in his mail', async () => {
  const order = { id: randomUUID(), person: 'fang', substitute: 'gao' }
  const days = { fromDay: '2026-03-05', toDay: '2026-03-05' }
  await opened.db.insert(substitutions).values({
    ...order,
    ...days,
    since: later(now, -1_000),
    until: later(now, 1_000),
    order: '衢应急〔2026〕1号',
    reason: '出差',
    posts: ['330802-bureau/section-chief'],
    bodyHash: 'x',
    createdBy: 'fang',
    createdAt: now,
  })
  await opened.db.insert(substitutionAgreements).values({ substitution: order.id, at: now })
  const { caseId, mails } = await delivered({ people: ['fang'] })
  const rows = await opened.db.select().from(notices).where(eq(notices.caseId, caseId))
  const of = (who: string) => rows.find(({ person }) => person === who)
  expect(of('fang')).toMatchObject({ body: { zh: '正文' }, onBehalfOf: null })
  expect(of('gao')).toMatchObject({
    body: { zh: '正文（您作为代理人代 方科长（衢应急〔2026〕1号） 收到本通知）' },
    onBehalfOf: [{ id: 'fang', name: '方科长', order: '衢应急〔2026〕1号' }],
  })
  const texts = mails.map((one) => [one.to, one.text.includes('代理人')])
  expect(Object.fromEntries(texts)).toEqual({
    'fang@anjian.example': false,
    'gao@anjian.example': true,
  })
})

test('who stands in for two reads both, in either language; whoever holds the post himself reads the notice alone', () => {
  const body = text('正文', 'Body')
  const onBehalfOf = ['甲', '乙'].map((name) => ({ id: name, name, order: `令${name}` }))
  const reader = { id: 'x', mail: 'x@anjian.example' }
  expect(bodyFor(body, { ...reader, onBehalfOf })).toEqual({
    zh: '正文（您作为代理人代 甲（令甲）、乙（令乙） 收到本通知）',
    en: 'Body (You receive this as the substitute of 甲 (令甲), 乙 (令乙).)',
  })
  expect(bodyFor(body, { ...reader, onBehalfOf: [] })).toBe(body)
})
