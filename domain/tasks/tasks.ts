// Which human tasks does the chart want, and which does it no longer want?

import { wanted } from '../model/chart.ts'
import type { ClockDefinition } from '../model/clock-definition.ts'
import type {
  CaseEvent,
  EventDefinition,
  ProcessDefinition,
  SignerMode,
  TaskMeta,
} from '../model/process.ts'
import type { CaseRecord, OpenTask, Signers, Snapshot } from '../model/record.ts'
import { groupsOf } from '../organisation/actor.ts'
import { type Address, groupOf } from '../organisation/offices.ts'
import { inName } from '../organisation/own-posts.ts'
import type { Region } from '../organisation/regions.ts'
import type { Instant } from '../time/instant.ts'

type Place = { region: Region; owner: string | null }

/** Groups that may work a task, for the case's region and enterprise. */
export const groupsFor = (addresses: readonly Address[], place: Place): string[] => [
  ...new Set(addresses.map((one) => groupOf(one, place)).filter((group) => group !== null)),
]

/** Who may work a task of a case that remembers `context`. */
export const addressesOfTask = (
  { to, also = [], among }: TaskMeta,
  context: Snapshot['context'],
): readonly Address[] => among?.(context) ?? [to, ...also]

/** Who answers for a period of a case that remembers `context`. */
export const addressesOfClock = (
  { clockOwner, clockOwnersAmong }: Pick<ClockDefinition, 'clockOwner' | 'clockOwnersAmong'>,
  context: Snapshot['context'],
): readonly Address[] => clockOwnersAmong?.(context) ?? [clockOwner]

/** Who may do an act outside a task, in a case that remembers `context`. */
export const addressesOfAct = (
  { by, withoutTask, among }: Pick<EventDefinition, 'by' | 'withoutTask' | 'among'>,
  context: Snapshot['context'],
): readonly Address[] => {
  const posts = Array.isArray(by) ? by : withoutTask
  return posts ? (among?.(context) ?? posts) : []
}

/** The act that opens tasks, and who did it. */
type Opening = Pick<CaseEvent, 'type' | 'by'>

/**
 * Opens tasks of states newly entered and closes those of states left. A task whose state stays is not touched, unless the case remembers now that
 * it is for others: then it is opened anew for them, and what the former have begun to sign ends with theirs.
 */
export const followSnapshot = (
  process: ProcessDefinition,
  record: CaseRecord,
  before: Snapshot | null,
  at: Instant,
  opening?: Opening,
): Pick<CaseRecord, 'openTasks' | 'entries'> => {
  const stayed = new Set(before ? wanted(process.machine, before).map(({ state }) => state) : [])
  const now = wanted(process.machine, record.snapshot)
  const kept = Object.entries(record.openTasks).flatMap(([id, task]) => {
    const meta = stayed.has(task.state) && now.find(({ state }) => state === task.state)?.task
    const goesOn = meta && before ? addressedNow(task, meta, before, record) : null
    return goesOn ? [[id, goesOn] as const] : []
  })
  const openTasks: Record<string, OpenTask> = Object.fromEntries(kept)
  const entries = { ...record.entries }
  for (const { state, task } of now.filter(
    ({ state }) => !kept.some(([, old]) => old.state === state),
  )) {
    const entry = (entries[task.task] ?? 0) + 1
    entries[task.task] = entry
    const opened = withHolder(task, openTask(record, state, task, entry, at), opening)
    openTasks[opened.id] = opened
  }
  return { openTasks, entries }
}

/** The task with whoever may work it now as well; null: some of those it was for no longer may. */
const addressedNow = (
  task: OpenTask,
  meta: TaskMeta,
  before: Snapshot,
  record: CaseRecord,
): OpenTask | null => {
  const [was, is] = [before, record.snapshot].map(({ context }) =>
    groupsFor(addressesOfTask(meta, context), record),
  ) as [string[], string[]]
  if (!was.every((group) => is.includes(group))) return null
  const added = is.filter((group) => !was.includes(group))
  return added.length === 0 ? task : { ...task, groups: [...new Set([...task.groups, ...added])] }
}

/** How many signatures an outcome needs by the chart; in a sequence one for each turn. */
export const signaturesNeeded = (signers: SignerMode | undefined): number =>
  signers === undefined || signers.mode === 'any'
    ? 1
    : signers.mode === 'sequence'
      ? 1 + signers.next.length
      : signers.need

/** A turn that nobody can have here (no enterprise, no such office) is left out. */
const signersOf = ({ signers, to, also = [] }: TaskMeta, place: Place): Signers => {
  if (!signers) return { mode: 'all', need: 1 }
  if (signers.mode !== 'sequence') return signers
  const turns = [[to, ...also], ...signers.next.map((one) => [one])].map((addresses) =>
    groupsFor(addresses, place),
  )
  return { mode: 'sequence', turns: turns.filter((groups) => groups.length > 0) }
}

const openTask = (
  record: CaseRecord,
  state: string,
  meta: TaskMeta,
  entry: number,
  at: Instant,
): OpenTask => ({
  id: `${record.id}:${meta.task}:${entry}`,
  task: meta.task,
  state,
  entry,
  groups: groupsFor(addressesOfTask(meta, record.snapshot.context), record),
  openedAt: at,
  assignee: null,
  claimedAt: null,
  seenAt: null,
  signers: signersOf(meta, record),
  proposal: null,
  signatures: [],
  copies: [],
  urged: 0,
})

const withHolder = ({ heldAfter = [] }: TaskMeta, task: OpenTask, opening?: Opening): OpenTask => {
  if (opening?.by.kind !== 'person' || !heldAfter.includes(opening.type)) return task
  const mayHold = groupsOf(opening.by).some((group) => task.groups.includes(group))
  const { openedAt: at } = task
  return mayHold ? { ...task, assignee: inName(opening.by), claimedAt: at, seenAt: at } : task
}

/** Signatures that still count. */
export const standing = (task: OpenTask) => task.signatures.filter(({ withdrawn }) => !withdrawn)
