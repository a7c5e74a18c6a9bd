// Who may give and take posts and accounts, where, and on what terms?

import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import { addDays, type Day, isDay, toMillis } from '../time/days.ts'
import { civilDate, type Instant, instant } from '../time/instant.ts'
import type { Actor, Person } from './actor.ts'
import { enterpriseOffice, type OfficeKind } from './offices.ts'
import { ownPosts } from './own-posts.ts'
import { isAdministrator, keepsCalendars } from './policy.ts'
import { type Region, regionsBelow } from './regions.ts'
import { enterpriseRoles, type Role, roles } from './roles.ts'

/** A post as it stands in the register, held now or at another time. */
export type HeldPost = {
  office: string
  role: Role
  region: Region
  since: Instant
  until: Instant | null
}
/** Whom it is about. */
export type Subject = { id: string; enterprise: string | null; active: boolean; held: HeldPost[] }
/** `place`: the office or enterprise as the register knows it; null = it does not. */
export type Giving = { office: string; role: Role; from: Day; until: Day | null }
export type Place = { kind: OfficeKind | 'enterprise'; region: Region }

/** An administrator by his own post; what he holds as a substitute counts for nothing. */
export const personnelAdministrator = (actor: Actor): Person => {
  if (actor.kind === 'person') {
    const own = { ...actor, appointments: ownPosts(actor.appointments) }
    if (isAdministrator(own)) return own
  }
  throw new DomainError('not-allowed', [
    text('人员与岗位由系统管理员管理', 'Administrators keep people and posts'),
  ])
}

/** Where he is an administrator, and below; other posts of his do not widen it. */
export const regionsKept = (administrator: Person): Region[] => [
  ...new Set(
    administrator.appointments
      .filter(({ role }) => role === 'administrator')
      .flatMap(({ region }) => regionsBelow(region)),
  ),
]

export const holdsAt = (
  { since, until }: Pick<HeldPost, 'since' | 'until'>,
  at: Instant,
): boolean => since <= at && (until === null || at < until)

const startOf = (day: Day): number => toMillis(`${day}T00:00`) ?? Number.NaN

/** From the first day, or from now if that is today; to the end of the last. */
export const termOfGiving = (
  { from, until }: Pick<Giving, 'from' | 'until'>,
  at: Instant,
): { since: Instant; until: Instant | null } => ({
  since: from <= civilDate(at) ? at : instant(startOf(from)),
  until: until === null ? null : instant(startOf(addDays(until, 1))),
})

/** At once, or with the end of a day; a post that has not begun never does. */
export const endOfPost = (
  { since }: Pick<HeldPost, 'since'>,
  until: Day | null,
  at: Instant,
): Instant => {
  const wanted = until === null ? at : instant(startOf(addDays(until, 1)))
  return wanted < since ? since : wanted
}

const self = text(
  '不能为本人任免岗位或停用账号',
  'Nobody gives or takes posts or accounts of his own',
)
const outside = text('超出您的管理范围', 'Outside the area that you administer')

/** Refuses what he may not touch at all. */
export const judgeReach = (
  administrator: Person,
  subject: Pick<Subject, 'id'>,
  regions: Region[],
): void => {
  if (administrator.id === subject.id) throw new DomainError('not-allowed', [self])
  const kept = regionsKept(administrator)
  if (regions.length === 0 || regions.some((region) => !kept.includes(region)))
    throw new DomainError('not-allowed', [outside])
}

/** An administrator decides about the dates and escalation policies of all counties: a county’s does not make another. */
export const judgeRole = (administrator: Person, role: Role): void => {
  if (role === 'administrator' && !keepsCalendars(administrator))
    throw new DomainError('not-allowed', [
      text(
        '系统管理员由市级以上系统管理员任免',
        'Administrators of the city or the province appoint administrators',
      ),
    ])
}

/** Everything that stands against giving a post, in words; nothing = it may be given. */
export const faultsOfGiving = (
  wanted: Giving,
  subject: Subject,
  place: Place,
  at: Instant,
): Text[] => [
  ...(subject.active
    ? []
    : [text('账号已停用，请先启用', 'The account is disabled: enable it first')]),
  ...sideWrong(wanted, subject, place),
  ...datesWrong(wanted, at),
  ...overlapping(wanted, subject, at),
]

const sideWrong = ({ office, role }: Giving, { enterprise }: Subject, { kind }: Place): Text[] => {
  const ofEnterprise = (enterpriseRoles as readonly Role[]).includes(role)
  if (ofEnterprise !== (kind === 'enterprise') || (enterprise !== null) !== ofEnterprise)
    return [
      text(
        '监管部门的岗位只任命监管人员，企业的岗位只任命本企业人员',
        'Posts of the authorities go to their people, posts of an enterprise to its own',
      ),
    ]
  if (ofEnterprise && office !== enterpriseOffice(enterprise ?? ''))
    return [text('此人不属于该企业', 'The person does not belong to that enterprise')]
  return (role === 'administrator') === (kind === 'administration')
    ? []
    : [
        text(
          '系统管理员只在平台运维组任职',
          'Administrators belong to platform operations, and nobody else does',
        ),
      ]
}

const datesWrong = ({ from, until }: Giving, at: Instant): Text[] => {
  if (!isDay(from) || (until !== null && !isDay(until)))
    return [text('起止日期无效', 'The dates are not valid')]
  return [
    ...(from < civilDate(at) ? [text('任职不能早于今日开始', 'It cannot begin before today')] : []),
    ...(until !== null && until < from
      ? [text('结束日期早于开始日期', 'The last day lies before the first')]
      : []),
  ]
}

const overlapping = (wanted: Giving, { held }: Subject, at: Instant): Text[] => {
  if (!isDay(wanted.from) || (wanted.until !== null && !isDay(wanted.until))) return []
  const { since, until } = termOfGiving(wanted, at)
  const meeting = held.some(
    (one) =>
      one.office === wanted.office &&
      one.role === wanted.role &&
      one.since !== one.until &&
      (one.until === null || since < one.until) &&
      (until === null || one.since < until),
  )
  return meeting
    ? [text('该时间段内此人已任该岗位', 'He holds that post in that time already')]
    : []
}

/** Refuses an end that is none: in the past, after the one already set, or of a post that is over. */
export const judgeEnd = (post: HeldPost, until: Day | null, at: Instant): void => {
  if (post.until !== null && post.until <= at)
    throw new DomainError('not-possible-now', [text('该任职已经结束', 'That appointment is over')])
  if (until !== null && !isDay(until))
    throw new DomainError('invalid-input', [text('结束日期无效', 'The date is not valid')])
  if (until !== null && until < civilDate(at))
    throw new DomainError('invalid-input', [
      text('结束日期不能早于今日', 'It cannot end before today'),
    ])
}

export const isRole = (role: string): role is Role => Object.hasOwn(roles, role)
