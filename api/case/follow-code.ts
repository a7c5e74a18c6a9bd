// With which code does whoever reported something follow it, and is this the right one?
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FollowReceipt } from '../../contract/parts/facts.ts'
import type { Command } from '../../db/cases/commands.ts'
import { keepFollowCode, readNumber } from '../../db/cases/follow-codes.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Deps } from '../http/deps.ts'

/** Nothing that looks like something else: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 8
const receiptLength = 12

type Secret = Pick<Deps['settings'], 'secret'>
type FollowDeps = { connection: Deps['connection']; settings: Secret }

/** Follows from the request, so that a report sent again is told the same code, and the code need lie nowhere. */
export const followReceipt = async (
  { connection, settings }: FollowDeps,
  process: Pick<ProcessDefinition, 'id'>,
  { id, caseId, occurredAt }: Pick<Command, 'id' | 'caseId' | 'occurredAt'>,
): Promise<FollowReceipt> => {
  const [code, receipt] = [
    letters(settings, `follow-code ${id}`, codeLength),
    letters(settings, `follow-receipt ${id}`, receiptLength),
  ]
  const codeHash = hashOf(settings, caseId, code)
  await keepFollowCode(connection.db, {
    caseId,
    receipt,
    process: process.id,
    codeHash,
    createdAt: occurredAt,
  })
  return { number: await readNumber(connection.db, caseId), receipt, code }
}

/** Takes as long for a wrong code as for a case that nobody may follow. */
export const isRightCode = (
  settings: Secret,
  followed: { caseId: string; codeHash: string } | null,
  code: string,
): boolean => {
  const received = Buffer.from(hashOf(settings, followed?.caseId ?? 'no case', code), 'hex')
  const kept = Buffer.from(followed?.codeHash ?? hashOf(settings, 'no case', 'no code'), 'hex')
  return timingSafeEqual(received, kept) && followed !== null
}

const hashOf = ({ secret }: Secret, caseId: string, code: string): string =>
  createHmac('sha256', secret).update(`follow-hash ${caseId} ${code}`).digest('hex')

/** Each character of the alphabet equally likely: bytes that would favour some are left out. */
const letters = ({ secret }: Secret, about: string, length: number): string => {
  const bytes = createHmac('sha512', secret).update(about).digest()
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % alphabet.length))
  return fair
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
}
