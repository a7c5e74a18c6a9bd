// Who reads which payment codes, what was paid under them, and what has to be cleared?

import type {
  CasePayments,
  PaymentDifferenceList,
  PaymentDifferenceView,
} from '../../contract/payments/payments.ts'
import {
  type DifferenceOfCase,
  differencesOfCase,
  readDifference,
  readDifferences,
  readPlacesOfDifferences,
} from '../../db/payments/differences.ts'
import { readPaymentOrders } from '../../db/payments/orders.ts'
import { receiptsOfCase } from '../../db/payments/receipts.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { groupsOf } from '../../domain/organisation/actor.ts'
import { audienceOf, isStaff, supervises } from '../../domain/organisation/policy.ts'
import { groupsFor } from '../../domain/tasks/tasks.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { caseIn } from '../reading/case-reading.ts'
import { differenceView, orderView, receiptView } from './payment-views.ts'

type Asking = Pick<Variables, 'actor' | 'scope'>

type Place = Pick<CaseRecord, 'process' | 'chart' | 'region' | 'owner'>

const isOfficerOf = (
  deps: Pick<Deps, 'processFor'>,
  record: Place,
  { actor }: Pick<Asking, 'actor'>,
): boolean => {
  const process = deps.processFor(record.process, record.chart)
  const wanted = groupsFor(process?.collections?.officers ?? [], record)
  return isStaff(actor) && groupsOf(actor).some((group) => wanted.includes(group))
}

const nothing: CasePayments = { orders: [], receipts: [], differences: [] }

/** The officers of the case, and its enterprise what is its own. Row-level security is the second lock. */
export const paymentsOf = (deps: Deps, asking: Asking, id: string): Promise<CasePayments> =>
  withScope(deps.connection.pool, asking.scope, async (tx) => {
    const { record } = await caseIn(tx, id)
    // Where no money is taken there is nothing to hide.
    const process = deps.processFor(record.process, record.chart)
    if (!process?.collections) return nothing
    const officer = isOfficerOf(deps, record, asking)
    const party = audienceOf(asking.actor) === 'party'
    if (!officer && !party) throw new DomainError('not-allowed')
    const mine = <Row extends { item: number | null }>(rows: Row[]): Row[] =>
      officer ? rows : rows.filter(({ item }) => item === null)
    const orders = mine(await readPaymentOrders(tx, id))
    const receipts = mine(await receiptsOfCase(tx, id))
    const open = officer ? await differencesOfCase(tx, id) : []
    return {
      orders: orders.map((one) => orderView(one, { record, process })),
      receipts: receipts.map((one) => receiptView(one, record)),
      differences: open.map((difference) => differenceView({ difference, record })),
    }
  })

const mostRead = 200

/** Those of cases whose officer he is; what belongs to no case is for who supervises. */
export const differencesFor = (deps: Deps, asking: Asking): Promise<PaymentDifferenceList> =>
  withScope(deps.connection.pool, asking.scope, async (tx) => {
    if (!isStaff(asking.actor)) throw new DomainError('not-allowed')
    const all = await readPlacesOfDifferences(tx)
    const places = all.filter((place) => isOfficerOf(deps, place, asking))
    const his = { places, ofNoCase: supervises(asking.actor) }
    const found = await readDifferences(tx, his, mostRead + 1)
    return {
      items: found.slice(0, mostRead).map(differenceView),
      more: found.length > mostRead,
    }
  })

/** 404 where it is not his to clear. */
export const differenceFor = (
  deps: Deps,
  asking: Asking,
  id: string,
): Promise<PaymentDifferenceView> =>
  withScope(deps.connection.pool, asking.scope, async (tx) => {
    const found = await readDifference(tx, id)
    if (!found || !mayClear(deps, asking, found)) throw new DomainError('not-found')
    return differenceView(found)
  })

const mayClear = (
  deps: Deps,
  asking: Asking,
  { difference, record }: DifferenceOfCase,
): boolean => {
  if (difference.caseId === null) return supervises(asking.actor)
  return record !== null && isOfficerOf(deps, record, asking)
}
