// A hazard on the eve of its date, as crash tests want it, and what must be true of it afterwards.
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { createClock } from '../../db/clock.ts'
import { caseFacts, cases, effects, notices, rungs } from '../../db/schema/cases.ts'
import { verifyChain } from '../../domain/case/chain.ts'
import type { Product } from '../support/product.ts'

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
    ['e001.safety', 'e001.principal', 'kecheng.inspector1', 'kecheng.inspector2', 'kecheng.chief'].map(product.person),
  )
  if (!safety || !principal || !lin || !wu || !chief) throw new Error('the cast is not complete')
  return { safety, principal, lin, wu, chief }
}

export type Cast = Awaited<ReturnType<typeof cast>>

/** Reported, verified by two, ordered to be rectified by `dueDate`. */
export const ordered = async (product: Product, { safety, lin, wu }: Cast): Promise<string> => {
  await createClock(product.db, true).setNow('2026-03-02T01:00:00.000Z')
  const { id } = await safety.start(process, report)
  await lin.act(id, 'verify', { grade: 'general', findings: '情况属实' })
  await wu.act(id, 'sign')
  await lin.act(id, 'issue-order', { dueDate, requirements: '更换安全阀并校验' })
  return id
}

/** The legal clock stands `seconds` before the end of the date, and the case has armed its timer for it. */
export const onTheEve = async (product: Product, id: string, { chief }: Cast, seconds: number): Promise<void> => {
  await createClock(product.db, true).setNow(new Date(Date.parse(dueAt) - seconds * 1000).toISOString())
  await chief.act(id, 'urge', { reason: '请尽快' })
}

export const factsOf = (product: Product, id: string) =>
  product.db.select().from(caseFacts).where(eq(caseFacts.caseId, id)).orderBy(caseFacts.seq)

export const rungsOf = (product: Product, id: string) => product.db.select().from(rungs).where(eq(rungs.caseId, id))

/** Waits until the case is overdue and its notices are out. */
export const overdue = async (product: Product, id: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        const [row] = await product.db
          .select()
          .from(rungs)
          .where(and(eq(rungs.caseId, id), eq(rungs.rung, 'overdue'), eq(rungs.status, 'fired')))
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

/** Nothing lost, nothing twice: chain whole, each rung's fact once, each person told once per rung, each mail under one id. */
export const soundly = async (product: Product, id: string): Promise<void> => {
  const facts = await factsOf(product, id)
  const [row] = await product.db.select().from(cases).where(eq(cases.id, id))
  expect(verifyChain(facts, { facts: row?.record.facts ?? -1, head: row?.record.headHash ?? '' })).toMatchObject({ valid: true })
  const fired = facts.filter(({ type }) => type === 'rung').map(({ data }) => `${data.obligation}/${data.rung}`)
  expect(new Set(fired).size).toBe(fired.length)
  const told = (await product.db.select().from(notices).where(eq(notices.caseId, id))).map((one) => `${one.effectId}/${one.person}`)
  expect(new Set(told).size).toBe(told.length)
}
