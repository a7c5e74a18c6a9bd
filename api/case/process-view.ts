// How is a chart shown to any client: states with their posts, arrows with their words, acts, periods and versions?
import { toJsonSchema } from '@valibot/to-json-schema'
import { escalationPolicyNow, withEscalationPolicy } from '../../domain/engine/clocks/settings.ts'
import { text } from '../../domain/language/words.ts'
import { amount } from '../../domain/law/explain.ts'
import { ruleBook } from '../../domain/law/rule-book.ts'
import { isUnconfirmed, type Rule } from '../../domain/law/rules/rule.ts'
import { statesOf, transitionsOf } from '../../domain/model/chart.ts'
import {
  type ClockDefinition,
  type EventDefinition,
  isForNobody,
  type ProcessDefinition,
} from '../../domain/model/process.ts'
import type { EscalationPolicyVersion } from '../../domain/model/record.ts'
import { addressWords } from '../../domain/organisation/group-words.ts'
import { modeOf } from '../../domain/tasks/mode-words.ts'
import { signaturesNeeded } from '../../domain/tasks/tasks.ts'
import { addDays } from '../../domain/time/days.ts'
import { arrowWords } from '../../domain/views/chart/chart-names.ts'
import type {
  ChartAct,
  ChartClock,
  ChartPeriod,
  ChartState,
  ChartTransition,
  ChartVersion,
  Diagram,
  ProcessView,
} from '../../domain/views/chart/chart-views.ts'

/** `all`: every chart of the process, the newest first. `escalationPolicies`: what administrators have set; the last setting counts. */
export const processView = (
  process: ProcessDefinition,
  diagram: Diagram,
  all: ProcessDefinition[] = [process],
  escalationPolicies: EscalationPolicyVersion[] = [],
): ProcessView => ({
  id: process.id,
  version: process.version,
  title: process.title,
  summary: process.summary,
  law: process.law,
  versions: chartVersions(all),
  states: chartStates(process),
  transitions: transitionsOf(process.machine).map(
    ({ from, event, to, guard }): ChartTransition => ({
      from,
      event,
      words: arrowWords(process, event),
      to,
      guard: guard?.name ?? null,
    }),
  ),
  events: Object.entries(process.events).map(
    ([type, definition]): ChartAct => ({
      ...formOf(process, type, definition),
      by: senderOf(definition),
      posts: typeof definition.by === 'string' ? [] : definition.by.map(addressWords),
      audience: definition.audience,
      article: definition.consequence?.article ?? null,
    }),
  ),
  clocks: process.clocks.map((clock) =>
    chartClock(withEscalationPolicy(clock, escalationPolicyNow(escalationPolicies, clock.clock))),
  ),
  start: formOf(process, process.start.type, process.start),
  diagram,
})

const senderOf = (definition: EventDefinition): string => {
  if (typeof definition.by === 'string') return definition.by
  return isForNobody(definition) ? 'link' : 'post'
}

const chartStates = ({ machine, words }: ProcessDefinition): ChartState[] =>
  statesOf(machine).map(({ name, parent, task, final }) => ({
    id: name,
    parent,
    words: words.states[name] ?? text(name, name),
    party: words.partyStates[name] ?? words.states[name] ?? text(name, name),
    task: task?.task ?? null,
    taskWords: task ? (words.tasks[task.task] ?? null) : null,
    who: task ? [task.to, ...(task.also ?? [])].map(addressWords) : [],
    signers: signaturesNeeded(task?.signers),
    mode: task ? modeOf(task) : null,
    final,
  }))

const formOf = ({ words }: ProcessDefinition, type: string, definition: EventDefinition) => ({
  type,
  words: definition.words,
  schema: schemaOf(definition.schema),
  fields: definition.fields,
  document: words.documents?.[type] ?? null,
})

/** The JSON Schema of a form; checks that JSON Schema cannot say are made by the server alone. */
export const schemaOf = (schema: EventDefinition['schema']): unknown =>
  toJsonSchema(schema, { errorMode: 'ignore' })

const chartClock = ({
  clock,
  words,
  due,
  startsOn,
  endsOn,
  clockOwner,
  escalationPolicy,
}: ClockDefinition): ChartClock => ({
  clock,
  words,
  startsOn,
  endsOn,
  clockOwner: addressWords(clockOwner),
  rule: 'rule' in due ? due.rule : null,
  article: 'article' in due ? due.article : '',
  setBy: 'momentField' in due ? 'moment' : 'dateField' in due ? 'day' : null,
  periods: 'rule' in due ? ruleBook.filter(({ id }) => id === due.rule).map(chartPeriod) : [],
  escalationPolicy: escalationPolicy.map(({ escalationLevel, words, after, notify }) => ({
    escalationLevel,
    words,
    after,
    notify: notify.map(addressWords),
  })),
})

const chartPeriod = (rule: Rule): ChartPeriod => ({
  from: rule.from,
  to: rule.to,
  start: rule.start,
  article: rule.article,
  length: amount(rule.n, rule.unit),
  provisional: isUnconfirmed(rule),
})

const chartVersions = (all: ProcessDefinition[]): ChartVersion[] =>
  all.map(({ version, since = null }, index) => {
    const next = all[index - 1]?.since
    const migrates = all[0]?.migrations.some(({ from }) => from === version) ?? false
    return { version, since, until: next ? addDays(next, -1) : null, migrates }
  })
