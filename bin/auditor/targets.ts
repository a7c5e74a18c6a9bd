// Whom do tasks and escalation policies address, and does anybody sit there?
import { groupsWanted, mannedGroups, runningClocks } from '../../db/audit/cases.ts'
import type { Database } from '../../db/client.ts'
import { withEscalationPolicy } from '../../domain/engine/clocks/settings.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { groupWords } from '../../domain/organisation/group-words.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { groupsOfClock } from '../../domain/views/reachability.ts'
import type { Seen } from './findings.ts'

/** Groups with nobody in them that a task stands before or that an escalation policy will tell: found before it matters. */
export const unreachable = async (
  db: Database,
  processes: Record<string, ProcessDefinition>,
  now: Instant,
): Promise<Seen[]> => {
  const wanted = new Map<string, string>()
  for (const { group, caseId } of await groupsWanted(db)) wanted.set(group, caseId)
  for (const { process, clock, region, owner, settings, caseId } of await runningClocks(db)) {
    const definition = processes[process]?.clocks.find((one) => one.clock === clock)
    if (!definition) continue
    const climbed = withEscalationPolicy(
      definition,
      settings && { id: '', escalationLevels: settings },
    )
    for (const group of groupsOfClock(climbed, { region, owner }))
      if (!wanted.has(group)) wanted.set(group, caseId)
  }
  const manned = await mannedGroups(db, now)
  const empty = [...wanted].filter(([group]) => !manned.has(group))
  return empty.map(([group, caseId]) => ({ caseId, at: now, what: groupWords(group) }))
}
