// How is a month entered, and how is it published, sent back or withdrawn?
import type { Context } from 'hono'
import type * as v from 'valibot'
import type {
  RosterBody,
  RosterMonthView,
  rosterDecisionBody,
} from '../../contract/rosters/rosters.ts'
import { loadBooks } from '../../db/change/books.ts'
import type { Executor } from '../../db/client.ts'
import { keepRosterDecision, keepVersion, withRosters } from '../../db/organisation/rosters.ts'
import { type DecidedVersion, readInForce, readNames } from '../../db/organisation/rosters-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Actor, Person } from '../../domain/organisation/actor.ts'
import { clashesWith } from '../../domain/rosters/clashes.ts'
import { rosterOfficeName } from '../../domain/rosters/offices.ts'
import { mayEnterRoster, mayPublishRoster } from '../../domain/rosters/policy.ts'
import { isOver, type Roster, rosterFaults, standing } from '../../domain/rosters/roster.ts'
import { addToMonth, type Month } from '../../domain/rosters/shifts.ts'
import { elsewhereWords, faultWordsOf } from '../../domain/rosters/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { asUuid, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import {
  agreedIn,
  draftAsAgreed,
  draftOf,
  monthView,
  type RosterBooks,
  readRosterBooks,
  rosterFor,
  rostersInForce,
  versionsOf,
} from './roster-reading.ts'

export type RosterDeps = Pick<Deps, 'connection'>
type Address = { office: string; month: Month }

const mostReasons = 8

export const personOnStaff = (actor: Actor): Person => {
  if (actor.kind !== 'person' || actor.enterprise !== null)
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  return actor
}

export const readMonth = async (
  { connection }: RosterDeps,
  { actor, scope, at }: ApiEnv['Variables'],
  { office, month }: Address,
): Promise<RosterMonthView> => {
  const roster = rosterFor(actor, office)
  const { calendars } = await loadBooks(connection.db)
  return withScope(connection.pool, scope, async (tx) =>
    monthView(tx, await readRosterBooks(tx, roster, month), { actor, at, calendars }),
  )
}

export const enterRoster = async (
  deps: RosterDeps,
  c: Context<ApiEnv>,
  { office, month }: Address,
  body: RosterBody,
): Promise<RosterMonthView> => {
  const { actor, at } = c.var
  const roster = rosterFor(actor, office)
  const by = personOnStaff(actor)
  if (!mayEnterRoster(actor, roster))
    throw new DomainError('not-allowed', [
      text(
        '值班表由本单位的值班员、科长、窗口人员或局领导编排',
        'The duty officers, chiefs, clerks and leaders of the office enter its roster',
      ),
    ])
  const request = requestOf(c, { office, month, ...body })
  const id = asUuid(request.id)
  await withRosters(deps.connection.db, async (tx) => {
    const books = await readRosterBooks(tx, roster, month)
    const known = books.versions.find((one) => one.id === id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return
    refuseOver(books, at)
    refuseStale(books, body)
    const wanted: Roster = { month, starts: body.starts, entries: body.entries }
    await refuseFaults(tx, books, wanted, at)
    await keepVersion(tx, {
      id,
      bodyHash: request.hash,
      office,
      region: roster.region,
      month,
      version: body.base.version + 1,
      starts: body.starts,
      entries: body.entries,
      reason: body.reason,
      proposedBy: by.id,
      proposedByName: by.name,
      proposedAt: at,
    })
  })
  return readMonth(deps, c.var, { office, month })
}

const refuseOver = (books: RosterBooks, at: Instant): void => {
  const known = rostersInForce(books).find(({ month }) => month === books.month)
  if (isOver(books.month, known?.starts ?? ['00:00'], at))
    throw new DomainError('not-possible-now', [
      text(`${books.month} 已经过去，不能再编排`, `${books.month} is over`),
    ])
}

const changedMeanwhile = text(
  '值班表在您打开之后已有变化，请刷新后再办',
  'The roster has changed since you opened it: read it again first',
)

const refuseStale = (books: RosterBooks, { base }: Pick<RosterBody, 'base'>): void => {
  const newest = versionsOf(books)[0]?.version ?? 0
  if (base.version !== newest || base.agreed !== agreedIn(books))
    throw new DomainError('stale-revision', [changedMeanwhile])
}

/** Judged when it is entered, and again when it is published: somebody may have left in between. */
const refuseFaults = async (
  tx: Executor,
  books: RosterBooks,
  wanted: Roster,
  at: Instant,
): Promise<void> => {
  const current = rostersInForce(books).find(({ month }) => month === books.month) ?? null
  const faults = rosterFaults(wanted, { before: current, holdings: books.holdings, at })
  const people = wanted.entries.flatMap((one) => standing(one)).map(({ person }) => person)
  const names = await readNames(tx, [...new Set(people)])
  const nameOf = (id: string) => names.get(id) ?? text('不明人员', 'an unknown person').zh
  const reasons = faults.map((one) => faultWordsOf(one, nameOf))
  if (faults.length === 0) reasons.push(...(await clashes(tx, books, wanted, { at, nameOf })))
  if (reasons.length > 0) throw new DomainError('invalid-input', reasons.slice(0, mostReasons))
}

/** Nobody keeps the duty of two offices at once. */
const clashes = async (
  tx: Executor,
  books: RosterBooks,
  wanted: Roster,
  { at, nameOf }: { at: Instant; nameOf: (id: string) => string },
): Promise<Text[]> => {
  const months = [-1, 0, 1].map((n) => addToMonth(wanted.month, n))
  const inForce = await readInForce(tx, { months })
  const own = rostersInForce(books)
  return [...inForce].flatMap(([other, others]) =>
    other === books.roster.office
      ? []
      : clashesWith(wanted, { own, others }, at).map(({ shift, person }) =>
          elsewhereWords(shift, nameOf(person), rosterOfficeName(other)),
        ),
  )
}

type Decided = v.InferOutput<typeof rosterDecisionBody>

export const decideRoster = async (
  deps: RosterDeps,
  c: Context<ApiEnv>,
  { office, month }: Address,
  decided: Decided,
): Promise<RosterMonthView> => {
  const { actor, at } = c.var
  const roster = rosterFor(actor, office)
  const by = personOnStaff(actor)
  await withRosters(deps.connection.db, async (tx) => {
    const books = await readRosterBooks(tx, roster, month)
    const draft = draftToDecide(books, by, decided)
    if (decided.decision === 'approved') {
      refuseOver(books, at)
      await refuseFaults(tx, books, draftAsAgreed(books, draft), at)
    }
    await keepRosterDecision(tx, {
      roster: draft.id,
      proposedBy: draft.proposedBy,
      decision: decided.decision,
      by: by.id,
      byName: by.name,
      at,
      reason: decided.reason,
    })
  })
  return readMonth(deps, c.var, { office, month })
}

/** The version that somebody decides about is the newest one, as he has seen it, and not his own. */
const draftToDecide = (
  books: RosterBooks,
  by: Person,
  { version, decision, reason }: Decided,
): DecidedVersion => {
  if (!versionsOf(books).some((one) => one.version === version)) throw new DomainError('not-found')
  const draft = draftOf(books)
  if (!draft || draft.version !== version)
    throw new DomainError('stale-revision', [changedMeanwhile])
  const own = draft.proposedBy === by.id
  const withdrawal = decision === 'withdrawn'
  if (!(withdrawal ? own : mayPublishRoster(by, books.roster, draft.proposedBy)))
    throw new DomainError('not-allowed', [whose(withdrawal, own)])
  if (decision === 'rejected' && reason === '')
    throw new DomainError('invalid-input', [text('请写明退回的理由', 'Say why it is sent back')])
  return draft
}

const whose = (withdrawal: boolean, own: boolean): Text => {
  if (withdrawal) return text('由编排人本人撤回', 'Whoever entered it withdraws it')
  return own
    ? text('编排人不能发布自己编排的值班表', 'Nobody publishes what he has entered himself')
    : text('由本单位局领导发布或退回', 'A leader of the office publishes it or sends it back')
}
