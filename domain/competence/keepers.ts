// Of which bureaus does a person keep the duty, and which kinds of alarm does the table give to them?
import { alarmKindOf, alarmKinds } from '../duty/kinds.ts'
import type { Actor } from '../organisation/actor.ts'
import { type CompetenceTable, competentOffice } from '../organisation/competence.ts'
import { groupOf, type OfficeKind, officeId } from '../organisation/offices.ts'
import { type Region, regionsBelow } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import { alarmMatter, competentKinds } from './matters.ts'

const bureaus = competentKinds.filter((kind) => kind !== 'command')

/** What a duty officer of bureaus keeps; `kinds`: of alarms whose case has not begun. */
export type OwnAlarms = { offices: OfficeKind[]; kinds: string[] }

/** Null: he keeps the duty of none. */
export const ownAlarms = (actor: Actor, table: CompetenceTable, day: Day): OwnAlarms | null => {
  if (actor.kind !== 'person' || actor.enterprise !== null) return null
  const held = actor.appointments.filter(({ role }) => role === 'duty-officer')
  const own = held.flatMap(({ office, region }) =>
    bureaus
      .filter((kind) => office === officeId(kind, region))
      .map((kind) => ({ kind, region: region as Region })),
  )
  if (own.length === 0) return null
  const isOwn = (matter: string) =>
    own.some(({ kind, region: over }) =>
      regionsBelow(over).some(
        (region) => competentOffice(table, { matter, region, day })?.office === kind,
      ),
    )
  return {
    offices: [...new Set(own.map(({ kind }) => kind))],
    kinds: Object.keys(alarmKinds)
      .map(alarmKindOf)
      .filter((kind) => isOwn(alarmMatter(kind))),
  }
}

/** The bureaus' duty posts that alarms of a region call, each once. */
export const bureausCalledFrom = (table: CompetenceTable, region: Region, day: Day): string[] => {
  const groups = Object.keys(alarmKinds).flatMap((kind) => {
    const office = competentOffice(table, { matter: alarmMatter(kind), region, day })
    const post = office && groupOf({ role: 'duty-officer', ...office }, { region, owner: null })
    return post === null ? [] : [post]
  })
  return [...new Set(groups)]
}
