// Was everybody called whom a level calls, and does any gateway take a call at all?

import {
  callsInGaps,
  levelsWithoutCall,
  muteChannels,
  newestAttempts,
} from '../../db/audit/calls.ts'
import type { EscalationLevelSighting } from '../../db/audit/cases.ts'
import type { Database } from '../../db/client.ts'
import { channelWords, reportingChannels, standingWords } from '../../domain/calls/channels.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { groupWords } from '../../domain/organisation/group-words.ts'
import { type Instant, later } from '../../domain/time/instant.ts'
import type { FindingKind, Seen } from './findings.ts'

const DAY_MS = 86_400_000
/** By day a minute may go by before anything is dialled; an outage of Temporal has alarms of its own. */
const PATIENCE_MS = 3 * 60_000
/** Reports of networks come within minutes; one that stays away may be a telephone that is off, three are no chance. */
const REPORT_MS = 15 * 60_000
const UNREPORTED = 3

export const callingFindings = async (
  db: Database,
  { now, real }: { now: Instant; real: Date },
  wordsOf: (level: EscalationLevelSighting) => Text,
): Promise<[FindingKind, Seen[]][]> => {
  const before = new Date(real.getTime() - PATIENCE_MS)
  const uncalled = await levelsWithoutCall(db, later(now, -DAY_MS), before)
  return [
    ['level-not-called', uncalled.map((one) => ({ ...one, what: wordsOf(one) }))],
    ['roster-gap', await gapsMet(db, now)],
    ['gateways-down', await gatewaysDown(db, real)],
    ['gateway-mute', await gatewaysMute(db, real)],
  ]
}

const gapsMet = async (db: Database, now: Instant): Promise<Seen[]> =>
  (await callsInGaps(db, later(now, -DAY_MS))).map(({ caseId, at, group }) => ({
    caseId,
    at,
    what: groupWords(group),
  }))

/** One that took the newest call shows that people can be reached. */
const gatewaysDown = async (db: Database, real: Date): Promise<Seen[]> => {
  const newest = await newestAttempts(db, new Date(real.getTime() - DAY_MS))
  if (newest.length === 0 || newest.some(({ fact }) => fact === 'accepted')) return []
  const named = (language: 'zh' | 'en', between: string, mark: string) =>
    newest
      .map(
        ({ channel, fact }) =>
          channelWords[channel][language] + mark + standingWords[fact][language],
      )
      .join(between)
  const at = newest.map((one) => one.at).sort()[0] ?? ''
  return [{ caseId: null, at, what: text(named('zh', '、', '：'), named('en', ', ', ': ')) }]
}

/** What is taken over and reaches nobody looks like a call to whoever only hears the yes. */
const gatewaysMute = async (db: Database, real: Date): Promise<Seen[]> =>
  (
    await muteChannels(db, {
      channels: reportingChannels,
      since: new Date(real.getTime() - DAY_MS),
      until: new Date(real.getTime() - REPORT_MS),
      most: UNREPORTED,
    })
  ).map(({ channel, at }) => ({ caseId: null, at, what: channelWords[channel] }))
