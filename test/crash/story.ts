// A hazard on the eve of its date, as crash tests want it, and what must be true of it afterwards.
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { messageIdOf } from '../../activities/mail.ts'
import { openMailStore } from '../../bin/infra/mail/mail-store.ts'
import { createClock } from '../../db/clock.ts'
import {
  caseFacts,
  cases,
  effects,
  escalationLevels,
  notices,
} from '../../db/schema/cases/cases.ts'
import { persons } from '../../db/schema/organisation/organisation.ts'
import { dailyMails } from '../../db/schema/statistics/daily.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import type { Product } from '../support/servers/product.ts'

export const process = 'hazard-rectification'
export const dueDate = '2026-03-10'
/** 24:00 of the due date. */
export const dueAt = '2026-03-10T16:00:00.000Z'

export const report = {
  title: '反应釜安全阀失效',
  site: '三车间',
  category: 'hazchem',
  description: '安全阀超期未校验',
  suspectedMajor: false,
  photos: [],
}

/** Two people of the enterprise, two inspectors and their chief. */
export const cast = async (product: Product) => {
  const [safety, principal, lin, wu, chief] = await Promise.all(
    [
      'e001.safety',
      'e001.principal',
      'kecheng.inspector1',
      'kecheng.inspector2',
      'kecheng.chief',
    ].map(product.person),
  )
  if (!safety || !principal || !lin || !wu || !chief) throw new Error('the cast is not complete')
  return { safety, principal, lin, wu, chief }
}

export type Cast = Awaited<ReturnType<typeof cast>>

export const order = { dueDate, requirements: '更换安全阀并校验' }

/** Reported and verified by two. */
export const verified = async (product: Product, { safety, lin, wu }: Cast): Promise<string> => {
  await createClock(product.db, true).setNow('2026-03-02T01:00:00.000Z')
  const { id } = await safety.start(process, report)
  await lin.act(id, 'verify', { grade: 'general', findings: '情况属实' })
  await wu.act(id, 'sign')
  return id
}

/** Reported, verified by two, ordered to be rectified by `dueDate`. */
export const ordered = async (product: Product, people: Cast): Promise<string> => {
  const id = await verified(product, people)
  await people.lin.act(id, 'issue-order', order)
  return id
}

/** The legal clock stands `seconds` before the end of the date, and the case has armed its timer for it. */
export const onTheEve = async (
  product: Product,
  id: string,
  { chief }: Cast,
  seconds: number,
): Promise<void> => {
  await createClock(product.db, true).setNow(
    new Date(Date.parse(dueAt) - seconds * 1000).toISOString(),
  )
  await chief.act(id, 'urge', { reason: '请尽快' })
}

export const factsOf = (product: Product, id: string) =>
  product.db.select().from(caseFacts).where(eq(caseFacts.caseId, id)).orderBy(caseFacts.seq)

export const escalationLevelsOf = (product: Product, id: string) =>
  product.db.select().from(escalationLevels).where(eq(escalationLevels.caseId, id))

/** Waits until the case is overdue and its notices are out. */
export const overdue = async (product: Product, id: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        const [row] = await product.db
          .select()
          .from(escalationLevels)
          .where(
            and(
              eq(escalationLevels.caseId, id),
              eq(escalationLevels.escalationLevel, 'overdue'),
              eq(escalationLevels.status, 'fired'),
            ),
          )
        const waiting = await product.db
          .select()
          .from(effects)
          .where(and(eq(effects.caseId, id), eq(effects.status, 'pending')))
        return row !== undefined && waiting.length === 0
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(true)
}

/** Nothing is left to be told about a case. */
export const allNotified = async (product: Product, id: string): Promise<void> => {
  const waiting = and(eq(effects.caseId, id), eq(effects.status, 'pending'))
  await expect
    .poll(async () => (await product.db.select().from(effects).where(waiting)).length, {
      timeout: 60_000,
      interval: 200,
    })
    .toBe(0)
}

/** Nothing lost, nothing twice: chain whole, each level's fact once, each person told once per level, each mail under one id. */
export const soundly = async (product: Product, id: string): Promise<void> => {
  await allNotified(product, id)
  const facts = await factsOf(product, id)
  const [row] = await product.db.select().from(cases).where(eq(cases.id, id))
  expect(
    verifyChain(facts, { facts: row?.record.facts ?? -1, head: row?.record.headHash ?? '' }),
  ).toMatchObject({ valid: true })
  onlyOnce(
    facts
      .filter(({ type }) => type === 'escalation')
      .map(({ data }) => `${data.obligation}/${data.escalationLevel}`),
  )
  const noticeRows = await product.db.select().from(notices).where(eq(notices.caseId, id))
  onlyOnce(noticeRows.map((one) => `${one.effectId}/${one.person}`))
  onlyOnce(
    noticeRows.flatMap((one) =>
      one.escalationLevel ? [`${one.obligation}/${one.escalationLevel}/${one.person}`] : [],
    ),
  )
  await mailedOnce(product, id)
}

const onlyOnce = (keys: string[]): void =>
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])

/** Every notice of the case lies as one distinct mail in the box of its reader, and no mail belongs to nothing. */
const mailedOnce = async (product: Product, id: string): Promise<void> => {
  const rows = await product.db
    .select({ id: notices.id, caseId: notices.caseId, to: persons.mail })
    .from(notices)
    .innerJoin(persons, eq(persons.id, notices.person))
  const mails = mailsIn(product)
  const wanted = rows
    .filter(({ caseId }) => caseId === id)
    .map((row) => `${messageIdOf(row.id)} ${row.to}`)
  const arrived = mails.map(({ messageId, to }) => `${messageId} ${to.join()}`)
  expect(wanted.filter((one) => arrived.filter((other) => other === one).length !== 1)).toEqual([])
  // A machine so slow that the morning comes meanwhile sends the letters of the morning too.
  const ofMornings = await product.db.select({ id: dailyMails.id }).from(dailyMails)
  const known = new Set([...rows, ...ofMornings].map((row) => messageIdOf(row.id)))
  expect(
    mails.filter(({ messageId }) => !known.has(messageId)).map(({ subject }) => subject),
  ).toEqual([])
}

/** The mails received, one per Message-ID; `copies` counts how often each came. */
export const mailsIn = (product: Product) =>
  openMailStore(product.env.MAILBOX_DIR).mails({ limit: 100_000 })

/** The level of the date itself, once it has fired: at its own instant, recorded later. */
export const overdueEscalationLevel = async (
  product: Product,
  id: string,
): Promise<{ firedAt: string | null; latenessMs: number }> => {
  const escalationLevel = (await escalationLevelsOf(product, id)).find(
    (one) => one.escalationLevel === 'overdue',
  )
  return {
    firedAt: escalationLevel?.firedAt ?? null,
    latenessMs:
      Date.parse(escalationLevel?.recordedAt ?? '') - Date.parse(escalationLevel?.plannedAt ?? ''),
  }
}
