// How is what has happened in a case called, for a reader of a given audience?
import { heldBecause } from '../engine/clocks/escalation-policy.ts'
import { isOutcome, linkOutcomeWords } from '../engine/links.ts'
import type { MovedPeriod } from '../engine/reproject.ts'
import { fill, type Text, text } from '../language/words.ts'
import type { Audience } from '../model/audience.ts'
import type { StoredFact } from '../model/chain.ts'
import { isDocumentVerb } from '../model/document-verbs.ts'
import type { EventDefinition, ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import { verbOf } from '../tasks/verbs.ts'
import { fieldsOf } from './fact-fields.ts'

export const titleOf = (
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
    isOutcome(data.outcome)
      ? linkOutcomeWords(data.outcome, data.licence !== undefined)
      : text('关联案件', 'Linked case'),
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

const reprojectedWords = ({ data }: StoredFact): Text => {
  if (data.countedBy)
    return text(
      '数额标准变更，等级已按新版本重新核定',
      'An amount changed, grades were reckoned again by its version',
    )
  return ((data.movedPeriods ?? []) as MovedPeriod[]).some(({ versions }) => versions)
    ? text(
        '时限规则或承诺变更，时限已重新计算',
        'A rule or a promise changed, limits were reckoned again',
      )
    : text(
        '节假日安排更新，时限已重新计算',
        'The holiday calendar changed, limits were reckoned again',
      )
}

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
        ? heldBecause(fact.data.over === true ? 'over' : 'estimated')
        : text('已跳过', 'skipped')
  return text(`${words.zh}：${note.zh}`, `${words.en}: ${note.en}`)
}

const carriedWords = (process: ProcessDefinition, { data }: StoredFact): Text => {
  const words =
    definitionOf(process, String(data.act))?.words ?? text(String(data.act), String(data.act))
  return text(
    `沿用：${words.zh}（${data.name}，记录第${data.of}条）`,
    `Carried over: ${words.en} (${data.name}, record ${data.of})`,
  )
}

const partyWords = (fact: StoredFact, definition: EventDefinition, reader: Audience): Text => {
  const fields = fieldsOf(fact, definition, reader)
  const of = (language: 'zh' | 'en') =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value[language]]))
  return text(fill(definition.party, of('zh')).zh, fill(definition.party, of('en')).en)
}
