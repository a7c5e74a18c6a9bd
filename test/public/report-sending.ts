// People of the public before an API: each request from an address of its own, unless one is named.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { ticketOf } from '../../api/http/strangers.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { notMade } from '../../domain/engine/judging/document-acts.ts'
import type { House } from '../api/house.ts'

export const contact = 'CANARY-contact 13800001111'
export const hazardReport = {
  title: '仓库消防通道堵死',
  region: '330802',
  site: '东门',
  category: 'fire',
  description: '通道上堆满纸箱',
  contact,
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers as a client of another language would
export type Body = any
type Sent = {
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
  address?: string | undefined
}
type More = { key?: string; ticket?: string; website?: string; address?: string }

export const asPublic = (house: House) => {
  let visitors = 0
  const send = async (path: string, { address, headers = {}, ...sent }: Sent = {}) => {
    visitors += 1
    const from = address ?? `10.${Math.floor(visitors / 250)}.9.${visitors % 250}`
    const answer = await house.send(path, {
      ...sent,
      headers: { 'x-forwarded-for': from, ...headers },
    })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body }
  }
  const oldTicket = () => ticketOf(house.deps.settings, Date.now() - 60_000)
  const report = (
    data: Record<string, unknown> = hazardReport,
    { key = randomUUID(), address, ...rest }: More = {},
  ) =>
    send('/api/public/cases/hazard-rectification', {
      json: { data, ticket: oldTicket(), ...rest },
      headers: { 'idempotency-key': key },
      address,
    })
  const follow = (number: string, code: string, address?: string) =>
    send('/api/public/follow', { json: { number, code }, address })
  const idOf = async (number: string) =>
    (await house.db.select({ id: cases.id }).from(cases).where(eq(cases.number, number)))[0]!.id
  return { send, oldTicket, report, follow, idOf }
}

/** An act of somebody signed in, which must be done; who is notified that a document is not made yet presses again. */
export const act = async (
  house: House,
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
) => {
  const press = () => house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  let answer = await press()
  for (const until = Date.now() + patienceMs; isBeingMade(answer) && Date.now() < until; )
    answer = await press()
  expect({ type, status: answer.status, reasons: answer.body.reasons ?? null }).toEqual({
    type,
    status: 200,
    reasons: null,
  })
}

/** The server itself waits some seconds for the document before it answers so. */
const patienceMs = 60_000
const isBeingMade = ({ status, body }: { status: number; body: Body }): boolean =>
  status === 409 && JSON.stringify(body.reasons ?? []).includes(notMade.zh)

/** Two inspectors grade it and name the enterprise; the draft of the first is signed by the second. */
export const verified = async (house: House, id: string) => {
  await act(house, 'lin', id, 'verify', {
    grade: 'general',
    enterprise: 'e-1',
    findings: 'CANARY-findings',
    opinion: 'CANARY-opinion',
  })
  await act(house, 'wu', id, 'sign', { opinion: 'CANARY-sign' })
}
