// Who is notified of what, in which words, and when?

import { fill, type Text, text } from '../../language/words.ts'
import type { DecisionContext } from '../../model/decision-context.ts'
import { exerciseMark, isExercise } from '../../model/exercises/exercise.ts'
import type {
  EscalationLevelDefinition,
  EventDefinition,
  ItemDefinition,
  ProcessDefinition,
} from '../../model/process.ts'
import type { CaseRecord, NewEffect, NoticeEffect, Obligation } from '../../model/record.ts'
import type { Address } from '../../organisation/offices.ts'
import { addressesOfClock, groupsFor } from '../../tasks/tasks.ts'
import { civilMoment, type Instant, isMidnight } from '../../time/instant.ts'
import { heldBecause, wasOverBefore } from '../clocks/escalation-policy.ts'
import { lookAt } from '../clocks/jitter.ts'

const eventBody = text(
  '案件 {number}《{title}》有新进展：{what}。请登录智慧安监平台查看。',
  'Case {number} “{title}” has moved on: {what}. Please sign in to the anjian platform to see it.',
)
const leftBody = text(
  '案件 {number}《{title}》经更正不再涉及贵单位，贵单位不再查看本案；此前就本案发送的通知不需再办理。',
  'Case {number} “{title}” was corrected and no longer concerns you: you no longer read it, and what you were told of it before needs nothing more of you.',
)
const escalationLevelBody = text(
  '案件 {number}《{title}》：{what}。时限：{clock}，{due}（{article}）。请登录智慧安监平台办理。',
  'Case {number} “{title}”: {what}. Limit: {clock}, {due} ({article}). Please sign in to the anjian platform and act.',
)

/** The notice of an event to its own list; nothing that the party may not read is in it. */
export const eventNotice = (
  process: ProcessDefinition,
  record: CaseRecord,
  type: string,
  definition: EventDefinition,
  at: Instant,
): NewEffect[] => {
  const { context } = record.snapshot
  const { notify = [], notifyFor, tells, words } = definition
  const told = tells?.(context)
  return [
    { notify: [...notify, ...(notifyFor?.(context) ?? [])], words },
    ...(told ? [told] : []),
  ].flatMap(({ notify, words }) => {
    const groups = addressed([...notify], record)
    if (groups.length === 0) return []
    return notice({
      about: type,
      escalationLevel: null,
      obligation: null,
      groups,
      title: sentence(process.title, words, record),
      body: filledIn(eventBody, record, { what: words }),
      at,
    })
  })
}

/** To the enterprise that the case was about before the event: it reads nothing of it from now on. */
export const leftNotice = (
  process: ProcessDefinition,
  before: CaseRecord,
  at: Instant,
): NewEffect[] => {
  const groups = addressed(enterprisePeople, before)
  if (groups.length === 0) return []
  const what = text('本案经更正不再涉及贵单位', 'No longer concerns you, as was corrected')
  return [
    notice({
      about: 'left-case',
      escalationLevel: null,
      obligation: null,
      groups,
      title: sentence(process.title, what, before),
      body: filledIn(leftBody, before, {}),
      at,
    }),
  ]
}

/** A document is served by mail: the notice to the enterprise names it, and its portal shows it. */
export const documentNotice = (
  process: ProcessDefinition,
  record: CaseRecord,
  name: string,
  at: Instant,
): NewEffect[] => {
  const groups = addressed(enterprisePeople, record)
  const what = text(`向您送达文书《${name}》，请查收`, `The document “${name}” is served on you`)
  const title = sentence(process.title, what, record)
  const input = {
    about: 'serve-document',
    escalationLevel: null,
    obligation: null,
    groups,
    title,
    body: filledIn(eventBody, record, { what }),
    at,
  }
  return groups.length > 0 ? [notice(input)] : []
}

const enterprisePeople: Address[] = [
  { role: 'enterprise-principal', office: 'enterprise' },
  { role: 'enterprise-safety', office: 'enterprise' },
]

/** Whoever is to work an item hears of it at once. */
export const openedItemNotice = (
  process: ProcessDefinition,
  record: CaseRecord,
  { opens, words }: ItemDefinition,
  { groups, at }: { groups: string[]; at: Instant },
): NewEffect[] => {
  if (groups.length === 0) return []
  const nth = Object.values(record.items ?? {}).at(-1)?.nth ?? 1
  const what = text(`新的${words.zh}第${nth}号`, `A new ${words.en.toLowerCase()}, no. ${nth}`)
  return [
    notice({
      about: opens,
      escalationLevel: null,
      obligation: null,
      groups: [...new Set(groups)],
      title: sentence(process.title, what, record),
      body: filledIn(eventBody, record, { what }),
      at,
    }),
  ]
}

/** The notice of a level; notices of equal deadlines are spread over the window, the state changes as of its own instant. */
export const escalationLevelNotice = (
  process: ProcessDefinition,
  record: CaseRecord,
  obligation: Obligation,
  definition: EscalationLevelDefinition,
  at: Instant,
  decisionContext: DecisionContext,
): NewEffect[] => {
  const groups = addressed(recipientsOf(definition, record.snapshot.context), record)
  if (groups.length === 0) return []
  const clock =
    process.clocks.find(({ clock }) => clock === obligation.clock)?.words ?? text('', '')
  const body = filledIn(escalationLevelBody, record, {
    what: definition.words,
    clock,
    due: endOf(obligation),
    article: text(obligation.article, obligation.article),
  })
  const title = sentence(process.title, definition.words, record)
  return [
    notice({
      about: definition.event ?? definition.escalationLevel,
      escalationLevel: definition.escalationLevel,
      obligation: obligation.id,
      groups,
      title,
      body,
      at: lookAt(at, record.id, decisionContext.noticeWindowMs),
      ...(definition.calls ? { calls: true } : {}),
    }),
  ]
}

/** A level that rests on an estimate, or was over before anybody knew of its period, waits for the clock owner of its clock, so he must hear of it. */
export const heldNotice = (
  process: ProcessDefinition,
  record: CaseRecord,
  obligation: Obligation,
  definition: EscalationLevelDefinition,
  at: Instant,
): NewEffect[] => {
  const clock = process.clocks.find(({ clock }) => clock === obligation.clock)
  const groups = clock ? addressed(addressesOfClock(clock, record.snapshot.context), record) : []
  if (groups.length === 0) return []
  const why = heldBecause(wasOverBefore(obligation) ? 'over' : 'estimated')
  const what = text(`${definition.words.zh}（${why.zh}）`, `${definition.words.en} (${why.en})`)
  const body = filledIn(eventBody, record, { what })
  return [
    notice({
      about: 'held',
      escalationLevel: null,
      obligation: obligation.id,
      groups,
      title: sentence(process.title, what, record),
      body,
      at,
    }),
  ]
}

/** A period of days ends with its last one, one of hours or minutes at a moment. */
const endOf = ({ due, dueAt }: Obligation): Text =>
  isMidnight(dueAt)
    ? text(`到期日 ${due}`, `due ${due}`)
    : text(`到期时间 ${civilMoment(dueAt)}`, `due ${civilMoment(dueAt)}`)

type NoticeInput = {
  about: string
  escalationLevel: string | null
  obligation: string | null
  groups: string[]
  title: Text
  body: Text
  at: Instant
  calls?: true
}

const notice = ({ at, ...rest }: NoticeInput): NoticeEffect => ({
  kind: 'notice',
  ...rest,
  audience: 'party',
  notBefore: at,
})

/** Whom a level notifies in a case that remembers `context`. */
export const recipientsOf = (
  { notify, notifyIn }: Pick<EscalationLevelDefinition, 'notify' | 'notifyIn'>,
  context: Record<string, unknown>,
): readonly Address[] => notifyIn?.(notify, context) ?? notify

const addressed = (addresses: readonly Address[], record: CaseRecord): string[] =>
  groupsFor(addresses, record)

export const filledIn = (template: Text, record: CaseRecord, parts: Record<string, Text>): Text => {
  const one = (language: 'zh' | 'en') =>
    fill(template, {
      number: record.number,
      title: record.title,
      ...Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part[language]])),
    })[language]
  return { zh: one('zh'), en: one('en') }
}

/** What the subject of a mail says; of an exercise it says so first, as the title of its case does. */
export const sentence = (
  process: Text,
  what: Text,
  { number, title }: Pick<CaseRecord, 'number' | 'title'>,
): Text => {
  const drill = isExercise({ title })
  return text(
    `${drill ? exerciseMark : ''}【${process.zh}】${what.zh} ${number}`,
    `${drill ? '[Exercise] ' : ''}[${process.en}] ${what.en} ${number}`,
  )
}
