// Who is told what on a working morning: the leaders of what is late, the administrators of who cannot be notified and of links that will break, the keepers of registers of what falls due, enterprises of their statistics?
import type { Executor } from '../db/client.ts'
import {
  type DailyMail,
  keepMails,
  keepReachability,
  lastPrints,
  pastDigests,
  type Reader,
  readersOf,
  supersede,
} from '../db/daily/daily.ts'
import { readDue, readHolders, readPlannedEscalationLevels } from '../db/daily/daily-reads.ts'
import { text } from '../domain/language/words.ts'
import type { RuleBook } from '../domain/law/rule-book.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import { isRegion, regions } from '../domain/organisation/regions.ts'
import type { CalendarSet } from '../domain/time/calendar.ts'
import { type Instant, later } from '../domain/time/instant.ts'
import { endOfWorkday, type Morning } from '../domain/time/mornings.ts'
import { type DigestContent, digestWords, isQuiet, selectDigest } from '../domain/views/digest.ts'
import {
  type Gap,
  gapMail,
  gapsOf,
  gapsWithin,
  groupsOfEscalationLevel,
  printOf,
} from '../domain/views/reachability.ts'
import { checkCertificates } from './certificates.ts'
import type { ActivityDeps } from './deps.ts'
import { checkRegisters } from './due/registers.ts'
import { checkStatistics } from './due/statistics.ts'
import { tellLostFiles } from './recordings/lost-files.ts'
import { checkVacancies } from './vacancies.ts'

export type MorningRound = {
  newest: Morning
  skipped: string[]
  last: Instant
  now: Instant
  calendars: CalendarSet
  rules: RuleBook
}
type Deps = Pick<ActivityDeps, 'processFor' | 'publicUrl'>

const soonDays = 3
const aheadMs = 7 * 86_400_000

/** Writes every message of the morning; the mails go out afterwards, one by one. */
export const sendMorningMails = async (
  deps: Deps,
  tx: Executor,
  round: MorningRound,
): Promise<void> => {
  await supersede(tx, round.newest.day)
  const leaders = await readersOf(tx, ['leader', 'supervisor'], round.now)
  const past = await pastDigests(tx)
  for (const reader of leaders) {
    const mailedBefore = past.get(reader.id)
    const since = mailedBefore?.until ?? round.last
    const skipped = [...new Set([...(mailedBefore?.superseded ?? []), ...round.skipped])].sort()
    await keepMails(tx, [await digestFor(deps, tx, reader, { ...round, skipped, last: since })])
  }
  await checkReachability(deps, tx, round)
  await checkVacancies(deps, tx, round)
  await checkCertificates(tx, round)
  await checkRegisters(deps, tx, round)
  await checkStatistics(deps, tx, round)
  await tellLostFiles(tx, round)
}

const digestFor = async (
  deps: Deps,
  tx: Executor,
  reader: Reader,
  round: MorningRound,
): Promise<DailyMail> => {
  const { newest, skipped, last: since, now, calendars } = round
  const until = endOfWorkday(newest.day, soonDays, calendars)
  const rows = await readDue(tx, reader.regions, since, until)
  const candidates = rows.map(({ process, chart, clock, region, ...row }) => ({
    ...row,
    region: isRegion(region) ? regions[region].name : text(region, region),
    clock: clockWords(deps.processFor(process, chart), clock),
  }))
  const content: DigestContent = {
    since,
    until,
    skipped,
    ...selectDigest(candidates, { since, at: now, until }),
  }
  const words = digestWords(content, newest.day, deps.publicUrl ?? '')
  const sent = isQuiet(content) ? 'quiet' : 'pending'
  return {
    id: `digest/${reader.id}/${newest.day}`,
    kind: 'digest',
    person: reader.id,
    day: newest.day,
    at: now,
    ...words,
    content,
    print: '',
    sent,
  }
}

const clockWords = (process: ProcessDefinition, clock: string) =>
  process.clocks.find((one) => one.clock === clock)?.words ?? text(clock, clock)

/** Looks at every level of the coming week, keeps what was found, and tells administrators what is new to them. */
const checkReachability = async (
  deps: Deps,
  tx: Executor,
  { newest, now }: MorningRound,
): Promise<void> => {
  const escalationLevels = await readPlannedEscalationLevels(tx, later(now, aheadMs))
  const charts = new Map(
    escalationLevels.map(({ process, chart }) => [process, deps.processFor(process, chart)]),
  )
  const processes = (id: string) => charts.get(id) ?? deps.processFor(id, null)
  const groups = [
    ...new Set(
      escalationLevels.flatMap((escalationLevel) =>
        groupsOfEscalationLevel(processes(escalationLevel.process), escalationLevel),
      ),
    ),
  ]
  const holders = groups.length === 0 ? [] : await readHolders(tx, groups, now)
  const gaps = gapsOf({ escalationLevels, holders, processes })
  const places = [
    ...new Set(gaps.flatMap((gap) => gap.escalationLevels.map(({ region }) => region))),
  ]
  const found = places.map((region) => ({
    day: newest.day,
    region,
    at: now,
    gaps: gapsWithin(gaps, [region]),
  }))
  await keepReachability(
    tx,
    found.map((one) => ({ ...one, print: printOf(one.gaps) })),
  )
  await notifyAdministrators(tx, gaps, newest, now)
}

/** Once per change: the same gaps are not reported again, their end is. */
const notifyAdministrators = async (
  tx: Executor,
  gaps: Gap[],
  { day }: Morning,
  now: Instant,
): Promise<void> => {
  const printsBefore = await lastPrints(tx, 'reachability')
  const nothing = printOf([])
  const mails = (await readersOf(tx, ['administrator'], now)).flatMap((reader): DailyMail[] => {
    const own = gapsWithin(gaps, reader.regions)
    const print = printOf(own)
    if (print === (printsBefore.get(reader.id) ?? nothing)) return []
    const id = `reachability/${reader.id}/${day}`
    return [
      {
        id,
        kind: 'reachability',
        person: reader.id,
        day,
        at: now,
        ...gapMail(own, day),
        content: null,
        print,
        sent: 'pending',
      },
    ]
  })
  await keepMails(tx, mails)
}
