// Whom do tasks and ladders address, and does anybody sit there?
import { groupsWanted, mannedGroups, runningClocks } from '../../db/audit.ts'
import type { Database } from '../../db/client.ts'
import type { Instant } from '../../domain/case/instant.ts'
import type { ProcessDefinition } from '../../domain/case/process.ts'
import { type Text, text } from '../../domain/case/words.ts'
import { groupOf, type OfficeKind, officeKinds } from '../../domain/organisation/offices.ts'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import { type Role, roles } from '../../domain/organisation/roles.ts'
import type { Seen } from './findings.ts'

/** Groups with nobody in them that a task stands before or that a ladder will tell: found before it matters. */
export const unreachable = async (db: Database, processes: Record<string, ProcessDefinition>, now: Instant): Promise<Seen[]> => {
  const wanted = new Map<string, string>()
  for (const { group, caseId } of await groupsWanted(db)) wanted.set(group, caseId)
  for (const { process, clock, region, owner, caseId } of await runningClocks(db)) {
    const definition = processes[process]?.clocks.find((one) => one.clock === clock)
    if (!definition || !isRegion(region)) continue
    const told = [...definition.warnTell, ...definition.ladder.flatMap(({ tell }) => tell), definition.keeper]
    for (const group of told.map((address) => groupOf(address, { region, owner }))) {
      if (group !== null && !wanted.has(group)) wanted.set(group, caseId)
    }
  }
  const manned = await mannedGroups(db, now)
  const empty = [...wanted].filter(([group]) => !manned.has(group))
  return empty.map(([group, caseId]) => ({ caseId, at: now, what: groupWords(group) }))
}

/** A group key `<office>/<role>` as people say it. */
export const groupWords = (group: string): Text => {
  const [office = '', role = ''] = group.split('/')
  const roleName = role in roles ? roles[role as Role] : text(role, role)
  const [region = '', ...rest] = office.split('-')
  const kind = rest.join('-')
  if (!isRegion(region) || !(kind in officeKinds)) return text(`${office} ${roleName.zh}`, `${roleName.en} of ${office}`)
  const [place, name] = [regions[region].name, officeKinds[kind as OfficeKind]]
  return text(`${place.zh}${name.zh}·${roleName.zh}`, `${roleName.en}, ${name.en}, ${place.en}`)
}
