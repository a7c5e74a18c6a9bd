// How do the signatures of a task read: whose are needed, whose are there, and for whom does it wait?

import { type Text, text } from '../language/words.ts'
import type { OpenTask, Signers } from '../model/record.ts'
import type { Actor } from '../organisation/actor.ts'
import { groupWords } from '../organisation/group-words.ts'
import { isAssignedTo, nameOnBehalf } from '../organisation/own-posts.ts'
import { notDelegated, slotOf, waitsFor } from '../tasks/assignment.ts'
import { togetherWords, turnWords } from '../tasks/mode-words.ts'
import { ownNeed, ownSignatures, pendingOpinions, turnOf } from '../tasks/signing.ts'
import { standing } from '../tasks/tasks.ts'
import type { positions } from '../tasks/verbs.ts'
import type { AddedView, TaskView } from './task-views.ts'

type Signing = Pick<TaskView, 'need' | 'mode' | 'signatures' | 'added' | 'delegated' | 'waits'>

export const signingView = (task: OpenTask, enterprise: string | null): Signing => ({
  need: ownNeed(task),
  mode: modeWords(task.signers, enterprise),
  signatures: ownSignatures(task).map((signature) => ({
    name: nameOnBehalf(signature),
    at: signature.at,
    opinion: signature.opinion,
    ...(signature.against ? { against: true as const } : {}),
  })),
  added: addedViews(task),
  delegated: task.delegated
    ? { from: task.delegated.from.name, to: task.delegated.to.name, at: task.delegated.at }
    : null,
  waits: waits(task),
})

/** 会签, 或签, 票签, 依次 in a sentence; nothing where one of the people is enough. */
export const modeWords = (signers: Signers, enterprise: string | null): Text | null => {
  if (signers.mode !== 'sequence') return togetherWords(signers)?.words ?? null
  return turnWords(
    signers.turns.map((groups) => groups.map((group) => groupWords(group, enterprise))),
  ).words
}

const addedViews = (task: OpenTask): AddedView[] => {
  const next = turnOf(task).added.map(({ no }) => no)
  return (task.added ?? []).map(({ no, name, position, removed }) => {
    const signature = standing(task).find(({ as }) => as === no)
    const open = removed ? 'removed' : next.includes(no) ? 'next' : 'waiting'
    return {
      no,
      name,
      position: short[position],
      first: position === 'before',
      state: signature ? (signature.against ? 'disagreed' : 'agreed') : open,
      at: signature?.at ?? null,
      opinion: signature?.opinion ?? null,
      by: signature ? nameOnBehalf(signature) : null,
    } as AddedView
  })
}

const short: Record<keyof typeof positions, Text> = {
  before: text('前加签', 'Before'),
  parallel: text('并加签', 'Parallel'),
  after: text('后加签', 'After'),
}

const waits = (task: OpenTask): Text | null => {
  const free = notDelegated(task)
  if (free !== true) return free
  const first = pendingOpinions(task)
  if (first.length > 0) return waitsFor(first)
  const { own, added } = turnOf(task)
  return own || added.length === 0 ? null : waitsFor(added)
}

/** What a list says of a task that lies with somebody in another way than usual; null: as usual. */
export const noteFor = (task: OpenTask, by: Actor): Text | null => {
  if (slotOf(task, by)) return text('加签', 'To sign')
  if (isAssignedTo(task.delegated?.to ?? null, by)) return text('受委派', 'Delegated')
  return waits(task)
}
