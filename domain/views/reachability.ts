// Whom will the escalation policies notify in the coming days, and who of them could not be notified?

import { escalationLevelOf } from '../engine/clocks/escalation-policy.ts'
import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { exerciseMark } from '../model/exercises/exercise.ts'
import type { ClockDefinition, ProcessDefinition } from '../model/process.ts'
import type { KeptEscalationPolicy, Obligation } from '../model/record.ts'
import { groupWords } from '../organisation/group-words.ts'
import { groupOf } from '../organisation/offices.ts'
import { isRegion } from '../organisation/regions.ts'
import type { Instant } from '../time/instant.ts'

/** A level that is planned, with what decides whom it tells. */
export type PlannedEscalationLevel = {
  caseId: string
  number: string
  process: string
  obligation: string
  clock: string
  escalationLevel: string
  plannedAt: Instant
  region: string
  owner: string | null
  enterprise: string | null
  /** 演练: of a case that a simulator made. */
  exercise?: boolean | undefined
  /** The setting under which its period started. */
  escalationPolicy?: KeptEscalationPolicy
}

/** Somebody appointed to a group; `mailed`: how his last mail ended, null = none yet. */
export type Holder = {
  group: string
  person: string
  name: string
  mail: string
  active: boolean
  account: boolean
  mailed: 'arrived' | 'refused' | null
  /** Whether there is a number by which he can be called. */
  phone: boolean
  since: Instant
  until: Instant | null
  standIns: StandIn[]
}
/** Somebody told in his place between two instants, for these of his groups (null = all); `reached`: he himself can be notified, `phone`: and called. */
export type StandIn = {
  since: Instant
  until: Instant
  posts: string[] | null
  reached: boolean
  phone: boolean
}

/** The closed list of reasons why a person cannot be notified, in the order in which they are named. */
export const lackWords = {
  away: text('休假，代理人也无法通知', 'on leave, and whoever stands in cannot be told'),
  inactive: text('人员已停用', 'no longer active'),
  'no-account': text('没有账号', 'has no account'),
  'no-mail': text('没有邮箱', 'has no e-mail'),
  'mail-refused': text('最近一封邮件被退回', 'the last mail came back'),
  'no-phone': text('未登记电话，无法电话叫醒', 'has no telephone number, no call can wake him'),
} as const satisfies Record<string, Text>
export type Lack = keyof typeof lackWords

export type GapEscalationLevel = Pick<
  PlannedEscalationLevel,
  'caseId' | 'number' | 'obligation' | 'escalationLevel' | 'plannedAt' | 'region' | 'exercise'
> & {
  words: Text
  /** Nobody at all would hear of this level, in none of the groups that it tells. */
  silent: boolean
}
/** A group in which somebody, or everybody, cannot be notified; `nobody`: not one of them can. */
export type Gap = {
  group: string
  words: Text
  nobody: boolean
  people: { name: string; lacks: Lack[] }[]
  escalationLevels: GapEscalationLevel[]
}

/** Every group that a clock's escalation policy, its warning and its clock owner speak to. */
export const groupsOfClock = (
  clock: ClockDefinition,
  place: { region: string; owner: string | null },
): string[] => {
  const addresses = [
    ...clock.warnNotify,
    ...clock.escalationPolicy.flatMap(({ notify }) => notify),
    clock.clockOwner,
  ]
  return addressed(addresses, place)
}

/** The groups that one level will notify. */
export const groupsOfEscalationLevel = (
  process: ProcessDefinition,
  one: PlannedEscalationLevel,
): string[] => addressed(levelOf(process, one).notify, one)

const levelOf = (process: ProcessDefinition, one: PlannedEscalationLevel) =>
  escalationLevelOf(process, periodOf(one), one.escalationLevel)

const periodOf = ({ clock, escalationPolicy }: PlannedEscalationLevel) =>
  ({ clock, escalationPolicy }) as Obligation

const addressed = (
  addresses: Parameters<typeof groupOf>[0][],
  { region, owner }: { region: string; owner: string | null },
): string[] => {
  if (!isRegion(region)) return []
  return [...new Set(addresses.flatMap((address) => groupOf(address, { region, owner }) ?? []))]
}

/** Without a number a person still has his inbox and his mail. */
const isSilencing = (lack: Lack): boolean => lack !== 'no-phone'

/** What keeps a person from being notified, or from being called where the level calls; while another stands in for him, it is that one who counts. */
export const lacksOf = (one: Holder, at: Instant, calls = false): Lack[] => {
  const covering = one.standIns.filter(
    ({ since, until, posts }) =>
      since <= at && at < until && (posts === null || posts.includes(one.group)),
  )
  if (covering.length > 0) {
    const reached = covering.filter((standIn) => standIn.reached)
    if (reached.length === 0) return ['away']
    return calls && reached.every(({ phone }) => !phone) ? ['no-phone'] : []
  }
  return [
    ...(one.active ? [] : (['inactive'] as const)),
    ...(one.account ? [] : (['no-account'] as const)),
    ...(one.mail.includes('@') ? [] : (['no-mail'] as const)),
    ...(one.mailed === 'refused' ? (['mail-refused'] as const) : []),
    ...(calls && !one.phone ? (['no-phone'] as const) : []),
  ]
}

type ReachabilityInput = {
  escalationLevels: PlannedEscalationLevel[]
  holders: Holder[]
  processes: (id: string) => ProcessDefinition
}

/** Every group with a gap, by its key, with the levels that would not be heard; people hold a post at the instant of the level. */
export const gapsOf = ({ escalationLevels, holders, processes }: ReachabilityInput): Gap[] => {
  const gaps = new Map<string, Gap>()
  const byGroup = new Map<string, Holder[]>()
  for (const one of holders) byGroup.set(one.group, [...(byGroup.get(one.group) ?? []), one])
  for (const planned of escalationLevels) {
    const process = processes(planned.process)
    const calls = levelOf(process, planned).calls === true
    const groups = groupsOfEscalationLevel(process, planned).map((group) =>
      standing(group, byGroup.get(group) ?? [], planned.plannedAt, calls),
    )
    const silent = groups.length > 0 && groups.every(({ nobody }) => nobody)
    for (const found of groups) {
      if (!found.nobody && found.people.length === 0) continue
      const gap = gaps.get(found.group) ?? {
        ...found,
        words: groupWords(found.group, planned.enterprise),
        escalationLevels: [],
      }
      gaps.set(found.group, {
        ...gap,
        nobody: gap.nobody || found.nobody,
        people: joined(gap.people, found.people),
      })
      gaps.get(found.group)?.escalationLevels.push(affected(process, planned, silent))
    }
  }
  return [...gaps.values()].sort(
    (a, b) => Number(b.nobody) - Number(a.nobody) || (a.group < b.group ? -1 : 1),
  )
}

const standing = (group: string, holders: Holder[], at: Instant, calls: boolean) => {
  const held = holders.filter(({ since, until }) => since <= at && (until === null || until > at))
  const judged = held.map((one) => ({ name: one.name, lacks: lacksOf(one, at, calls) }))
  return {
    group,
    nobody: judged.every(({ lacks }) => lacks.some(isSilencing)),
    people: judged.filter(({ lacks }) => lacks.length > 0),
  }
}

const joined = (some: Gap['people'], more: Gap['people']): Gap['people'] => [
  ...new Map([...some, ...more].map((one) => [one.name, one])).values(),
]

const affected = (
  process: ProcessDefinition,
  one: PlannedEscalationLevel,
  silent: boolean,
): GapEscalationLevel => {
  const { caseId, number, obligation, escalationLevel, plannedAt, region, exercise } = one
  return {
    caseId,
    number,
    obligation,
    escalationLevel,
    plannedAt,
    region,
    words: levelOf(process, one).words,
    silent,
    ...(exercise ? { exercise } : {}),
  }
}

/** What a message about gaps rests on: posts and what they lack, not the cases, which change every day. */
export const printOf = (gaps: Gap[]): string =>
  sha256(
    canonical(
      gaps.map(({ group, nobody, people }) => [
        group,
        nobody,
        people.map(({ name, lacks }) => [name, lacks]),
      ]),
    ),
  ).slice(0, 16)

const line = ({ words, nobody, people, escalationLevels }: Gap): Text => {
  const who = (language: 'zh' | 'en') =>
    people
      .map(
        ({ name, lacks }) =>
          `${name}（${lacks.map((lack) => lackWords[lack][language]).join('、')}）`,
      )
      .join('；')
  const head =
    nobody && people.length === 0
      ? text('无人在岗', 'nobody holds the post')
      : text(who('zh'), who('en'))
  return text(
    `· ${words.zh}：${head.zh}，涉及 ${escalationLevels.length} 次通知`,
    `· ${words.en}: ${head.en}; ${escalationLevels.length} notices concerned`,
  )
}

/** The mail to an administrator; told once per change, also when all is well again. */
export const gapMail = (gaps: Gap[], day: string): { title: Text; body: Text } => {
  if (gaps.length === 0) {
    const well = text(
      '此前无法通知的岗位均已恢复，今后 7 日的通知都有人接收。',
      'Every post that could not be told can be told again for the next 7 days.',
    )
    return {
      title: text(
        `【智慧安监】通知对象已全部恢复 ${day}`,
        `[anjian] Everybody can be told again ${day}`,
      ),
      body: well,
    }
  }
  const lines = gaps.slice(0, 60).map(line)
  const [zh, en] = [lines.map((one) => one.zh).join('\n'), lines.map((one) => one.en).join('\n')]
  const drill = gaps.every(({ escalationLevels }) =>
    escalationLevels.every(({ exercise }) => exercise === true),
  )
  return {
    title: text(
      `${drill ? exerciseMark : ''}【智慧安监】${gaps.length} 个岗位无法通知 ${day}`,
      `${drill ? '[Exercise] ' : ''}[anjian] ${gaps.length} posts cannot be told ${day}`,
    ),
    body: text(
      `今后 7 日内将触发的督办，下列岗位无法全部通知：\n${zh}`,
      `Of what will be due in the next 7 days, these posts cannot all be told:\n${en}`,
    ),
  }
}

/** The gaps as far as they concern cases in these regions. */
export const gapsWithin = (gaps: Gap[], regions: string[]): Gap[] =>
  gaps
    .map((gap) => ({
      ...gap,
      escalationLevels: gap.escalationLevels.filter(({ region }) => regions.includes(region)),
    }))
    .filter(({ escalationLevels }) => escalationLevels.length > 0)
