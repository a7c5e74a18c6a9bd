// Who may change the table of competences, what stands against a change, and who may decide about it?
import { type Decision, judgeFourEyes } from '../change/four-eyes.ts'
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { Actor, Person } from '../organisation/actor.ts'
import { type Competence, type CompetenceTable, competenceOn } from '../organisation/competence.ts'
import { ownPosts } from '../organisation/own-posts.ts'
import { administersCity } from '../organisation/policy.ts'
import { isRegion, type Region, regions } from '../organisation/regions.ts'
import { type Day, isDay } from '../time/days.ts'
import { isCompetentKind, isMatter } from './matters.ts'

export type CompetenceLevel = 'county' | 'city'

/** As it was sent: nothing of it is known to be so. */
export type WantedCompetence = {
  matter: string
  region: string | null
  office: string
  level: CompetenceLevel
  from: string
  until: string | null
}

/** Who answers for what holds everywhere in the city, so a county's administrator reads it. */
export const setsCompetences = (actor: Actor): boolean =>
  actor.kind === 'person' &&
  administersCity({ ...actor, appointments: ownPosts(actor.appointments) })

export const competenceAdministrator = (actor: Actor): Person => {
  if (actor.kind === 'person' && setsCompetences(actor)) return actor
  throw new DomainError('not-allowed', [
    text(
      '职责分工表由市级以上系统管理员维护',
      'Administrators of the city or the province keep the table of competences',
    ),
  ])
}

const isCounty = (code: string): code is Region =>
  isRegion(code) && regions[code].level === 'county'

/** The row as it would stand, without its name. */
export type NewCompetence = Omit<Competence, 'id'>

/** Everything that stands against a change, in words; a change that nothing stands against comes back as a row. */
export const judgeCompetence = (
  wanted: WantedCompetence,
  table: CompetenceTable,
  today: Day,
): NewCompetence => {
  const { matter, region, office, level, from, until } = wanted
  const faults = [...placeFaults(wanted), ...dayFaults(wanted, today)]
  if (faults.length > 0 || !isCompetentKind(office) || !(region === null || isCounty(region)))
    throw new DomainError('invalid-input', faults)
  const row: NewCompetence = { matter, region, office, level, from, until }
  if (isAsBefore(row, table)) throw new DomainError('invalid-input', [nothingNew])
  return row
}

const nothingNew = text('与现行分工相同', 'Nothing would change')

const placeFaults = ({ matter, region, office, level }: WantedCompetence): Text[] => [
  ...(isMatter(matter)
    ? []
    : [text('没有这类报警或事件', 'There is no such kind of alarm or event')]),
  ...(isCompetentKind(office)
    ? []
    : [text('该部门没有值班岗位', 'That office keeps no duty post')]),
  ...(region === null || isCounty(region)
    ? []
    : [text('地区须为县（市、区）或者全市', 'The region is a county, or the whole city')]),
  ...(level === 'county' || level === 'city'
    ? []
    : [text('级别须为县级或者市级', 'The level is that of a county or of the city')]),
]

const dayFaults = ({ from, until }: WantedCompetence, today: Day): Text[] => {
  if (!isDay(from) || (until !== null && !isDay(until)))
    return [text('起止日期无效', 'The dates are not valid')]
  return [
    ...(from < today ? [text('不能早于今日施行', 'It cannot begin before today')] : []),
    ...(until !== null && until < from
      ? [text('结束日期早于施行日期', 'The last day lies before the first')]
      : []),
  ]
}

/** The row that the change would take the place of says the same, for the same place and as long. */
const isAsBefore = (row: NewCompetence, table: CompetenceTable): boolean => {
  const { matter, region, from: day } = row
  const now = competenceOn(table, { matter, region, day })
  return (
    now !== null &&
    now.region === region &&
    now.office === row.office &&
    now.level === row.level &&
    now.until === row.until
  )
}

/** The newest row of a matter and place: what a further change rests on. */
export const latestCompetence = (
  { rows }: Pick<CompetenceTable, 'rows'>,
  { matter, region }: Pick<Competence, 'matter' | 'region'>,
): Competence | null =>
  rows.findLast((one) => one.matter === matter && one.region === region) ?? null

/** `latest`: the newest row of its matter and place. */
type Standing = { decided: boolean; proposedBy: string; base: string | null; from: Day }
type Present = { latest: string | null; today: Day }

/** Refuses what may not be decided. */
export const judgeCompetenceAct = (
  type: Decision,
  by: Actor,
  one: Standing,
  { latest, today }: Present,
): void => {
  judgeFourEyes(type, competenceAdministrator(by), one)
  if (type !== 'approve') return
  if (one.base !== latest)
    throw new DomainError('not-possible-now', [
      text(
        '提议之后该项分工已有变化，请驳回后重新提议',
        'This competence has changed since it was proposed: reject it and propose anew',
      ),
    ])
  if (one.from < today)
    throw new DomainError('not-possible-now', [
      text(
        '施行日期已过，请驳回后重新提议',
        'Its first day has passed: reject it and propose anew',
      ),
    ])
}
