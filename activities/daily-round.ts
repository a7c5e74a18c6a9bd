// What is done each night and each working morning, once however often it is tried?

import { nameless } from '../commit/transient.ts'
import {
  type Job,
  keepRounds,
  lastRound,
  lockRounds,
  lockSending,
  markMail,
  pendingMails,
  type Round,
} from '../db/daily/daily.ts'
import { keepDiscretionRun, refreshDiscretion } from '../db/statistics/discretion.ts'
import { keepFlowRun, refreshFlow } from '../db/statistics/flow.ts'
import { processesWithCases } from '../db/statistics/flow-reads.ts'
import { countingOf, refreshStatistics } from '../db/statistics/statistics.ts'
import type { Books } from '../domain/change/change.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CalendarSet } from '../domain/time/calendar.ts'
import { type Instant, later } from '../domain/time/instant.ts'
import {
  latestDutyMorning,
  latestNight,
  type Morning,
  morningsDue,
  nextDutyMorning,
  nextMorning,
  nextNight,
} from '../domain/time/mornings.ts'
import type { DailyStep } from './contract.ts'
import type { ActivityDeps } from './deps.ts'
import { mailText } from './mail.ts'
import { createSendOnce, type SendOnce } from './mail-once.ts'
import { sendMorningMails } from './morning.ts'
import { lookAtSome } from './recordings/kept-bytes.ts'
import { removeUnkept } from './recordings/removal.ts'
import { tellRosterGaps } from './roster-gaps.ts'

const flowPatienceMs = 5_000
const statisticsPatienceMs = 3_000
const discretionPatienceMs = 3_000
const recordingsPatienceMs = 3_000
const bytesPatienceMs = 10_000
/** In between whoever waits for a mail or a morning comes first. */
const betweenLooksMs = 1_000
/** From one to six o'clock nobody else wants the disk. */
const nightMs = 5 * 3_600_000
const mailsAtOnce = 20
/** How long a mail waits when the mail server does not answer. */
const retryMs = 15_000

/** One bounded step of whatever is due; `more`: there is more to do at once. */
export const createDailyRound = (deps: ActivityDeps) => {
  const sendOnce = createSendOnce(deps)
  return async (): Promise<DailyStep> => {
    try {
      return await step(deps, sendOnce)
    } catch (error) {
      throw nameless(error)
    }
  }
}

const step = async (deps: ActivityDeps, sendOnce: SendOnce): Promise<DailyStep> => {
  const [now, books] = [await deps.now(deps.db), await deps.books(deps.db)]
  const { calendars } = books
  const again = { wakeInMs: 0, more: true }
  if (await night(deps, now)) return again
  await morning(deps, now, books)
  await dutyMorning(deps, now, calendars)
  const sent = await sendSome(deps, sendOnce, now)
  if (sent === 'more') return again
  // Last of all: while the file store is away everybody else has been told.
  if (await nightOfRecordings(deps, now)) return again
  const left = await nightOfBytes(deps, now)
  const coming = [nextMorning(now, calendars), nextDutyMorning(now), nextNight(now)]
  const next = coming.map(({ at }) => at).sort()[0] ?? now
  const wait = Date.parse(next) - Date.parse(now)
  const soon = Math.min(wait, sent === 'away' ? retryMs : wait, left ? betweenLooksMs : wait)
  return { wakeInMs: soon, more: false }
}

/** Brings the figures of flow, the statistics and the deviation of fines up to date; of several nights missed, one is enough. */
const night = async (deps: ActivityDeps, now: Instant): Promise<boolean> => {
  const last = await begunWith(deps, 'night', now)
  const due = latestNight(now)
  if (due.at <= last) return false
  const begun = Date.now()
  const processes = (await processesWithCases(deps.db)).map((id) => deps.processFor(id, null))
  const { more, ...done } = await refreshFlow({ db: deps.db, processes }, flowPatienceMs)
  await keepFlowRun(deps.db, { at: now, by: 'system', ...done, ms: Date.now() - begun })
  const behind = await countAgain(deps, processes)
  const left = await readDecisionsAgain(deps, processes, now)
  if (!more && !behind && !left) await keepRounds(deps.db, [round('night', due, 'done', now)])
  return true
}

/** Removes recordings that are kept no longer and files that nothing has taken up; whether any are left. Of several nights missed one is enough. */
const nightOfRecordings = async (deps: ActivityDeps, now: Instant): Promise<boolean> => {
  const last = await begunWith(deps, 'recordings', now)
  const due = latestNight(now)
  if (due.at <= last) return false
  const { db, removal } = deps
  const processes = (await processesWithCases(db)).map((id) => deps.processFor(id, null))
  const more = await removeUnkept({ db, removal, processes, now }, recordingsPatienceMs)
  if (!more) await keepRounds(db, [round('recordings', due, 'done', now)])
  return more
}

/** Reads some of what the file store keeps again; whether any of it is left for this night. What morning finds unread is for the next. */
const nightOfBytes = async (deps: ActivityDeps, now: Instant): Promise<boolean> => {
  const last = await begunWith(deps, 'bytes', now)
  const due = latestNight(now)
  if (due.at <= last) return false
  const { db, lookAtBytes } = deps
  const left = await lookAtSome({ db, lookAtBytes, night: due.at, now }, bytesPatienceMs)
  const isOver = now > later(due.at, nightMs)
  if (!left || isOver) await keepRounds(db, [round('bytes', due, 'done', now)])
  return left && !isOver
}

/** Whether cases are left that the statistics have not counted. */
const countAgain = async (
  { db }: ActivityDeps,
  processes: ProcessDefinition[],
): Promise<boolean> => {
  const countings = processes.flatMap((one) => countingOf(db, one) ?? [])
  let behind = false
  for (const one of countings)
    behind = (await refreshStatistics(one, statisticsPatienceMs)).more || behind
  return behind
}

/** Whether cases are left whose decisions were not held against the standard. */
const readDecisionsAgain = async (
  { db }: ActivityDeps,
  processes: ProcessDefinition[],
  at: Instant,
): Promise<boolean> => {
  const begun = Date.now()
  const { cases, more } = await refreshDiscretion({ db, processes }, discretionPatienceMs)
  await keepDiscretionRun(db, { at, by: 'system', cases, ms: Date.now() - begun })
  return more
}

/** The newest morning that is due is held, earlier ones are noted as skipped; all in one transaction, so it happens wholly or not at all. */
const morning = (deps: ActivityDeps, now: Instant, { calendars, rules }: Books): Promise<void> =>
  deps.db.transaction(async (tx) => {
    await lockRounds(tx)
    const last = await begunWith({ ...deps, db: tx as ActivityDeps['db'] }, 'morning', now)
    const due = morningsDue(last, now, calendars)
    const newest = due.at(-1)
    if (!newest) return
    const skipped = due.slice(0, -1)
    await sendMorningMails(deps, tx, {
      newest,
      skipped: skipped.map(({ day }) => day),
      last,
      now,
      calendars,
      rules,
    })
    await keepRounds(tx, [
      ...skipped.map((one) => round('morning', one, 'skipped', now)),
      round('morning', newest, 'done', now),
    ])
  })

/** On every day; of several missed the newest alone is told. */
const dutyMorning = (deps: ActivityDeps, now: Instant, calendars: CalendarSet): Promise<void> =>
  deps.db.transaction(async (tx) => {
    await lockRounds(tx)
    const last = await begunWith({ ...deps, db: tx as ActivityDeps['db'] }, 'roster', now)
    const due = latestDutyMorning(now)
    if (due.at <= last) return
    await tellRosterGaps(tx, { newest: due, now, calendars, url: deps.publicUrl ?? '' })
    await keepRounds(tx, [round('roster', due, 'done', now)])
  })

const round = (
  job: Job,
  { day, at: plannedAt }: Morning,
  status: Round['status'],
  at: Instant,
): Round => ({
  job,
  day,
  status,
  plannedAt,
  at,
})

/** The last round; a system that starts has missed nothing. */
const begunWith = async (
  { db }: Pick<ActivityDeps, 'db'>,
  job: Job,
  now: Instant,
): Promise<Instant> => {
  const last = await lastRound(db, job)
  if (last !== null) return last
  await keepRounds(db, [{ job, day: 'begun', status: 'begun', plannedAt: now, at: now }])
  return now
}

type Sent = 'done' | 'more' | 'away'

/** By one sender at a time. */
const sendSome = (deps: ActivityDeps, sendOnce: SendOnce, now: Instant): Promise<Sent> =>
  deps.db.transaction(async (tx) =>
    (await lockSending(tx)) ? sendPending(deps, sendOnce, now) : 'away',
  )

const sendPending = async (
  { db }: ActivityDeps,
  sendOnce: SendOnce,
  now: Instant,
): Promise<Sent> => {
  const pending = await pendingMails(db, mailsAtOnce)
  const letters = pending.map(({ id, to, title, body }) => ({
    id,
    to,
    subject: `${title.zh} ${title.en}`,
    text: mailText(body),
  }))
  const outcomes = await sendOnce(letters, now)
  for (const [index, { id }] of pending.entries()) {
    const ok = outcomes[index] ?? null
    if (ok !== null) await markMail(db, id, ok ? 'mailed' : 'refused')
  }
  if (outcomes.includes(null)) return 'away'
  return pending.length === mailsAtOnce ? 'more' : 'done'
}
