// Since when has the engine not carried out what was committed?

import { readUnseen } from '../../db/cases/wakes.ts'
import type { Database } from '../../db/client.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'

const everyMs = 10_000
/** So long people are not troubled with it: a worker that starts anew, a Temporal that changes its host. */
const patienceMs = 60_000
/** One case that cannot be woken is the auditor's finding, and no reason to warn the whole house. */
const severalCases = 3

/** Null: the engine looks at what is committed, or has only just ceased to. */
export const waitsSince = (
  { count, since }: { count: number; since: Date | null },
  answers: boolean,
  now: Date,
): Instant | null => {
  if (since === null || now.getTime() - since.getTime() < patienceMs) return null
  return answers && count < severalCases ? null : instant(since)
}

/** Asks in real time, for the sake of every open page at once. */
export const watchEngine = (
  db: Pick<Database, 'select'>,
  temporalAnswers: () => Promise<boolean>,
) => {
  let since: Instant | null = null
  const look = async (): Promise<void> => {
    const unseen = await readUnseen(db)
    since = waitsSince(unseen, unseen.since === null || (await temporalAnswers()), new Date())
  }
  const timer = setInterval(() => void look().catch(() => undefined), everyMs)
  return { waitsSince: () => since, stop: () => clearInterval(timer) }
}
