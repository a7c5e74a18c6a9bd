// What do administrators see of what could not be used?
import type { Context } from 'hono'
import type {
  CommandPage,
  CommandRow,
  CountPage,
  FramePage,
  FrameView,
  LettersView,
  OutboxPage,
} from '../../contract/letters/letters.ts'
import {
  type DeadLetterQuery,
  type FrameFound,
  type FrameHit,
  readDeadLetterOverview,
  readFaultCounts,
  readFrames,
  readQuarantine,
  readRefusedFrame,
  readReplays,
  readUndelivered,
} from '../../db/devices/dead-letters-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { caseNeverBegan, obstacleTo } from '../../domain/letters/obstacles.ts'
import type { FrameRow, LetterKind, ReplayView } from '../../domain/letters/views.ts'
import { keepsCalendars } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { keptRegions } from '../http/registry-request.ts'

type Sought = Omit<DeadLetterQuery, 'regions'>
type Paged = Pick<DeadLetterQuery, 'cursor' | 'limit'>

/** What belongs to no region yet is for those who look after more than a county, as calendars are. */
export const seesCaseless = ({ var: { actor } }: Context<ApiEnv>): boolean => keepsCalendars(actor)

export const lettersView = async (deps: Deps, c: Context<ApiEnv>): Promise<LettersView> => {
  const { frames, commands, outbox, unknown, ...choices } = await readDeadLetterOverview(
    deps.connection.db,
    keptRegions(c),
    seesCaseless(c),
  )
  return { counts: { frame: frames, command: commands, outbox, unknown }, ...choices }
}

const frameRow = ({
  seq,
  feed,
  device,
  peer,
  reason,
  words,
  at,
  kept,
  whole,
  replayed,
}: FrameHit): FrameRow => ({
  seq: Number(seq),
  feed,
  device,
  peer,
  reason,
  words,
  at: instant(at),
  kept,
  whole,
  replayed,
})

export const framePage = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sought: Sought,
): Promise<FramePage> => {
  const { rows, total, cursor } = await readFrames(deps.connection.db, {
    ...sought,
    regions: keptRegions(c),
  })
  return { items: rows.map(frameRow), total, cursor }
}

export const frameFor = async (deps: Deps, regions: string[], seq: number): Promise<FrameFound> => {
  const found = await readRefusedFrame(deps.connection.db, regions, seq)
  if (!found) throw new DomainError('not-found')
  return found
}

export const frameView = async (
  deps: Deps,
  c: Context<ApiEnv>,
  seq: number,
): Promise<FrameView> => {
  const found = await frameFor(deps, keptRegions(c), seq)
  const { protocol, offset, bytes, dialect } = found
  const reading = deps.readFrame(protocol, dialect ?? {}, bytes)
  const replays = await replaysOf(deps, 'frame', [found.seq])
  return {
    ...frameRow(found),
    protocol,
    offset,
    obstacle: obstacleTo(found),
    replays: replays(found.seq),
    hex: reading?.hex ?? Buffer.from(bytes).toString('hex'),
    frames: reading?.frames ?? null,
  }
}

export const countPage = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sought: Sought,
): Promise<CountPage> => {
  const { rows, total, cursor } = await readFaultCounts(deps.connection.db, {
    ...sought,
    regions: keptRegions(c),
  })
  return {
    items: rows.map(({ feed, device, reason, day, count }) => ({
      feed,
      device,
      reason,
      day,
      count,
    })),
    total,
    cursor,
  }
}

const standingOf = ({
  solved,
  answered,
}: {
  solved: boolean
  answered: boolean
}): CommandRow['standing'] => (solved ? (answered ? 'solved' : 'under-way') : 'waiting')

export const commandPage = async (
  deps: Deps,
  c: Context<ApiEnv>,
  paged: Paged,
): Promise<CommandPage> => {
  const page = { ...paged, regions: keptRegions(c), caseless: seesCaseless(c) }
  const { rows, total, cursor } = await readQuarantine(deps.connection.db, page)
  const replays = await replaysOf(
    deps,
    'command',
    rows.map(({ id }) => id),
  )
  const items = rows.map(({ id, caseId, number, title, type, error, at, process, ...how }) => ({
    id,
    caseId,
    number,
    title,
    type,
    error,
    at: instant(at),
    standing: standingOf(how),
    replays: replays(id),
    obstacle: process === null ? caseNeverBegan : null,
  }))
  return { items, total, cursor }
}

export const outboxPage = async (
  deps: Deps,
  c: Context<ApiEnv>,
  paged: Paged,
): Promise<OutboxPage> => {
  const { rows, total, cursor } = await readUndelivered(deps.connection.db, {
    ...paged,
    regions: keptRegions(c),
  })
  const replays = await replaysOf(
    deps,
    'outbox',
    rows.map(({ id }) => id),
  )
  const items = rows.map(
    ({ id, alarm, name, kind, level, attempts, error, createdAt, nextAt }) => ({
      id: Number(id),
      alarm,
      name,
      kind,
      level,
      attempts,
      error,
      replays: replays(id),
      createdAt: instant(createdAt),
      nextAt: instant(nextAt),
    }),
  )
  return { items, total, cursor }
}

const replaysOf = async (
  deps: Deps,
  kind: LetterKind,
  subjects: string[],
): Promise<(subject: string) => ReplayView[]> => {
  const found = await readReplays(deps.connection.db, kind, subjects)
  return (subject) =>
    found
      .filter((one) => one.subject === subject)
      .map(({ subject: _, at, doneAt, ...one }) => ({
        ...one,
        at: instant(at),
        doneAt: doneAt === null ? null : instant(doneAt),
      }))
}
