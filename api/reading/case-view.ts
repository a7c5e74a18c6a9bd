// What does a reader see of one case?

import type { CaseView } from '../../contract/case/cases.ts'
import type { CaseStep } from '../../db/cases/cases-reads.ts'
import type { Related } from '../../db/cases/related-reads.ts'
import type { Upload } from '../../db/files/uploads.ts'
import type { NoticeRecipient } from '../../db/organisation/notice-recipients-reads.ts'
import { mayTakeDossier } from '../../domain/dossier/sight.ts'
import { gradesOf } from '../../domain/engine/grading.ts'
import { partOf } from '../../domain/engine/items/parts.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { isBarredReader } from '../../domain/engine/judging/barred-reader.ts'
import { itemFilesClosedTo } from '../../domain/engine/judging/item-files.ts'
import { materialOf } from '../../domain/engine/judging/judge.ts'
import { unmaskable } from '../../domain/engine/judging/unmask.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { citedAmount } from '../../domain/law/amounts/amount.ts'
import { countedByOf } from '../../domain/law/amounts/graded-definition.ts'
import type { Audience } from '../../domain/model/audience.ts'
import type { StoredFact } from '../../domain/model/chain.ts'
import { activeNodes, nameOf, stateKey } from '../../domain/model/chart.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { KnownDocument } from '../../domain/model/document.ts'
import type { Field, ProcessDefinition } from '../../domain/model/process.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { groupsOf } from '../../domain/organisation/actor.ts'
import { isRequestedSigner } from '../../domain/tasks/signers.ts'
import { verbOf } from '../../domain/tasks/verbs.ts'
import { acts } from '../../domain/views/acts.ts'
import type { SignedPicture } from '../../domain/views/answers/fact-views.ts'
import type { ClockView, TimelineItem } from '../../domain/views/case-views.ts'
import { clockViews, nextDueView } from '../../domain/views/clock-view.ts'
import { fieldsOf } from '../../domain/views/fact-fields.ts'
import { signingView } from '../../domain/views/signing-view.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import type { TaskView } from '../../domain/views/task-views.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import { linksFor, withParts } from './fact-parts.ts'
import { latestAnswers } from './latest-answers.ts'
import { groupName, regionName } from './names.ts'
import { travelled } from './travelled.ts'

/** A case as it stands, with all that its facts name. */
export type Basis = {
  process: ProcessDefinition
  record: CaseRecord
  enterprise: string | null
  /** Facts that speak of other cases. */
  told: StoredFact[]
  uploads: Upload[]
  /** Other cases in the reader's scope that this one names or has given cause for. */
  related: Related[]
  /** What the case that has opened this one is about; null: there is none in the reader's scope. */
  opener: Text | null
}

/** Everything a case's page is made of, read in the reader's scope. */
export type Material = Basis & {
  course: CaseStep[]
  recipients: NoticeRecipient[]
  documents: KnownDocument[]
}

/** What has happened in a case, or the latest of it. */
export type Story = Basis & { facts: StoredFact[] }

export type Eyes = {
  actor: Actor
  audience: Audience
  decisionContext: DecisionContext
  synthetic: boolean
}

export const caseView = (material: Material, eyes: Eyes): CaseView => {
  const { process, record, enterprise } = material
  const internal = eyes.audience === 'internal'
  return {
    id: record.id,
    process: record.process,
    processTitle: process.title,
    chart: record.chart,
    number: record.number,
    title: record.title,
    site: record.site,
    region: { code: record.region, name: regionName(record.region) },
    enterprise:
      record.owner === null ? null : { id: record.owner, name: enterprise ?? record.owner },
    status: record.status,
    active: internal
      ? activeNodes(process.machine, record.snapshot)
          .map(nameOf)
          .filter((name) => name !== '')
      : [],
    travelled: internal ? travelled(process, material.course) : [],
    state: stateWords(
      process,
      stateKey(record.snapshot.value),
      eyes.audience,
      record.snapshot.context,
    ),
    level: process.level(record),
    ...(internal && process.graded ? gradedView(process, record) : {}),
    revision: record.revision,
    material: materialOf(record),
    openedAt: record.openedAt,
    closedAt: record.closedAt,
    tasks: tasksFor(material, eyes),
    clocks: clocksFor(material, eyes),
    due: nextDueView(process, record, eyes.decisionContext, eyes.audience),
    acts: actsFor(material, eyes),
    facts: latestAnswers(material, eyes.audience),
    unmaskable: unmaskable(process, record, eyes.actor),
    dossier:
      process.dossier !== undefined &&
      mayTakeDossier(record, eyes.actor) &&
      !isBarredReader({ process, record, actor: eyes.actor }),
    links: internal ? linksFor(material) : [],
    itemKinds: internal ? (process.items ?? []).map(({ kind }) => kind) : [],
    synthetic: eyes.synthetic,
  }
}

const gradedView = (process: ProcessDefinition, record: CaseRecord) => ({
  grades: gradesOf(process, record),
  countedBy: countedByOf(record.snapshot.context).map(citedAmount),
})

const withAddress = (caseId: string, picture: SignedPicture): SignedPicture => ({
  ...picture,
  url: `/api/cases/${caseId}/signatures/${picture.sha256}`,
})

type Told = Pick<Story, 'process' | 'record' | 'facts' | 'uploads' | 'related'>

/** The timeline of the reader, oldest first. */
export const timelineFor = (
  { process, record, facts, uploads, related }: Told,
  { audience, actor }: Pick<Eyes, 'audience' | 'actor'>,
): TimelineItem[] =>
  facts.flatMap((fact) => {
    const item = timelineItem(process, fact, audience)
    if (!item) return []
    const fields = withParts(
      item.fields,
      definitionOf(process, fact.type) ?? verbOf(fact.type),
      fact.data,
      { uploads, related, closed: itemFilesClosedTo({ process, record, actor }, fact.data.item) },
    )
    return [
      {
        ...item,
        fields,
        ...(item.pictures
          ? { pictures: item.pictures.map((one) => withAddress(fact.caseId, one)) }
          : {}),
      },
    ]
  })

/** The party sees the tasks of its own people only; who works on the others, and what he proposes, stays inside. */
const tasksFor = (
  { process, record, enterprise, uploads, related }: Material,
  { actor, audience }: Eyes,
): TaskView[] => {
  const own = groupsOf(actor)
  const isOwn = (task: OpenTask) => task.groups.some((group) => own.includes(group))
  return Object.values(record.openTasks)
    .filter((task) => (audience === 'internal' && task.item === undefined) || isOwn(task))
    .map((task) => {
      const proposed = task.proposal ? definitionOf(process, task.proposal.type) : undefined
      return {
        id: task.id,
        task: task.task,
        words: taskWords(process, record, task),
        groups: task.groups.map((group) => groupName(group, enterprise)),
        assignee: task.assignee?.name ?? null,
        ...toReader(task, isOwn(task), actor),
        openedAt: task.openedAt,
        ...signingView(task, enterprise),
        proposal: task.proposal && {
          type: task.proposal.type,
          words: proposed?.words ?? text(task.proposal.type, task.proposal.type),
          data: withParts(
            fieldsOf(task.proposal, proposed, audience),
            proposed,
            task.proposal.data,
            { uploads, related },
          ),
        },
        urged: task.urged,
        returned: returnedTo(process, record, task, audience),
        ...whyThere(task, audience),
      }
    })
}

/** Of an item it is said which one. */
const taskWords = (
  process: ProcessDefinition,
  { items = {} }: CaseRecord,
  task: OpenTask,
): Text => {
  const words = process.words.tasks[task.task] ?? text(task.task, task.task)
  const item = task.item === undefined ? undefined : items[task.item]
  return item ? text(`${words.zh}（第${item.nth}号）`, `${words.en} (no. ${item.nth})`) : words
}

/** What a rule has said counts until somebody else has the task; nothing of it leaves the authorities. */
const whyThere = (
  { routed, climbed, assignee }: OpenTask,
  audience: Audience,
): Pick<TaskView, 'why'> => {
  const reasons =
    routed && (routed.to === null || routed.to.id === assignee?.id) ? [routed.why] : []
  const why = [...(climbed ? [climbed.why] : []), ...reasons]
  return why.length > 0 && audience === 'internal' ? { why } : {}
}

/** What the party is told of a return is its own business alone; why colleagues send work back stays inside. */
const returnedTo = (
  process: ProcessDefinition,
  { returns }: CaseRecord,
  task: OpenTask,
  audience: Audience,
): TaskView['returned'] => {
  const one = returns?.findLast(({ to }) => to === task.state)
  if (!one || audience !== 'internal') return null
  const from = process.words.states[one.from] ?? text(one.from, one.from)
  return { from, by: one.by, reason: one.reason, straight: one.way === 'straight' }
}

/** For whom it waits among its readers, and in whose hands it is; an enterprise's own people need claim nothing. */
const toReader = (
  task: OpenTask,
  isOwn: boolean,
  actor: Actor,
): Pick<TaskView, 'mine' | 'held'> => {
  if (actor.kind !== 'person') return { mine: false, held: false }
  const isAssignee = task.assignee?.id === actor.id
  const mine = task.assignee ? isAssignee : isOwn
  return {
    mine: mine || isRequestedSigner(task, actor),
    held: isAssignee || (mine && actor.enterprise !== null),
  }
}

/** Whom a level told and who answered are names of officials, and reasons of pauses are their notes: both stay inside. */
const clocksFor = (
  { process, record, recipients }: Material,
  { audience, decisionContext }: Eyes,
): ClockView[] =>
  clockViews(process, partOf(process, record, undefined).record, decisionContext, audience).map(
    (clock) =>
      audience === 'internal'
        ? {
            ...clock,
            escalationLevels: clock.escalationLevels.map((escalationLevel) => ({
              ...escalationLevel,
              recipients: recipientsOf(recipients, clock.id, escalationLevel.escalationLevel),
            })),
          }
        : {
            ...clock,
            pauses: clock.pauses.map((pause) => ({ ...pause, reason: '' })),
            extensions: clock.extensions.map((extension) => ({ ...extension, reason: '' })),
            escalationLevels: clock.escalationLevels.map((escalationLevel) => ({
              ...escalationLevel,
              acknowledgedBy: null,
            })),
          },
  )

const recipientsOf = (recipients: NoticeRecipient[], obligation: string, escalationLevel: string) =>
  recipients
    .filter((one) => one.obligation === obligation && one.escalationLevel === escalationLevel)
    .map(({ obligation: _, escalationLevel: __, ...recipient }) => recipient)

/** Of acts that are not theirs the party learns that they exist and whose they are, not what their forms offer. */
const actsFor = (
  { process, record }: Material,
  { actor, audience, decisionContext }: Eyes,
): ActView[] => {
  const all = acts(process, record, actor, decisionContext)
  return all.map((act) =>
    act.allowed
      ? act
      : { ...act, fields: audience === 'internal' ? act.fields.map(withoutChoices) : [] },
  )
}

/** Hundreds of criteria that nobody can tick now would be most of the answer. */
const withoutChoices = (field: Field): Field =>
  field.kind === 'choices' ? { ...field, choices: {} } : field
