// How does somebody ask another to take his shift, and how is that answered (换班)?
import type { Context } from 'hono'
import type * as v from 'valibot'
import type {
  ExchangeBody,
  ExchangeView,
  exchangeDecisionBody,
} from '../../contract/rosters/rosters.ts'
import type { Executor } from '../../db/client.ts'
import { keepExchange, keepExchangeDecision, withRosters } from '../../db/organisation/rosters.ts'
import {
  exchangeOf,
  findExchange,
  readInForce,
  readNames,
  readUndone,
} from '../../db/organisation/rosters-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Actor, Person } from '../../domain/organisation/actor.ts'
import { clashesWith } from '../../domain/rosters/clashes.ts'
import { type Exchange, exchangeFault, withExchange } from '../../domain/rosters/exchanges.ts'
import { type RosterOffice, rosterOfficeName } from '../../domain/rosters/offices.ts'
import { leadsRoster } from '../../domain/rosters/policy.ts'
import { addToMonth, beginningOf, monthOf, sameShift } from '../../domain/rosters/shifts.ts'
import { elsewhereWords, exchangeFaultWords } from '../../domain/rosters/words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { asUuid, requestOf } from '../http/command.ts'
import type { ApiEnv } from '../http/deps.ts'
import { exchangeView } from './exchange-view.ts'
import { personOnStaff, type RosterDeps } from './roster-acts.ts'
import { type RosterBooks, readRosterBooks, rosterFor, rostersInForce } from './roster-reading.ts'

export const askExchange = async (
  deps: RosterDeps,
  c: Context<ApiEnv>,
  office: string,
  body: ExchangeBody,
): Promise<ExchangeView> => {
  const { actor, at } = c.var
  const roster = rosterFor(actor, office)
  const by = personOnStaff(actor)
  const request = requestOf(c, { office, ...body })
  const id = asUuid(request.id)
  await withRosters(deps.connection.db, async (tx) => {
    const known = await findExchange(tx, id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return
    const books = await readRosterBooks(tx, roster, monthOf(body.shift.day))
    const { shift, seat, to, inReturn, reason } = body
    const wanted: Exchange = { shift, seat, from: by.id, to, inReturn }
    await refuseExchange(tx, books, wanted, at)
    refuseAsked(books, wanted)
    await keepExchange(tx, {
      id,
      bodyHash: request.hash,
      office,
      region: roster.region,
      month: monthOf(shift.day),
      shift,
      seat,
      person: by.id,
      substitute: to,
      inReturn,
      reason,
      at,
    })
  })
  return viewOf(deps, { actor, at, roster }, id)
}

/** Judged by the rosters as they stand: when it is asked, and when it is answered. */
const refuseExchange = async (
  tx: Executor,
  books: RosterBooks,
  wanted: Exchange,
  at: Instant,
): Promise<void> => {
  const rosters = rostersInForce(books)
  const fault = exchangeFault(wanted, rosters, { holdings: books.holdings, at })
  if (fault !== null) throw new DomainError('invalid-input', [exchangeFaultWords[fault]])
  const { office } = books.roster
  const months = [-1, 0, 1].map((n) => addToMonth(books.month, n))
  const touched = new Map(
    [wanted.shift, ...(wanted.inReturn ? [wanted.inReturn] : [])].map((shift) => [
      monthOf(shift.day),
      shift,
    ]),
  )
  const others = [...(await readInForce(tx, { months }))].filter(([other]) => other !== office)
  const exchanged = withExchange(rosters, wanted)
  for (const roster of exchanged.filter(({ month }) => touched.has(month)))
    for (const [other, elsewhere] of others) {
      const [clash] = clashesWith(roster, { own: exchanged, others: elsewhere }, at).filter(
        ({ person, shift }) =>
          (person === wanted.to && sameShift(shift, wanted.shift)) ||
          (person === wanted.from && wanted.inReturn && sameShift(shift, wanted.inReturn)),
      )
      if (!clash) continue
      const names = await readNames(tx, [clash.person])
      const name = names.get(clash.person) ?? clash.person
      throw new DomainError('invalid-input', [
        elsewhereWords(clash.shift, name, rosterOfficeName(other)),
      ])
    }
}

/** One question about a shift at a time. */
const refuseAsked = ({ exchanges }: RosterBooks, { shift, from }: Exchange): void => {
  if (
    exchanges.some(
      (one) => one.decided === null && one.person === from && sameShift(one.shift, shift),
    )
  )
    throw new DomainError('not-possible-now', [
      text(
        '这一班已经请人换班，请先撤回',
        'Somebody has been asked about this shift: withdraw that first',
      ),
    ])
}

export const decideExchange = async (
  deps: RosterDeps,
  c: Context<ApiEnv>,
  id: string,
  { decision, reason }: v.InferOutput<typeof exchangeDecisionBody>,
): Promise<ExchangeView> => {
  const { actor, at } = c.var
  const found = await findExchange(deps.connection.db, id)
  if (!found) throw new DomainError('not-found')
  const roster = rosterFor(actor, found.office)
  const by = personOnStaff(actor)
  await withRosters(deps.connection.db, async (tx) => {
    const one = await findExchange(tx, id)
    if (!one) throw new DomainError('not-found')
    refuseAnswer(by, roster, { ...one, decision })
    if (one.decided?.decision === decision && one.decided.by === by.id) return
    if (one.decided !== null)
      throw new DomainError('not-possible-now', [
        text('该换班申请已经答复或撤回', 'The question has been answered or withdrawn'),
      ])
    if (beginningOf(one.shift) <= at)
      throw new DomainError('not-possible-now', [exchangeFaultWords.begun])
    if (decision === 'accepted')
      await refuseExchange(
        tx,
        await readRosterBooks(tx, roster, monthOf(one.shift.day)),
        exchangeOf(one),
        at,
      )
    await keepExchangeDecision(tx, {
      exchange: id,
      decision,
      by: by.id,
      byName: by.name,
      at,
      reason,
    })
  })
  return viewOf(deps, { actor, at, roster }, id)
}

type Answer = { person: string; substitute: string; decision: string }

/** Whoever is asked answers; a leader of the office may refuse it; whoever asked may withdraw it. */
const refuseAnswer = (
  by: Person,
  roster: RosterOffice,
  { person, substitute, decision }: Answer,
): void => {
  const may =
    decision === 'withdrawn'
      ? by.id === person
      : by.id === substitute ||
        (decision === 'declined' && by.id !== person && leadsRoster(by, roster))
  if (!may)
    throw new DomainError('not-allowed', [
      text(
        '由被请的人答复，由申请人撤回；本单位局领导可以不同意',
        'Whoever is asked answers, whoever asked withdraws; a leader of the office may refuse',
      ),
    ])
}

const viewOf = async (
  { connection: { db } }: RosterDeps,
  { actor, at, roster }: { actor: Actor; at: Instant; roster: RosterOffice },
  id: string,
): Promise<ExchangeView> => {
  const one = await findExchange(db, id)
  if (!one) throw new DomainError('not-found')
  const names = await readNames(db, [one.person, one.substitute])
  const undone = await readUndone(db, [one])
  const nameOf = (person: string) => names.get(person) ?? person
  return exchangeView(one, { actor, at, roster, nameOf, undone })
}
