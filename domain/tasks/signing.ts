// Whose hand does an outcome still need, in which order, and is it decided?

import type { AddedSigner, OpenTask, Proposal, Signature } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'
import { standing } from './tasks.ts'

/** Signatures of the task’s own people under what is proposed, for and against. */
export const ownSignatures = (task: OpenTask): Signature[] =>
  standing(task).filter(({ as }) => as === undefined)
export const agreeing = (task: OpenTask): Signature[] =>
  ownSignatures(task).filter(({ against }) => !against)

/** Signatures that are under the outcome; an opinion heard before bars nobody from deciding afterwards. */
export const decidingSignatures = (task: OpenTask): Signature[] =>
  standing(task).filter((signature) => !isOpinion(task, signature))

/** Added signers who have neither signed nor been removed, in the order in which they were added. */
export const pendingSigners = (task: OpenTask): AddedSigner[] =>
  (task.added ?? []).filter(
    ({ no, removed }) => !removed && !standing(task).some(({ as }) => as === no),
  )

const pendingAt = (task: OpenTask, position: AddedSigner['position']): AddedSigner[] =>
  pendingSigners(task).filter((one) => one.position === position)

/** Whom the task's own people must hear before they decide. */
export const pendingOpinions = (task: OpenTask): AddedSigner[] => pendingAt(task, 'before')

/** Whether one signature is not enough, so that an act is a proposal first. */
export const needsSignatures = (task: OpenTask): boolean =>
  ownNeed(task) > 1 || pendingSigners(task).some(({ position }) => position !== 'before')

/** How many of the task's own people must agree. */
export const ownNeed = ({ signers }: OpenTask): number =>
  signers.mode === 'any'
    ? 1
    : signers.mode === 'sequence'
      ? Math.max(1, signers.turns.length)
      : signers.need

/** Whether the task's own people have settled it among themselves, at the earliest moment at which no further vote can change it. */
const ownAnswer = (task: OpenTask): 'open' | 'carried' | 'fallen' => {
  if (agreeing(task).length >= ownNeed(task)) return 'carried'
  const against = ownSignatures(task).length - agreeing(task).length
  const enough = task.signers.mode === 'ratio' ? task.signers.of - task.signers.need : 0
  return against > enough ? 'fallen' : 'open'
}

/** What has become of the proposal: it waits for hands, it has them all, or it has fallen. */
export const outcomeOf = (task: OpenTask): 'open' | 'carried' | 'fallen' => {
  const added = standing(task).some(
    ({ as, against }) => against && as !== undefined && !isOpinion(task, { as }),
  )
  const own = ownAnswer(task)
  if (added || own === 'fallen') return 'fallen'
  return own === 'carried' && pendingSigners(task).length === 0 ? 'carried' : 'open'
}

/** Whose turn it is: those to be heard first; then own people beside parallel signers; then the others one after another. */
export const turnOf = (task: OpenTask): { own: boolean; added: AddedSigner[] } => {
  const first = pendingOpinions(task)
  if (first.length > 0) return { own: false, added: first }
  if (!task.proposal) return { own: true, added: [] }
  const parallel = pendingAt(task, 'parallel')
  if (ownAnswer(task) === 'open') return { own: true, added: parallel }
  return {
    own: false,
    added: parallel.length > 0 ? parallel : pendingAt(task, 'after').slice(0, 1),
  }
}

/** Said before the decision and not about a proposal: it outlives every change of what is proposed. */
export const isOpinion = (task: OpenTask, { as }: Pick<Signature, 'as'>): boolean =>
  (task.added ?? []).some(({ no, position }) => no === as && position === 'before')

const withdrawn = (
  task: OpenTask,
  which: (signature: Signature) => boolean,
  at: Instant,
): Signature[] =>
  task.signatures.map((signature) =>
    !signature.withdrawn && which(signature) ? { ...signature, withdrawn: at } : signature,
  )

/** One more signature under a proposal; a different proposal withdraws the signatures under the old one, visibly. */
export const signed = (
  task: OpenTask,
  proposal: Proposal | null,
  signature: Signature,
  same: boolean,
): OpenTask => {
  const kept = same
    ? task.signatures
    : withdrawn(task, (signature) => !isOpinion(task, signature), signature.at)
  return onTurn({
    ...task,
    proposal,
    seenAt: task.seenAt ?? signature.at,
    signatures: [...kept, signature],
  })
}

/** The proposal has fallen or is taken back: nothing is proposed, and no signature stands under it. */
export const unproposed = (task: OpenTask, at: Instant): OpenTask =>
  onTurn({
    ...task,
    proposal: null,
    signatures: withdrawn(task, (signature) => !isOpinion(task, signature), at),
  })

/** One person withdraws his last signature. Whose act it would have been falls with it if no signature of the task's own is left. */
export const withdrawSignature = (task: OpenTask, person: string, at: Instant): OpenTask => {
  const last = standing(task).findLast((signature) => signature.person === person)
  const left = { ...task, signatures: withdrawn(task, (signature) => signature === last, at) }
  return left.proposal && agreeing(left).length === 0 ? unproposed(left, at) : onTurn(left)
}

/** Signatures that have had their effect are in its fact; a task that goes on asks for new ones. */
export const spent = ({ added: _, ...task }: OpenTask): OpenTask =>
  onTurn({ ...task, proposal: null, signatures: [] })

/** In a sequence the task lies with the groups whose turn it is, and assigned to nobody when the turn has changed. */
const onTurn = (task: OpenTask): OpenTask => {
  if (task.signers.mode !== 'sequence') return task
  const { turns } = task.signers
  const groups = turns[Math.min(agreeing(task).length, turns.length - 1)] ?? task.groups
  return groups.join() === task.groups.join()
    ? task
    : { ...task, groups, assignee: null, claimedAt: null, seenAt: null }
}
