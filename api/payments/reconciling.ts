// Do the platform's file of a day and what we know of that day say the same?
import { differenceOver, raiseDifference } from '../../db/payments/differences.ts'
import { keepStatement, receiptsOfDay } from '../../db/payments/receipts.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Movement, Statement } from '../../domain/payments/platform.ts'
import type { Deps } from '../http/deps.ts'
import { invalid } from '../http/input.ts'
import { settleLeft, takeMovement } from './intake.ts'

type Compared = { day: string; movements: number; kept: number; missing: number }

/** What it has and we lack goes the way of every message; what we have and it lacks, or says otherwise, is raised. The same file again changes nothing. */
export const reconcile = async (deps: Deps, statement: Statement): Promise<Compared> => {
  refuseBroken(statement)
  const { day, count, sumFen, movements } = statement
  const { db } = deps.connection
  await settleLeft(deps)
  let kept = 0
  for (const movement of movements) if (!(await isBooked(deps, movement))) kept += 1
  const at = await deps.clock.now()
  const told = new Set(movements.map(({ serial }) => serial))
  for (const serial of told) await differenceOver(db, serial, at)
  const missing = (await receiptsOfDay(db, day)).filter(({ serial }) => !told.has(serial))
  for (const { serial, caseId, item, movement } of missing) {
    const { amountFen, receipt } = movement
    const detail = text(
      `对账文件中没有流水号${serial}（票据号${receipt}）`,
      `The file has no ${serial} (receipt ${receipt})`,
    )
    const kind = 'not-in-file' as const
    await raiseDifference(db, { kind, caseId, item, serial, day, amountFen, detail }, serial, at)
  }
  await keepStatement(db, { day, hash: bodyHash(statement), count, sumFen, takenAt: at })
  return { day, movements: count, kept, missing: missing.length }
}

/** A file that contradicts itself was cut off or changed on its way: nothing of it is taken. */
const refuseBroken = ({ day, count, sumFen, movements }: Statement): void => {
  const sum = movements.reduce((total, { amountFen }) => total + amountFen, 0)
  if (movements.length !== count) throw invalid([{ path: 'count', message: 'is another' }])
  if (sum !== sumFen) throw invalid([{ path: 'sumFen', message: 'is another' }])
  if (movements.some(({ on }) => on !== day))
    throw invalid([{ path: 'movements', message: 'are of another day' }])
  if (new Set(movements.map(({ serial }) => serial)).size !== count)
    throw invalid([{ path: 'movements', message: 'a serial number twice' }])
}

const isBooked = async (deps: Deps, movement: Movement): Promise<boolean> => {
  try {
    return (await takeMovement(deps, movement, 'statement')).state === 'booked'
  } catch (error) {
    // Raised already; the rest of the file is no worse for it.
    if (error instanceof DomainError && error.code === 'key-reused') return false
    throw error
  }
}
