// What does one fact of a case say to a reader of a given audience?

import { isOutcome, outcomeWords } from '../engine/links.ts'
import type { MovedPeriod } from '../engine/reproject.ts'
import { fill, type Text, text } from '../language/words.ts'
import { type Audience, visible } from '../model/audience.ts'
import type { StoredFact } from '../model/chain.ts'
import { statesOf } from '../model/chart.ts'
import { isAnswered, maskedWords, namesSecret } from '../model/confidential.ts'
import { isDocumentVerb } from '../model/document-verbs.ts'
import type { EventDefinition, Field, ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import { officeKinds } from '../organisation/offices.ts'
import { roles } from '../organisation/roles.ts'
import { verbOf } from '../tasks/verbs.ts'
import type { TimelineItem } from './case-views.ts'
import type { FactField } from './fact-views.ts'
import { signatureFields } from './signature-facts.ts'
import { movedPeriodFields } from './moved-period-fields.ts'
import { picturesUnder } from './signed-pictures.ts'
import { valueWords } from './value-words.ts'

/** The item for this reader, or null when nothing of the fact is meant for him. Internal data never passes. */
export const timelineItem = (
  process: ProcessDefinition,
  fact: StoredFact,
  reader: Audience,
): TimelineItem | null => {
  if (!visible(fact.audience, reader)) return null
  const definition = definitionOf(process, fact.type)
  return {
    seq: fact.seq,
    type: fact.type,
    title: titleOf(process, fact, definition, reader),
    who: whoOf(process, fact, reader),
    occurredAt: fact.occurredAt,
    recordedAt: fact.recordedAt,
    audience: fact.audience,
    fields: [
      ...correctedOf(process, fact, fieldsOf(fact, definition, reader)),
      ...(reader === 'internal'
        ? [
            ...signatureFields(fact, (type, data) => proposalWords(process, type, data)),
            ...undone(process, fact),
          ]
        : []),
      ...beforeAndAfter(process, fact, reader),
    ],
    state: fact.before === fact.after ? null : stateWords(process, fact.after, reader),
    ...(reader === 'internal' ? signedBy(fact) : {}),
    kind: definition
      ? 'event'
      : fact.type === 'escalation' ||
          fact.type === 'expired' ||
          fact.type === 'reprojected' ||
          fact.type.endsWith('-clock')
        ? 'clock'
        : fact.type.endsWith('-correction')
          ? 'correction'
          : 'task',
    hash: reader === 'internal' ? fact.hash : '',
  }
}

const signedBy = (fact: StoredFact): Pick<TimelineItem, 'pictures'> => {
  const pictures = picturesUnder(fact)
  return pictures.length > 0 ? { pictures } : {}
}

const titleOf = (
  process: ProcessDefinition,
  fact: StoredFact,
  definition: EventDefinition | undefined,
  reader: Audience,
): Text => {
  if (definition)
    return reader === 'internal' ? definition.words : partyWords(fact, definition, reader)
  if (Object.hasOwn(titles, fact.type))
    return titles[fact.type as keyof typeof titles](process, fact)
  const verb = verbOf(fact.type)
  return verb ? verbTitle(verb, fact, reader) : text(fact.type, fact.type)
}

/** What happens by itself, by the type of its fact. */
const titles = {
  escalation: (process, fact) => escalationLevelWords(process, fact),
  expired: () => text('时限届满', 'The limit has ended'),
  reprojected: (_, fact) => reprojectedWords(fact),
  linked: (_, { data }) =>
    isOutcome(data.outcome) ? outcomeWords[data.outcome] : text('关联案件', 'Linked case'),
  routed: () => text('按分派规则分派', 'Given out by a rule'),
  climbed: () => text('岗位无人，任务上提', 'The post stands empty: the task climbs'),
  migrated: () => text('转入新版流程', 'Taken over to the new chart'),
  carried: (process, fact) => carriedWords(process, fact),
  'not-carried': () =>
    text('未能直接送回，逐级重新办理', 'It did not come straight back: the steps are done again'),
} satisfies Record<string, (process: ProcessDefinition, fact: StoredFact) => Text>

const verbTitle = (
  verb: Pick<EventDefinition, 'words' | 'party'>,
  fact: StoredFact,
  reader: Audience,
): Text => {
  if (isDocumentVerb(fact.type))
    return documentTitle(reader === 'internal' ? verb.words : verb.party, fact)
  return reader === 'internal' || verb.party.zh === '' ? verb.words : verb.party
}

const reprojectedWords = ({ data }: StoredFact): Text =>
  ((data.movedPeriods ?? []) as MovedPeriod[]).some(({ versions }) => versions)
    ? text(
        '时限规则或承诺变更，时限已重新计算',
        'A rule or a promise changed, limits were reckoned again',
      )
    : text(
        '节假日安排更新，时限已重新计算',
        'The holiday calendar changed, limits were reckoned again',
      )

const documentTitle = (words: Text, { data }: StoredFact): Text =>
  text(`${words.zh}：${data.documentName ?? ''}`, `${words.en}: ${data.documentName ?? ''}`)

const escalationLevelWords = (process: ProcessDefinition, fact: StoredFact): Text => {
  const clock = process.clocks.find(({ clock }) => clock === fact.data.clock)
  const escalationLevel = clock?.escalationPolicy.find(
    ({ escalationLevel }) => escalationLevel === fact.data.escalationLevel,
  )
  const words = escalationLevel?.words ?? text('即将到期提醒', 'Reminder: due soon')
  const status = fact.data.status as string
  if (status === 'fired')
    return text(`${words.zh}（${clock?.words.zh ?? ''}）`, `${words.en} (${clock?.words.en ?? ''})`)
  const note =
    status === 'collapsed'
      ? text('并入更高一级', 'merged into a higher level')
      : status === 'held'
        ? text('暂估日期，待人工确认', 'estimated date, waits for a person')
        : text('已跳过', 'skipped')
  return text(`${words.zh}：${note.zh}`, `${words.en}: ${note.en}`)
}

/**
 * Who acted: a person by name inside the authorities; outside only the office or the party's own side.
 * Which office has opened a case would tell an enterprise that somebody has reported it, so it reads the bureau's name in every such case.
 */
const whoOf = (process: ProcessDefinition, fact: StoredFact, reader: Audience): Text | null => {
  const { actor } = fact
  if (actor.kind === 'clock') return text('系统计时', 'System clock')
  if (actor.kind === 'system') return text('系统', 'System')
  if (actor.kind === 'public')
    return reader === 'internal' ? text('公众（12350）', 'Public (12350)') : officeKinds.bureau
  if (actor.kind === 'machine')
    return reader === 'internal'
      ? text(actor.name ?? '', actor.name ?? '')
      : text('监测设备', 'Monitoring device')
  if (reader === 'internal') return namedActor(actor)
  if (actor.office?.startsWith('enterprise:')) return text('本企业', 'Your enterprise')
  return fact.type === process.start.type ? officeKinds.bureau : officeWords(actor.office)
}

/** A person with his post; whoever stood in for somebody is named together with him and the order (李四（代 张三，…）). */
const namedActor = ({ name, role, onBehalfOf }: StoredFact['actor']): Text => {
  const post = role ? roles[role] : null
  const [zh, en] = onBehalfOf
    ? [
        [`代 ${onBehalfOf.name}`, post?.zh, onBehalfOf.order],
        [`for ${onBehalfOf.name}`, post?.en, onBehalfOf.order],
      ]
    : [[post?.zh], [post?.en]]
  const joined = (parts: (string | undefined)[], between: string) =>
    parts.filter((part) => part !== undefined).join(between)
  return post || onBehalfOf
    ? text(`${name}（${joined(zh, '，')}）`, `${name} (${joined(en, ', ')})`)
    : text(`${name}`, `${name}`)
}

const officeWords = (office: string | undefined): Text =>
  officeKinds[(office?.slice(7) ?? 'bureau') as keyof typeof officeKinds] ?? officeKinds.bureau

/** The fields of a fact's data that this reader may see, in the order of its form. */
export const fieldsOf = (
  fact: Pick<StoredFact, 'type' | 'data'>,
  definition: EventDefinition | undefined,
  reader: Audience,
): FactField[] => {
  if (!definition) return reader === 'internal' ? plainFields(fact) : []
  const visibleFields =
    reader === 'internal'
      ? null
      : reader === 'party'
        ? definition.show.party
        : definition.show.public
  return definition.fields
    .filter(
      ({ name }) =>
        isAnswered(fact.data[name]) && (visibleFields === null || visibleFields.includes(name)),
    )
    .map((field) => ({ name: field.name, label: field.words, ...valueIn(field, fact.data) }))
}

const valueIn = (
  field: Field,
  data: Record<string, unknown>,
): Pick<FactField, 'value' | 'confidential'> =>
  field.confidential
    ? { value: maskedWords, confidential: true }
    : { value: valueWords(field, named(data, field.name)) }

/** The new value of a confidential field is as secret as the old one. */
const correctedOf = (
  process: ProcessDefinition,
  { type, data }: StoredFact,
  fields: FactField[],
): FactField[] =>
  type === 'request-correction' && namesSecret(process, data.field)
    ? fields.map((one) =>
        one.name === 'value' ? { ...one, value: maskedWords, confidential: true } : one,
      )
    : fields

const beforeAndAfter = (
  process: ProcessDefinition,
  { type, data }: StoredFact,
  reader: Audience,
): FactField[] => (type === 'reprojected' ? movedPeriodFields(process, data, reader) : [])

const carriedWords = (process: ProcessDefinition, { data }: StoredFact): Text => {
  const words =
    definitionOf(process, String(data.act))?.words ?? text(String(data.act), String(data.act))
  return text(
    `沿用：${words.zh}（${data.name}，记录第${data.of}条）`,
    `Carried over: ${words.en} (${data.name}, record ${data.of})`,
  )
}

/** What ended with a step undone: tasks that time has skipped, and signers who are waited for no longer. */
const undone = (process: ProcessDefinition, { data }: Pick<StoredFact, 'data'>): FactField[] => {
  const skipped = (Array.isArray(data.skipped) ? (data.skipped as string[]) : []).map(
    (task) => process.words.tasks[task] ?? text(task, task),
  )
  const names = Array.isArray(data.unsigned) ? (data.unsigned as string[]).join('、') : ''
  const tasks = text(skipped.map(({ zh }) => zh).join('、'), skipped.map(({ en }) => en).join(', '))
  return [
    ...(skipped.length > 0
      ? [
          {
            name: 'skipped',
            label: text('逾期未办，跳过', 'Skipped by time, not done'),
            value: tasks,
          },
        ]
      : []),
    ...(names
      ? [{ name: 'unsigned', label: text('未签署', 'Had not signed'), value: text(names, names) }]
      : []),
  ]
}

/** An act and its form in one line, for what was only proposed. */
const proposalWords = (
  process: ProcessDefinition,
  type: string,
  data: Record<string, unknown>,
): Text => {
  const definition = definitionOf(process, type)
  const words = definition?.words ?? text(type, type)
  const fields = fieldsOf({ type, data }, definition, 'internal')
  const of = (language: 'zh' | 'en', colon: string, between: string) =>
    [
      words[language],
      ...fields.map(({ label, value }) => `${label[language]}${colon}${value[language]}`),
    ].join(between)
  return text(of('zh', '：', '；'), of('en', ': ', '; '))
}

/** A key into a register is shown by the name that the server put beside it (`enterprise` by `enterpriseName`). */
const named = (data: Record<string, unknown>, name: string): unknown =>
  data[`${name}Name`] ?? data[name]

const plainFields = (fact: Pick<StoredFact, 'type' | 'data'>): FactField[] => {
  const fields = new Map(verbOf(fact.type)?.fields.map((field) => [field.name, field]))
  return Object.entries(fact.data)
    .filter(
      ([name, value]) =>
        (fields.has(name) || name === 'assignee' || name === 'reason') && value !== '',
    )
    .map(([name, value]) => ({
      name,
      label:
        fields.get(name)?.words ??
        (name === 'reason' ? text('理由', 'Reason') : text('办理人', 'Handler')),
      value:
        fields.get(name)?.choices?.[String(value)] ?? plainWords(named(fact.data, name) ?? value),
    }))
}

const plainWords = (value: unknown): Text =>
  isText(value) ? value : text(String(value), String(value))

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

const partyWords = (fact: StoredFact, definition: EventDefinition, reader: Audience): Text => {
  const fields = fieldsOf(fact, definition, reader)
  const of = (language: 'zh' | 'en') =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value[language]]))
  return text(fill(definition.party, of('zh')).zh, fill(definition.party, of('en')).en)
}

/**
 * The state in the reader's vocabulary: internal words inside the authorities, plain public words outside.
 * The first region always speaks; a parallel one only while something goes on in it, and to the party only of what it may know.
 */
export const stateWords = (
  process: ProcessDefinition,
  key: string | null,
  reader: Audience,
): Text => {
  const quiet = quietStates(process)
  const table = reader === 'internal' ? process.words.states : process.words.partyStates
  const words = (key ?? '')
    .split('|')
    .flatMap((name) => (quiet.has(name) || !table[name]?.zh ? [] : [table[name]]))
  const distinct = words.filter(
    (one, index) => words.findIndex(({ zh }) => zh === one.zh) === index,
  )
  return text(distinct.map(({ zh }) => zh).join(' · '), distinct.map(({ en }) => en).join(' · '))
}

const quietStates = (process: ProcessDefinition): Set<string> => {
  const states = statesOf(process.machine)
  const [first, ...others] =
    process.machine.root.type === 'parallel' ? states.filter(({ parent }) => parent === null) : []
  const beside = new Set(others.map(({ name }) => name))
  const rests = states.filter(
    ({ name, parent, final, quiet }) =>
      parent !== null &&
      beside.has(parent) &&
      (final || quiet || others.some(({ initial }) => initial === name)),
  )
  return new Set(first ? rests.map(({ name }) => name) : [])
}
