// How soon does a page of an inbox come, with its count, where a million tasks are open?
import type { InboxRow } from '../../contract/case/lists.ts'
import type { PageOf } from '../../contract/parts/pieces.ts'
import { openCases } from '../acts.ts'
import { signIn, type Visitor } from '../http.ts'
import { abreast, percentile } from '../loop.ts'
import { closingAfter, openStage, type Stage } from '../stage.ts'
import { fillInbox, readers } from './inbox-fill.ts'

type Who = keyof typeof readers
const pages = { todo: 'todo, first page', pool: 'pool, first page', fifth: 'todo, page 5' } as const
type What = keyof typeof pages
/** `matching` is the total the page shows; `ms` in ascending order. */
type InboxPoint = { who: Who; what: What; clients: number; matching: number; ms: number[] }
export type InboxFigures = { points: InboxPoint[]; filledSeconds: number }

const REQUESTS = 320
const WARM_UP = 40
const LIMIT = 50
const SETTLE_MS = 3_000
const goals: Record<Who, number> = { restricted: 20, leader: 50 }

/** Fills servers of its own and reads from the product's API process. */
export const measureInbox = async (log: (words: string) => void): Promise<InboxFigures> => {
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    log('inbox: a million open tasks and three million closed ones')
    const began = performance.now()
    await fill(stage)
    const filledSeconds = (performance.now() - began) / 1000
    log(`inbox: filled in ${filledSeconds.toFixed(0)} s`)
    return { points: await readAll(stage, log), filledSeconds }
  })
}

/** The copies have no workflows, so the worker rests: nothing but the list is measured. */
const fill = async (stage: Stage): Promise<void> => {
  const [caseId] = await openCases(await signIn(stage.base, 'e001.safety'), 1)
  process.kill(stage.pids.worker, 'SIGKILL')
  await fillInbox(stage, caseId as string)
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
}

const readAll = async (stage: Stage, log: (words: string) => void): Promise<InboxPoint[]> => {
  const points: InboxPoint[] = []
  for (const who of Object.keys(readers) as Who[]) {
    const reader = await signIn(stage.base, readers[who].id)
    for (const what of Object.keys(pages) as What[])
      for (const clients of [1, 4]) {
        log(`inbox: ${who}, ${pages[what]}, ${clients} at once`)
        points.push(await read(reader, { who, what, clients }))
      }
  }
  return points
}

const read = async (
  reader: Visitor,
  point: Pick<InboxPoint, 'who' | 'what' | 'clients'>,
): Promise<InboxPoint> => {
  const path = await pathOf(reader, point.what)
  const { total: matching } = await pageAt(reader, path)
  await abreast(WARM_UP, point.clients, async () => void (await pageAt(reader, path)))
  const ms: number[] = []
  await abreast(REQUESTS, point.clients, async () => {
    const sent = performance.now()
    await pageAt(reader, path)
    ms.push(performance.now() - sent)
  })
  return { ...point, matching, ms: ms.sort((a, b) => a - b) }
}

const pathOf = async (reader: Visitor, what: What): Promise<string> => {
  const first = `/api/inbox?box=${what === 'pool' ? 'pool' : 'todo'}&limit=${LIMIT}`
  if (what !== 'fifth') return first
  let path = first
  for (let page = 1; page < 5; page += 1)
    path = `${first}&cursor=${(await pageAt(reader, path)).cursor ?? ''}`
  return path
}

const pageAt = async (reader: Visitor, path: string): Promise<PageOf<InboxRow>> => {
  const { status, body } = await reader.ask<PageOf<InboxRow>>('GET', path)
  if (status !== 200 || body.items.length === 0)
    throw new Error(`no page of the inbox: ${status} ${JSON.stringify(body).slice(0, 500)}`)
  return body
}

/** The targets: first page with its count, one reader after the other. */
export const inboxGoals = ({ points }: InboxFigures) =>
  points
    .filter(({ what, clients }) => what === 'todo' && clients === 1)
    .map(({ who, ms }) => {
      const p95 = percentile(ms, 0.95)
      const words = `first inbox page with its count, p95 ≤ ${goals[who]} ms (${who} at 1,000,000 open tasks)`
      return { words, figure: `${p95.toFixed(1)} ms`, met: p95 <= goals[who] }
    })

export const inboxTable = ({ points }: InboxFigures) => ({
  head: [
    'page of an inbox over HTTP',
    'groups',
    'matching',
    'clients',
    'p50 ms',
    'p95 ms',
    'p99 ms',
  ],
  rows: points.map(({ who, what, clients, matching, ms }) => [
    `${who}: ${pages[what]}`,
    ...[readers[who].posts.length, matching, clients].map(String),
    ...[0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1)),
  ]),
})
