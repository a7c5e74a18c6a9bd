// Which documents stand no longer when the acts that made them are undone, and when can an act not be undone because of its documents?

import { text } from '../language/words.ts'
import type { Command } from '../model/command.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import type { KnownDocument } from '../model/document.ts'
import { appendFact, change, type Draft } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Step, Undo } from '../model/record.ts'
import { markOf } from '../organisation/actor.ts'

const undoneWords = text(
  '办理环节已退回重办，原文书作废',
  'The step is done again: what it had made is void',
)

/**
 * What an act undone by a return has made is void, and the record says so to everybody who may have read it. Acts that wait to be carried
 * over keep theirs until it is known that they are not.
 */
export const withoutUndone = (
  process: ProcessDefinition,
  before: CaseRecord,
  done: Draft,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const undone = undoneBetween(before, done.record, command.type)
  const papers = (decisionContext.documents ?? []).filter(
    (one) => isLiving(one) && undone.some(({ fact }) => fact === one.seq),
  )
  if (!process.documents || papers.length === 0) return done
  const by = markOf(command.by)
  const recorded = papers.reduce(
    (draft, { id, title, number, audience }) =>
      appendFact(draft, {
        type: 'void-document',
        at: command.occurredAt,
        recordedAt: decisionContext.at,
        by,
        audience,
        data: {
          document: id,
          documentName: `${title} ${number ?? ''}`.trim(),
          reason: undoneWords,
        },
      }),
    done,
  )
  return sealUndo(recorded, 'void')
}

const isLiving = ({ state }: KnownDocument): boolean => state === 'issuing' || state === 'issued'

/** Acts that stood or waited before, and do neither now; the trail forgets old ones, and only a return takes from it. */
const undoneBetween = (before: CaseRecord, after: CaseRecord, type: string): Step[] => {
  const standing = new Set([...(after.trail ?? []), ...waiting(after)].map(({ fact }) => fact))
  const were = [...(type === 'return' ? (before.trail ?? []) : []), ...waiting(before)]
  return were.filter(({ fact }) => !standing.has(fact))
}

const waiting = ({ returns = [] }: CaseRecord): Step[] => returns.flatMap(({ path }) => path)

export const sealUndo = (draft: Draft, why: NonNullable<Undo['sealed']>): Draft => {
  const { undo } = draft.record
  return undo ? change(draft, { undo: { ...undo, sealed: why } }) : draft
}

/** What the party holds in its hands was not made by an act that can still be taken back. */
export const sealedByService = (
  process: ProcessDefinition,
  draft: Draft,
  { kind, state }: KnownDocument,
): Draft => {
  const { undo } = draft.record
  const makes = process.documents?.find(({ id }) => id === kind)?.on ?? []
  return undo && undo.signedTask === undefined && state === 'issued' && makes.includes(undo.event)
    ? sealUndo(draft, 'served')
    : draft
}
