// Who may order that somebody stands in for an absent person, for whom, and for which days (代理)?

import { type Text, text } from '../language/words.ts'
import { addDays, type Day, daysBetween, isDay, toMillis } from '../time/days.ts'
import { civilDate, type Instant, instant } from '../time/instant.ts'
import type { Appointment, Person } from './actor.ts'
import { keepsEach, leadsAll } from './consents.ts'
import { ownPosts } from './own-posts.ts'

/** `posts`: the groups `<office>/<role>` that are substituted; null = all that the absent person holds. */
export type Grant = {
  person: string
  substitute: string
  from: Day
  to: Day
  order: string
  reason: string
  posts: string[] | null
}
export type Term = { since: Instant; until: Instant }
/** One that has been granted, with the moment it was ended before its time. */
export type Granted = Pick<Grant, 'posts'> & Term & { endedAt: Instant | null }

const longest = 366

export const groupOfPost = ({ office, role }: Appointment): string => `${office}/${role}`

/** From the first day, or from now if that is today, to the end of the last day. */
export const termOf = ({ from, to }: Pick<Grant, 'from' | 'to'>, at: Instant): Term => ({
  since: [instant(startOf(from)), at].sort()[1] as Instant,
  until: instant(startOf(addDays(to, 1))),
})

const startOf = (day: Day): number => toMillis(`${day}T00:00`) ?? Number.NaN

export const inForce = (
  { since, until, endedAt }: Term & { endedAt: Instant | null },
  at: Instant,
): boolean => since <= at && at < until && (endedAt === null || at < endedAt)

/** The platform's own administration is nobody's to stand in for. */
export const isCovered = (held: Appointment, posts: string[] | null): boolean =>
  held.role !== 'administrator' && (posts === null || posts.includes(groupOfPost(held)))

/**
 * Whose absence a person may order to be settled: his own, and of his people every post in question; an administrator that of whoever holds
 * them in regions that he keeps. What he holds as a substitute counts for nothing. It binds only with the consents of `consents.ts`.
 */
export const mayGrantFor = (by: Person, absent: Person, posts: string[] | null): true | Text =>
  settlesByPost(by, absent, posts) ||
  keepsEach(by, coveredOf(absent, posts)) ||
  text(
    '代理由本人、所在科室的科长或局领导、管理该地区的系统管理员设定；所代理的每个岗位都须在其权限内',
    'The person, the head of the office or an administrator of the region settles it, each for every one of the posts',
  )

const settlesByPost = (by: Person, absent: Person, posts: string[] | null): boolean =>
  by.id === absent.id || leadsAll(by, coveredOf(absent, posts))

/** The absent person's own posts that are handed over. */
export const coveredOf = (absent: Person, posts: string[] | null): Appointment[] =>
  ownPosts(absent.appointments).filter((one) => isCovered(one, posts))

export type Parties = { by: Person; absent: Person; substitute: Person }

/** Everything that stands against a grant, in words; nothing = it may be given. */
export const faultsOf = (
  grant: Grant,
  { by, absent, substitute }: Parties,
  others: Granted[],
  at: Instant,
): Text[] => [
  ...datesWrong(grant, at),
  ...(absent.id === substitute.id
    ? [text('代理人不能是本人', 'Nobody stands in for himself')]
    : []),
  ...(absent.enterprise === substitute.enterprise
    ? []
    : [
        text(
          '代理人须与被代理人同属一个单位一方',
          'The substitute must belong to the same side: the authorities, or the same enterprise',
        ),
      ]),
  ...postsWrong(grant, absent),
  ...grantFaults(grant, { by, absent, substitute }),
  ...placeWrong(grant, { by, absent, substitute }),
  ...clashes(grant, others, at),
]

const datesWrong = ({ from, to }: Grant, at: Instant): Text[] => {
  if (!isDay(from) || !isDay(to)) return [text('起止日期无效', 'The dates are not valid')]
  return [
    ...(from < civilDate(at) ? [text('代理不能早于今日开始', 'It cannot begin before today')] : []),
    ...(to < from ? [text('结束日期早于开始日期', 'The last day lies before the first')] : []),
    ...(daysBetween(from, to) >= longest
      ? [text('代理期限不得超过一年', 'It may last a year at most')]
      : []),
  ]
}

const postsWrong = ({ posts }: Grant, absent: Person): Text[] => {
  const held = ownPosts(absent.appointments).filter((one) => isCovered(one, null))
  const foreign = (posts ?? []).filter((post) => !held.some((one) => groupOfPost(one) === post))
  if (held.length === 0 || posts?.length === 0)
    return [text('没有可以代理的岗位', 'There is no post to stand in for')]
  return foreign.length > 0
    ? [text('被代理人没有其中的岗位', 'The absent person does not hold one of the posts')]
    : []
}

/** Who settles it as an administrator only: never for himself, and for nobody who works where he keeps nobody. */
const grantFaults = ({ posts }: Grant, { by, absent, substitute }: Parties): Text[] => {
  if (settlesByPost(by, absent, posts)) return []
  if (substitute.id === by.id)
    return [
      text(
        '系统管理员不能指定自己为代理人',
        'An administrator does not make himself the substitute',
      ),
    ]
  const held = ownPosts(substitute.appointments)
  return held.length === 0 || keepsEach(by, held)
    ? []
    : [text('代理人超出您的管理范围', 'The substitute works outside the area that you administer')]
}

/** Only an administrator of both may open another region to somebody. */
const placeWrong = ({ posts }: Grant, { by, absent, substitute }: Parties): Text[] => {
  const held = ownPosts(substitute.appointments)
  if (held.length === 0) return [text('代理人目前没有岗位', 'The substitute holds no post')]
  const covered = coveredOf(absent, posts)
  const regions = new Set(held.map(({ region }) => region))
  return covered.every(({ region }) => regions.has(region)) ||
    (substitute.id !== by.id && keepsEach(by, [...covered, ...held]))
    ? []
    : [
        text(
          '跨地区代理由管理这些地区的系统管理员设定',
          'Across regions an administrator of all of them settles it',
        ),
      ]
}

/** What is agreed already for the same posts in the same days stands in its way. */
export const clashes = (
  grant: Pick<Grant, 'from' | 'to' | 'posts'>,
  others: Granted[],
  at: Instant,
): Text[] => {
  if (!isDay(grant.from) || !isDay(grant.to)) return []
  const { since, until } = termOf(grant, at)
  const same = (posts: string[] | null) =>
    posts === null || grant.posts === null || posts.some((post) => grant.posts?.includes(post))
  const meeting = others.some(
    (one) => since < (one.endedAt ?? one.until) && one.since < until && same(one.posts),
  )
  return meeting
    ? [
        text(
          '该时间段内此人的岗位已有代理，请先结束原代理',
          'These posts are substituted in that time already; end that first',
        ),
      ]
    : []
}
