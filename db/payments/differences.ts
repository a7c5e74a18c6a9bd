// What of the money differs, and who has cleared it?
import { and, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { derivedId } from '../../domain/identity/commands.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { cases } from '../schema/cases/cases.ts'
import { paymentDifferences } from '../schema/payments/payments.ts'
import type { Reader } from '../scope.ts'

export type PaymentDifference = typeof paymentDifferences.$inferSelect
type Raised = Pick<
  PaymentDifference,
  'kind' | 'caseId' | 'item' | 'serial' | 'day' | 'amountFen' | 'detail'
>

/** `about`: what tells it from others of its kind. Raised once, however often it is found. */
export const raiseDifference = async (
  db: Executor,
  difference: Raised,
  about: string,
  at: Instant,
): Promise<void> => {
  const id = derivedId('payment difference', difference.kind, about)
  await db
    .insert(paymentDifferences)
    .values({ ...difference, id, raisedAt: at })
    .onConflictDoNothing()
}

export type ClearedBy = { id: string; name: string; how: string; at: Instant }

/** False: it is cleared already, by whomever. */
export const clearDifference = async (
  db: Executor,
  id: string,
  { at, id: clearedBy, name: clearedByName, how: clearedHow }: ClearedBy,
): Promise<boolean> => {
  const changed = await db
    .update(paymentDifferences)
    .set({ clearedAt: at, clearedBy, clearedByName, clearedHow })
    .where(and(eq(paymentDifferences.id, id), isNull(paymentDifferences.clearedAt)))
    .returning({ id: paymentDifferences.id })
  return changed.length > 0
}

/** A corrected file has what the one before it lacked. */
export const differenceOver = async (db: Executor, serial: string, at: Instant): Promise<void> => {
  const missing = and(
    eq(paymentDifferences.serial, serial),
    eq(paymentDifferences.kind, 'not-in-file'),
    isNull(paymentDifferences.clearedAt),
  )
  await db.update(paymentDifferences).set({ clearedAt: at, clearedHow: 'platform' }).where(missing)
}

const ofCase = {
  number: cases.number,
  process: cases.process,
  chart: cases.chart,
  region: sql<Region>`${cases.region}`,
  owner: cases.owner,
}
/** `record`: null, where it belongs to no case. */
export type DifferenceOfCase = {
  difference: PaymentDifference
  record: Pick<CaseRecord, keyof typeof ofCase> | null
}

const place = {
  process: cases.process,
  chart: cases.chart,
  region: ofCase.region,
  owner: cases.owner,
}
/** What tells by whom a case is worked. */
export type PlaceOfDifferences = Pick<CaseRecord, keyof typeof place>

/** Of the cases that have any, each once: as many as there are offices and charts, however much money differs. */
export const readPlacesOfDifferences = (
  tx: Pick<Reader, 'select'>,
): Promise<PlaceOfDifferences[]> =>
  tx
    .select(place)
    .from(paymentDifferences)
    .innerJoin(cases, eq(cases.id, paymentDifferences.caseId))
    .groupBy(cases.process, cases.chart, cases.region, cases.owner)

const isAt = ({ process, chart, region, owner }: PlaceOfDifferences): SQL | undefined =>
  and(
    eq(cases.process, process),
    eq(cases.chart, chart),
    eq(cases.region, region),
    owner === null ? isNull(cases.owner) : eq(cases.owner, owner),
  )

const selectDifferences = (tx: Pick<Reader, 'select'>) =>
  tx
    .select({ difference: paymentDifferences, record: ofCase })
    .from(paymentDifferences)
    .leftJoin(cases, eq(cases.id, paymentDifferences.caseId))

/** Open ones first, the newest first. `places`: of whose cases; `ofNoCase`: those that belong to none as well. */
export const readDifferences = (
  tx: Pick<Reader, 'select'>,
  { places, ofNoCase }: { places: readonly PlaceOfDifferences[]; ofNoCase: boolean },
  most: number,
): Promise<DifferenceOfCase[]> =>
  selectDifferences(tx)
    .where(
      or(
        and(isNull(paymentDifferences.caseId), sql`${ofNoCase}`),
        and(isNotNull(paymentDifferences.caseId), or(sql`false`, ...places.map(isAt))),
      ),
    )
    .orderBy(
      sql`${paymentDifferences.clearedAt} IS NOT NULL`,
      desc(paymentDifferences.raisedAt),
      desc(paymentDifferences.id),
    )
    .limit(most)

export const readDifference = async (
  tx: Pick<Reader, 'select'>,
  id: string,
): Promise<DifferenceOfCase | null> => {
  const [found] = await selectDifferences(tx).where(eq(paymentDifferences.id, id))
  return found ?? null
}

export const differencesOfCase = (
  tx: Pick<Reader, 'select'>,
  caseId: string,
): Promise<PaymentDifference[]> =>
  tx
    .select()
    .from(paymentDifferences)
    .where(eq(paymentDifferences.caseId, caseId))
    .orderBy(desc(paymentDifferences.raisedAt))
