// What do the routes take and answer of what could not be used?
import * as v from 'valibot'
import { cursor, givenDay, limit, pageQuery, reasoned, shortText } from '../parts/given.ts'
import { bilingual, decimal, flag, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const state = v.picklist(['waiting', 'done', 'failed'])

const replay = v.strictObject({
  id: string,
  at: moment,
  by: string,
  reason: string,
  state,
  doneAt: maybe(moment),
  words: maybe(bilingual),
})

const replays = list(replay)

const page = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ items: list(item), total: decimal, cursor: maybe(string) })

/** How many wait for somebody, and what may be chosen among. */
const letters = v.strictObject({
  counts: v.strictObject({ frame: decimal, command: decimal, outbox: decimal, unknown: decimal }),
  feeds: list(v.strictObject({ id: string, name: string })),
  reasons: list(string),
})
export type LettersView = v.InferOutput<typeof letters>

const row = {
  seq: decimal,
  feed: string,
  device: maybe(string),
  peer: string,
  reason: string,
  words: string,
  at: moment,
  kept: decimal,
  whole: flag,
  replayed: maybe(state),
}

const frames = page(v.strictObject(row))
export type FramePage = v.InferOutput<typeof frames>

const part = v.strictObject({
  from: decimal,
  to: decimal,
  fields: list(v.strictObject({ name: string, value: string })),
  fault: maybe(v.strictObject({ at: decimal, words: string })),
})

const frame = v.strictObject({
  ...row,
  protocol: string,
  offset: decimal,
  hex: string,
  /** By the rules of its protocol as the registry has them now; null: no protocol of frames. */
  frames: maybe(list(part)),
  /** Why it cannot be read again; null: it can. */
  obstacle: maybe(bilingual),
  replays,
})
export type FrameView = v.InferOutput<typeof frame>

const counts = page(
  v.strictObject({
    feed: string,
    device: string,
    reason: string,
    day: string,
    count: decimal,
  }),
)
export type CountPage = v.InferOutput<typeof counts>

const commands = page(
  v.strictObject({
    id: string,
    caseId: string,
    number: maybe(string),
    title: maybe(string),
    type: maybe(string),
    error: string,
    at: moment,
    standing: v.picklist(['waiting', 'under-way', 'solved']),
    obstacle: maybe(bilingual),
    replays,
  }),
)
export type CommandRow = CommandPage['items'][number]
export type CommandPage = v.InferOutput<typeof commands>

const outbox = page(
  v.strictObject({
    id: decimal,
    alarm: string,
    name: string,
    kind: string,
    level: v.picklist([1, 2, 3, 4]),
    attempts: decimal,
    error: string,
    createdAt: moment,
    nextAt: moment,
    replays,
  }),
)
export type OutboxRow = OutboxPage['items'][number]
export type OutboxPage = v.InferOutput<typeof outbox>

const replayWanted = v.strictObject({ id: string })
const filter = v.optional(shortText, '')
const anyDay = v.union([v.literal(''), givenDay])

export const refusedQuery = v.object({
  feed: filter,
  device: filter,
  reason: filter,
  day: v.optional(anyDay, ''),
  limit,
  cursor,
})

export const letterContract = {
  'GET /api/letters': {
    status: 200,
    says: 'What waits, and what may be chosen among',
    answer: letters,
  },
  'GET /api/letters/frames': {
    query: refusedQuery,
    status: 200,
    says: 'One page, newest first',
    answer: frames,
  },
  'GET /api/letters/frames/{id}': {
    status: 200,
    says: 'Its bytes and what they say',
    answer: frame,
  },
  'GET /api/letters/counts': {
    query: refusedQuery,
    status: 200,
    says: 'One page, newest day first',
    answer: counts,
  },
  'GET /api/letters/commands': {
    query: pageQuery,
    status: 200,
    says: 'One page, newest first',
    answer: commands,
  },
  'GET /api/letters/outbox': {
    query: pageQuery,
    status: 200,
    says: 'One page, newest first',
    answer: outbox,
  },
  'POST /api/letters/frames/{id}/replay': {
    body: reasoned,
    status: 202,
    says: 'The holder of its line will do it',
    answer: replayWanted,
  },
  'POST /api/letters/commands/{id}/replay': {
    body: reasoned,
    status: 202,
    says: 'Its case decides it anew',
    answer: replayWanted,
  },
  'POST /api/letters/outbox/{id}/replay': {
    body: reasoned,
    status: 202,
    says: 'It will be delivered at once',
    answer: replayWanted,
  },
} as const satisfies ContractRoutes
