// What does one round of the auditor look at, and what does it report?

import * as audit from '../../db/audit/cases.ts'
import {
  bounced,
  escalationLevelsNotifiedTwice,
  noticesWithoutRecipient,
  stuckEffects,
  undelivered,
} from '../../db/audit/notices.ts'
import { lostSigners } from '../../db/audit/signers.ts'
import { putAside, sleepers } from '../../db/audit/wakes.ts'
import { anchorDay, verifyAnchors } from '../../db/cases/anchors.ts'
import { readUnseenSince } from '../../db/cases/wakes.ts'
import type { Database } from '../../db/client.ts'
import { readLostFiles } from '../../db/files/kept-bytes.ts'
import { readGuessing } from '../../db/organisation/sign-in-attempts.ts'
import { readGuessedPapers } from '../../db/own-matter/own-matter.ts'
import type { Finding } from '../../db/schema/change/time.ts'
import { lookAt } from '../../domain/engine/clocks/jitter.ts'
import { warningEscalationLevel } from '../../domain/engine/clocks/reckoning.ts'
import { text } from '../../domain/language/words.ts'
import { type ChangedFile, verifyRecord } from '../../domain/model/chain.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { civilDate, type Instant, instant, later } from '../../domain/time/instant.ts'
import { callingFindings } from './calling.ts'
import { type FindingKind, findings, type Seen } from './findings.ts'
import { unreachable } from './targets.ts'
import { warningsUndelivered } from './warnings.ts'

export type RoundDeps = {
  db: Database
  processes: Record<string, ProcessDefinition>
  /** Real time in milliseconds; the legal clock comes from the database. */
  now: () => number
  /** Over how long the engine spreads what ends at one midnight. */
  noticeWindowMs: number
}

export type Report = {
  at: Date
  openCases: number
  lateEscalationLevels: number
  worstLatenessMs: number
  pendingEffects: number
  findings: Finding[]
}

/** A report, and whether the engine does not move at all: something has been waiting for minutes. */
export type Round = Report & { stalled: boolean }

/** Later than this is late: the engine itself needs a moment. */
export const TOLERANCE_MS = 60_000
const STALLED_MS = 5 * 60_000
const DAY_MS = 86_400_000
const CHAINS_PER_ROUND = 25

/** An auditor's memory between rounds: how far the walk over the chains has come, and what the last check of the anchors found. */
export const createRounds = (deps: RoundDeps) => {
  const chains = createChainWalk(deps.db)
  const anchors = createAnchorCheck(deps.db)
  /** One round: looks, writes the report and answers it. */
  return async (): Promise<Round> => {
    const { db, processes } = deps
    const at = new Date(deps.now())
    const now = await audit.legalNow(db, at.getTime())
    const late = await lateness(deps, now)
    const unseen = await unseenWakes(db, at)
    const seen: [FindingKind, Seen[]][] = [
      ...late.seen,
      ['wake-unseen', unseen],
      ...(await consequences(db, now, at)),
      ...(await callingFindings(db, { now, real: at }, (one) =>
        escalationLevelWords(processes, one),
      )),
      ['warning-undelivered', await warningsUndelivered(db, at)],
      ['case-forsaken', await audit.forsaken(db)],
      ['put-aside', await putAside(db)],
      ['facts-mismatch', await audit.mismatched(db)],
      ['target-unreachable', await unreachable(db, processes, now)],
      ['signer-lost', await lost(db, now)],
      ...(await chains(now)),
      ...(await lostFiles(db)),
      ...(await anchors(now)),
      ...(await guessing(db)),
    ]
    const { openCases, pendingEffects } = await audit.figures(db, now)
    const figures = {
      openCases,
      lateEscalationLevels: late.waiting,
      worstLatenessMs: late.worstMs,
      pendingEffects,
    }
    const report = {
      at,
      ...figures,
      findings: seen.flatMap(([kind, list]) => findings(kind, list)),
    }
    await audit.writeReport(db, report)
    return { ...report, stalled: late.stalled || unseen.some(({ lateMs }) => lateMs > STALLED_MS) }
  }
}

const lost = async (db: Database, now: Instant): Promise<Seen[]> =>
  (await lostSigners(db, now)).map(({ name, ...one }) => ({ ...one, what: text(name, name) }))

const lostFiles = async (db: Database): Promise<[FindingKind, Seen[]][]> => {
  const seen = (await readLostFiles(db, audit.MOST)).map(({ id, caseId, found, since }) => ({
    found,
    caseId,
    at: since,
    detail: id,
  }))
  return [
    ['file-lost', seen.filter(({ found }) => found === 'missing')],
    ['file-altered', seen.filter(({ found }) => found === 'altered')],
  ]
}

const guessing = async (db: Database): Promise<[FindingKind, Seen[]][]> => {
  const seen = (await readGuessing(db)).map(({ kind, who, n, at }) => ({
    kind,
    caseId: null,
    at,
    what: text(who, who),
    detail: `${n}`,
  }))
  return [
    ['sign-in-sprayed', seen.filter(({ kind }) => kind === 'sprayed')],
    ['sign-in-besieged', seen.filter(({ kind }) => kind === 'besieged')],
    [
      'own-matter-guessed',
      (await readGuessedPapers(db)).map(({ caseId, number, failures, at }) => ({
        caseId,
        at: at.toISOString(),
        what: text(number, number),
        detail: `${failures}`,
      })),
    ],
  ]
}

async function lateness({ db, processes, noticeWindowMs }: RoundDeps, now: Instant) {
  const before = later(now, -TOLERANCE_MS)
  const late = ({ at, caseId }: audit.Sighting, until: Instant) =>
    Date.parse(until) - Date.parse(lookAt(at, caseId, noticeWindowMs))
  const asleep = (await sleepers(db, before, noticeWindowMs)).map((one) => ({
    ...one,
    lateMs: late(one, now),
  }))
  const named = (one: audit.EscalationLevelSighting) => ({
    ...one,
    what: escalationLevelWords(processes, one),
    lateMs: late(one, one.firedAt ?? now),
  })
  const waiting = (await audit.lateEscalationLevels(db, before, noticeWindowMs)).map(named)
  const fired = (
    await audit.escalationLevelsFiredLate(db, later(now, -DAY_MS), TOLERANCE_MS, noticeWindowMs)
  ).map(named)
  const seen: [FindingKind, Seen[]][] = [
    ['wake-missed', asleep.filter(({ inVain }) => !inVain)],
    ['wake-in-vain', asleep.filter(({ inVain }) => inVain)],
    ['escalation-level-late', waiting],
    ['escalation-level-fired-late', fired],
  ]
  const worstMs = Math.max(0, ...[...asleep, ...waiting, ...fired].map(({ lateMs }) => lateMs))
  const stalled = [...asleep, ...waiting].some(({ lateMs }) => lateMs > STALLED_MS)
  return { seen, waiting: waiting.length, worstMs, stalled }
}

/** In real time: how long a wake is under way has nothing to do with the clock of the law. */
const unseenWakes = async (db: Database, real: Date): Promise<(Seen & { lateMs: number })[]> =>
  (await readUnseenSince(db, new Date(real.getTime() - TOLERANCE_MS), audit.MOST)).map(
    ({ caseId, at }) => ({
      caseId,
      at: instant(at.getTime()),
      lateMs: real.getTime() - at.getTime(),
    }),
  )

async function consequences(
  db: Database,
  now: Instant,
  real: Date,
): Promise<[FindingKind, Seen[]][]> {
  const realBefore = new Date(real.getTime() - TOLERANCE_MS)
  const stuck = await stuckEffects(db, later(now, -TOLERANCE_MS), realBefore)
  const named = stuck.map(({ kind, detail, ...one }) => ({
    ...one,
    what: text(kind, kind),
    detail: detail ?? '',
    lateMs: Date.parse(now) - Date.parse(one.at),
  }))
  const nobody = (await noticesWithoutRecipient(db)).map(({ detail, ...one }) => ({
    ...one,
    what: text(detail ?? '', detail ?? ''),
  }))
  const twice = (await escalationLevelsNotifiedTwice(db)).map((one) => ({
    ...one,
    what: text(one.escalationLevel, one.escalationLevel),
  }))
  return [
    ['effect-stuck', named.filter(({ quarantined }) => !quarantined)],
    ['effect-quarantined', named.filter(({ quarantined }) => quarantined)],
    ['notice-undelivered', await undelivered(db, realBefore)],
    ['notice-without-recipient', nobody],
    ['mail-bounced', await bounced(db)],
    ['escalation-level-notified-twice', twice],
  ]
}

function escalationLevelWords(
  processes: RoundDeps['processes'],
  { process, clock, escalationLevel }: audit.EscalationLevelSighting,
) {
  const definition = processes[process]?.clocks.find((one) => one.clock === clock)
  if (!definition) return text(`${clock} ${escalationLevel}`, `${clock} ${escalationLevel}`)
  if (escalationLevel === warningEscalationLevel)
    return text(`即将到期：${definition.words.zh}`, `Due soon: ${definition.words.en}`)
  return (
    definition.escalationPolicy.find((one) => one.escalationLevel === escalationLevel)?.words ??
    definition.words
  )
}

/** Walks over the records of all cases, some in each round, and remembers what is wrong in them until they verify again. */
function createChainWalk(db: Database) {
  const broken = new Map<string, Seen>()
  const changed = new Map<string, Seen>()
  let after = ''
  return async (now: Instant): Promise<[FindingKind, Seen[]][]> => {
    const some = await audit.chainsAfter(db, after, CHAINS_PER_ROUND)
    for (const { id, record, facts, kept } of some) {
      const expected = { facts: record.facts, head: record.headHash }
      const { brokenAt, changedFiles } = verifyRecord(facts, expected, kept)
      note(broken, id, brokenAt === null ? null : String(brokenAt), now)
      note(changed, id, changedFiles[0] ? changedFiles.map(inRecord).join('；') : null, now)
    }
    after = some.length < CHAINS_PER_ROUND ? '' : (some.at(-1)?.id ?? '')
    return [
      ['chain-broken', [...broken.values()]],
      ['file-changed', [...changed.values()]],
    ]
  }
}

const inRecord = ({ seq, file }: ChangedFile): string => `${seq}: ${file}`

/** Since when it is wrong is kept while it stays so. */
const note = (seen: Map<string, Seen>, caseId: string, detail: string | null, now: Instant) => {
  if (detail === null) seen.delete(caseId)
  else seen.set(caseId, { caseId, at: seen.get(caseId)?.at ?? now, detail })
}

/** Anchors each legal day once, and compares all anchors with the cases at the start and on each new day. */
function createAnchorCheck(db: Database) {
  let seen: [FindingKind, Seen[]][] = []
  let verified = ''
  return async (now: Instant): Promise<[FindingKind, Seen[]][]> => {
    await anchorDay(db, now)
    if (verified === civilDate(now)) return seen
    const { problems } = await verifyAnchors(db)
    const once = new Map(problems.map((problem) => [`${problem.kind} ${problem.caseId}`, problem]))
    seen = [...once.values()].map(({ kind, caseId, day }) => [
      kind,
      [{ caseId, at: now, what: text(day, day) }],
    ])
    verified = civilDate(now)
    return seen
  }
}
