// What becomes of money that the treasury's platform tells of: once, whatever is sent again and whoever is stopped in between?
import { type Command, findCommand } from '../../db/cases/commands.ts'
import { raiseDifference } from '../../db/payments/differences.ts'
import { orderOfCode, type PaymentOrder } from '../../db/payments/orders.ts'
import {
  bookedBy,
  keepReceipt,
  type PaymentReceipt,
  processOfCase,
  settleReceipt,
  unsettledReceipts,
} from '../../db/payments/receipts.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError, errorCodes } from '../../domain/language/errors.ts'
import { spellFen } from '../../domain/language/money.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { type Movement, treasuryPlatform } from '../../domain/payments/platform.ts'
import type { Difference, ReceiptState } from '../../domain/payments/standing.ts'
import type { Deps } from '../http/deps.ts'

type IntakeDeps = Pick<Deps, 'connection' | 'cases' | 'clock' | 'log'>
type Taken = { serial: string; state: ReceiptState }

/** Kept before anything is judged, so that it is never lost. The same serial number with other content is refused, and raised. */
export const takeMovement = async (
  deps: IntakeDeps,
  movement: Movement,
  source: PaymentReceipt['source'],
): Promise<Taken> => {
  const { db } = deps.connection
  const at = await deps.clock.now()
  const kept = await keepReceipt(db, movement, { source, at })
  const hash = bodyHash(movement)
  if (kept.movementHash === hash) return settle(deps, kept)
  await raise(
    deps,
    {
      ...about(movement, kept),
      kind: 'other-replay',
      detail: text(
        `先前${yuan(kept.movement.amountFen)}，现在${yuan(movement.amountFen)}`,
        `First ${yuan(kept.movement.amountFen)}, now ${yuan(movement.amountFen)}`,
      ),
    },
    `${movement.serial} ${hash}`,
  )
  throw new DomainError('key-reused')
}

/** What a stopped process has left behind. */
export const settleLeft = async (deps: IntakeDeps): Promise<void> => {
  for (const receipt of await unsettledReceipts(deps.connection.db))
    await settle(deps, receipt).catch((error: Error) =>
      deps.log.warn({ serial: receipt.serial, kind: error.name }, 'money waits to be booked'),
    )
}

const yuan = (fen: number): string => `${spellFen(fen)}元`

type Whose = { caseId: string | null; item: number | null }
type Verdict = { state: 'booked' | 'kept'; difference?: { kind: Difference; detail: Text } }

const about = ({ serial, on: day, amountFen }: Movement, { caseId, item }: Whose) => ({
  serial,
  day,
  amountFen,
  caseId,
  item,
})

const raise = async (
  { connection, clock }: IntakeDeps,
  difference: Parameters<typeof raiseDifference>[1],
  key: string,
) => raiseDifference(connection.db, difference, key, await clock.now())

const settle = async (deps: IntakeDeps, receipt: PaymentReceipt): Promise<Taken> => {
  const { serial, movement, state } = receipt
  if (state !== 'received') return { serial, state }
  const { db } = deps.connection
  const order = await orderOfCode(db, movement.code)
  const verdict = await verdictOn(deps, movement, order)
  const whose: Whose = { caseId: order?.caseId ?? null, item: order?.item ?? null }
  const at = await deps.clock.now()
  await db.transaction(async (tx) => {
    await settleReceipt(tx, serial, { state: verdict.state, ...whose })
    if (verdict.difference)
      await raiseDifference(tx, { ...about(movement, whose), ...verdict.difference }, serial, at)
  })
  return { serial, state: verdict.state }
}

const kept = (kind: Difference, detail: Text): Verdict => ({
  state: 'kept',
  difference: { kind, detail },
})

const verdictOn = async (
  deps: IntakeDeps,
  movement: Movement,
  order: PaymentOrder | null,
): Promise<Verdict> => {
  const { code, currency } = movement
  if (!order) return kept('unknown-code', text(`缴款码${code}`, `Code ${code}`))
  if (currency !== 'CNY') return kept('foreign-currency', text(currency, currency))
  const process = await processOfCase(deps.connection.db, order.caseId)
  if (process === null) return kept('unknown-code', text(`缴款码${code}`, `Code ${code}`))
  return booked(deps, process, commandOf(movement, order, await deps.clock.now()))
}

/** Named after the serial number: the same money is the same command for ever. */
const commandOf = (
  { serial, kind, amountFen, on, receipt }: Movement,
  { caseId, item }: PaymentOrder,
  at: string,
): Command => {
  const body = { kind, amountFen, on, receipt, item }
  return {
    id: commandId(treasuryPlatform.id, serial),
    caseId,
    actor: { kind: 'system', id: treasuryPlatform.id },
    type: 'collected',
    body,
    taskId: null,
    ifMatch: null,
    bodyHash: bodyHash(body),
    occurredAt: at,
    recordedAt: at,
    answer: null,
  }
}

const booked = async (deps: IntakeDeps, process: string, command: Command): Promise<Verdict> => {
  const { db } = deps.connection
  try {
    await deps.cases.give(process, command)
  } catch (error) {
    const answer = (await findCommand(db, command.id))?.answer
    // Nobody knows: the same message, or whoever looks after what was left, tells.
    if (!(error instanceof DomainError) || !answer || answer.ok) throw error
    const { code, reasons } = answer.problem
    return kept('not-booked', reasons[0] ?? errorCodes[code].title)
  }
  const over = Number(command.body.amountFen) - (await bookedBy(db, command.id))
  if (over <= 0) return { state: 'booked' }
  const detail = text(`多缴${yuan(over)}`, `${yuan(over)} more than was owed`)
  return { state: 'booked', difference: { kind: 'overpaid', detail } }
}
