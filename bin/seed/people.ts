// How do the people of the demo use the product? Over HTTP, signed in, like everybody else.

import type { Me } from '../../contract/account/session.ts'
import type { ActAnswer, CaseView } from '../../contract/case/cases.ts'
import type { LicenceView } from '../../contract/licences/licences.ts'
import type { ClockAnswer } from '../../contract/operation/operation.ts'
import type { RosterBody, RosterMonthView } from '../../contract/rosters/rosters.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import { DEMO_PASSWORD } from './accounts.ts'

/** A refusal of the product, in its own words. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  constructor(status: number, words: string) {
    super(words)
    this.status = status
  }
}

export type People = ReturnType<typeof createPeople>

type Request = {
  method: string
  path: string
  by: string
  json?: unknown
  form?: FormData
  key?: string
  timeoutMs?: number
}

const TIMEOUT_MS = 20_000
const ADVANCE_TIMEOUT_MS = 180_000
/** How often an answer like "not now" or "accepted, not yet committed" is asked for again. */
const PATIENCE = 30

/** The people of the demo before the API at `base`. */
export const createPeople = (base: string) => {
  const sessions = new Map<string, Promise<string>>()
  const cookieOf = (username: string) => {
    const cookie = sessions.get(username) ?? signIn(base, username)
    sessions.set(username, cookie)
    return cookie
  }
  const ask = async <Answer>(request: Request): Promise<Answer> =>
    patiently(base, request, await cookieOf(request.by)) as Promise<Answer>
  const caseOf = (by: string, id: string) =>
    ask<CaseView>({ method: 'GET', path: `/api/cases/${id}`, by })
  return {
    /** Opens a case; the same key opens it once. */
    start: (by: string, process: string, data: unknown, key: string) =>
      ask<ActAnswer>({ method: 'POST', path: `/api/cases/${process}`, by, json: { data }, key }),
    /** Does what the person's own button would do, with the task that the button belongs to. */
    act: async (by: string, id: string, type: string, data: unknown, key: string) => {
      const acts = (await caseOf(by, id)).acts.filter((act) => act.type === type)
      const act = acts.find(({ allowed }) => allowed) ?? acts[0]
      const json = { type, data, ...(act?.taskId ? { taskId: act.taskId } : {}) }
      return ask<ActAnswer>({ method: 'POST', path: `/api/cases/${id}/acts`, by, json, key })
    },
    upload: (by: string, name: string, bytes: Buffer) => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
      return ask<FileView>({ method: 'POST', path: '/api/files', by, form })
    },
    licence: (by: string, id: string) =>
      ask<LicenceView>({ method: 'GET', path: `/api/licences/${id}`, by }),
    ...ofRegisters(ask),
    ...ofRosters(ask),
    ...ofDraws(ask),
    now: async (by: string): Promise<Instant> =>
      (await ask<Me>({ method: 'GET', path: '/api/me', by })).now,
    /** Moves the laboratory clock; answers when every case touched has committed. A case that did not move is a defect of the demo. */
    advance: async (by: string, period: string): Promise<void> => {
      const request = {
        method: 'POST',
        path: '/api/clock',
        by,
        json: { advance: period },
        timeoutMs: ADVANCE_TIMEOUT_MS,
      }
      const { left } = await ask<ClockAnswer>(request)
      if (left.length > 0)
        throw new Error(`woken in vain: ${left.map(({ number }) => number).join(', ')}`)
    },
  }
}

type Ask = <Answer>(request: Request) => Promise<Answer>

/** What two people do in a register. */
const ofRegisters = (ask: Ask) => ({
  /** Proposes a new entry of a register; the same key proposes it once. */
  propose: (by: string, register: string, data: Record<string, unknown>, key: string) =>
    ask<{ id: string; entry: string }>({
      method: 'POST',
      path: `/api/registers/${register}/changes`,
      by,
      json: { entry: null, version: 0, data },
      key,
    }),
  /** Proposes a change of an entry; the same key proposes it once. */
  change: (
    by: string,
    register: string,
    json: { entry: string; version: number; data: Record<string, unknown> },
    key: string,
  ) =>
    ask<{ id: string }>({
      method: 'POST',
      path: `/api/registers/${register}/changes`,
      by,
      json,
      key,
    }),
  /** The number of the entry of that name; '' where there is none. */
  entryNumber: async (by: string, register: string, name: string): Promise<string> => {
    const path = `/api/registers/${register}/entries?q=${encodeURIComponent(name)}&limit=1`
    const { items } = await ask<{ items: { number: string }[] }>({ method: 'GET', path, by })
    return items[0]?.number ?? ''
  },
  confirm: (by: string, register: string, id: string, key: string) =>
    ask<{ id: string }>({
      method: 'POST',
      path: `/api/registers/${register}/changes/${id}/approval`,
      by,
      json: {},
      key,
    }),
})

/** What two people do to draw by lot. */
const ofDraws = (ask: Ask) => ({
  freezeDraw: (by: string, json: unknown, key: string) =>
    ask<{ id: string }>({ method: 'POST', path: '/api/draws', by, json, key }),
  stepOfDraw: (by: string, draw: string, step: string, json: unknown, key: string) =>
    ask<unknown>({ method: 'POST', path: `/api/draws/${draw}/${step}`, by, json, key }),
  makeYearPlan: (by: string, json: unknown, key: string) =>
    ask<{ id: string }>({ method: 'POST', path: '/api/year-plans', by, json, key }),
  stepOfYearPlan: (by: string, plan: string, step: string, key: string) =>
    ask<unknown>({
      method: 'POST',
      path: `/api/year-plans/${plan}/${step}`,
      by,
      json: { reason: '同意按计划实施' },
      key,
    }),
  idOf: async (by: string): Promise<string> =>
    (await ask<Me>({ method: 'GET', path: '/api/me', by })).id,
})

/** What the people of an office do with its duty roster. */
const ofRosters = (ask: Ask) => ({
  roster: (by: string, office: string, month: string) =>
    ask<RosterMonthView>({ method: 'GET', path: `/api/rosters/${office}/${month}`, by }),
  /** Enters a month; the same key enters it once. */
  enterRoster: (by: string, office: string, month: string, json: RosterBody, key: string) =>
    ask<RosterMonthView>({
      method: 'POST',
      path: `/api/rosters/${office}/${month}`,
      by,
      json,
      key,
    }),
  publishRoster: (by: string, office: string, month: string, version: number) =>
    ask<RosterMonthView>({
      method: 'POST',
      path: `/api/rosters/${office}/${month}/decision`,
      by,
      json: { version, decision: 'approved' },
    }),
})

async function signIn(base: string, username: string): Promise<string> {
  const credentials = { username, password: DEMO_PASSWORD }
  const request = { method: 'POST', path: '/api/session', by: username, json: credentials }
  const response = await send(base, request, '')
  if (!response.ok) throw await refusal(response, request)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function patiently(base: string, request: Request, cookie: string): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    const response = await send(base, request, cookie)
    const wait = response.status === 503 || response.status === 429
    if (!wait && response.ok) return response.json()
    if (!wait || tries === PATIENCE) throw await refusal(response, request)
    await new Promise((resolve) =>
      setTimeout(resolve, 1000 * Number(response.headers.get('retry-after') ?? 0.5)),
    )
  }
}

function send(
  base: string,
  { method, path, json, form, key, timeoutMs = TIMEOUT_MS }: Request,
  cookie: string,
): Promise<Response> {
  const headers = {
    cookie,
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  const body = form ?? (json === undefined ? null : JSON.stringify(json))
  return fetch(base + path, { method, headers, body, signal: AbortSignal.timeout(timeoutMs) })
}

async function refusal(response: Response, { method, path, by }: Request): Promise<Refused> {
  const words = (await response.text()).slice(0, 600)
  return new Refused(response.status, `${by}: ${method} ${path} → ${response.status} ${words}`)
}
