// Whose consents does a substitution wait for, and who may give which of them (代理的同意与复核)?

import { type Text, text } from '../language/words.ts'
import type { Appointment, Person } from './actor.ts'
import { ownPosts } from './own-posts.ts'
import { regionsKept } from './personnel.ts'
import { regionsBelow } from './regions.ts'
import type { Role } from './roles.ts'
import { officesLed } from './team.ts'

/** `giving`: for the absent person; `taking`: the substitute; `confirming`: somebody beside both, for grave powers. */
export type Side = 'giving' | 'taking' | 'confirming'
export type Consent = { side: Side; by: Person }
/** The two people, with what they hold now, and the posts in question, one by one. */
export type Bargain = { absent: Person; substitute: Person; posts: Appointment[] }

export const sides = {
  giving: text('被代理人一方', 'For the absent person'),
  taking: text('代理人', 'The substitute'),
  confirming: text('第三方复核', 'Confirmed by a third person'),
} as const satisfies Record<Side, Text>

/** Whose hand each side waits for, in words. */
export const awaited = {
  giving: text(
    '被代理人本人，或其科室的科长、局领导；系统管理员代办的，另需一名系统管理员',
    'The absent person or the head of his office; where an administrator orders it, a second administrator will do',
  ),
  taking: text('代理人本人', 'The substitute himself'),
  confirming: text(
    '系统管理员或另一部门的领导，且不是双方及已同意的人',
    'An administrator or a leader of another office, who is neither of the two nor has consented already',
  ),
} as const satisfies Record<Side, Text>

/** Powers that nobody hands to another with the consent of the two alone. */
const guardedRoles: readonly Role[] = ['leader', 'legal-reviewer', 'administrator']

/** As himself: what somebody holds for another counts for nothing here. */
const asHimself = (by: Person): Person => ({ ...by, appointments: ownPosts(by.appointments) })

/** At the head of every one of these posts: a chief of those of his office, its leader also of its chiefs and of another leader. */
export const leadsAll = (by: Person, posts: Appointment[]): boolean => {
  const own = ownPosts(by.appointments)
  const led = (held: Appointment[]) => officesLed({ ...by, appointments: held })
  const [all, asLeader] = [led(own), led(own.filter(({ role }) => role === 'leader'))]
  const heads = ({ office, role }: Appointment) =>
    (role === 'leader' || role === 'section-chief' ? asLeader : all).includes(office)
  return posts.length > 0 && posts.every(heads)
}

/** An administrator of every region that one of these posts lies in. */
export const keepsEach = (by: Person, posts: Appointment[]): boolean => {
  const kept = regionsKept(asHimself(by))
  return posts.length > 0 && posts.every(({ region }) => kept.includes(region))
}

const gives = (by: Person, { absent, substitute, posts }: Bargain): 'whole' | 'half' | null => {
  if (by.id === substitute.id || posts.length === 0) return null
  if (by.id === absent.id || leadsAll(by, posts)) return 'whole'
  return keepsEach(by, posts) ? 'half' : null
}

const confirms = (by: Person, { absent, substitute, posts }: Bargain): boolean => {
  if (by.id === absent.id || by.id === substitute.id) return false
  const guarded = posts.filter(isGuarded)
  return keepsEach(by, guarded) || leadsElsewhere(by, guarded)
}

const isGuarded = ({ role }: Appointment): boolean => guardedRoles.includes(role)

/** A leader of another office, of the same region or one above it. */
const leadsElsewhere = (by: Person, posts: Appointment[]): boolean => {
  const leading = ownPosts(by.appointments).filter(({ role }) => role === 'leader')
  return leading.some((held) => {
    const own = officesLed({ ...by, appointments: [held] })
    return posts.every(
      ({ office, region }) => !own.includes(office) && regionsBelow(held.region).includes(region),
    )
  })
}

const counts = ({ side, by }: Consent, bargain: Bargain): boolean =>
  side === 'taking'
    ? by.id === bargain.substitute.id
    : side === 'giving'
      ? gives(by, bargain) !== null
      : confirms(by, bargain)

/**
 * The sides that still wait. A consent counts as long as whoever gave it could give it now, one for each person; an administrator's for the
 * absent person is only half of one.
 */
export const waitsFor = (bargain: Bargain, consents: Consent[]): Side[] => {
  const valid = consents.filter(
    (one, at) => counts(one, bargain) && consents.findIndex(({ by }) => by.id === one.by.id) === at,
  )
  const of = (side: Side) =>
    valid.filter((one) => one.side === side).map(({ by }) => gives(by, bargain))
  const giving = of('giving')
  return [
    ...(giving.includes('whole') || giving.length > 1 ? [] : (['giving'] as const)),
    ...(of('taking').length > 0 ? [] : (['taking'] as const)),
    ...(!bargain.posts.some(isGuarded) || of('confirming').length > 0
      ? []
      : (['confirming'] as const)),
  ]
}

/** The side for which this person's consent is wanted now; nobody stands on two. */
export const sideOf = (by: Person, bargain: Bargain, consents: Consent[]): Side | null => {
  if (consents.some((one) => one.by.id === by.id)) return null
  return waitsFor(bargain, consents).find((side) => counts({ side, by }, bargain)) ?? null
}

/** Why somebody's consent is not wanted. */
export const notWanted = (by: Person, bargain: Bargain, consents: Consent[]): Text => {
  if (consents.some((one) => one.by.id === by.id))
    return text(
      '您已经同意，一人只能代表一方',
      'You have consented already: nobody stands on two sides',
    )
  const waiting = waitsFor(bargain, consents)
  const of = (language: 'zh' | 'en') =>
    waiting.map((side) => awaited[side][language]).join(language === 'zh' ? '；' : '; ')
  return text(`还需同意的是：${of('zh')}`, `What it waits for: ${of('en')}`)
}
