// In which shape do acts and tasks come, with those who sign them?
import * as v from 'valibot'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import type { Field } from '../../domain/model/process.ts'
import type { AddedView, TaskView } from '../../domain/views/task-views.ts'
import { factShape } from './facts.ts'
import { bilingual, flag, integer, list, maybe, moment, type Of, string, typed } from './pieces.ts'

const field = v.looseObject({ name: string, words: bilingual, kind: string, required: flag })

export const actShape = v.strictObject({
  type: string,
  kind: v.picklist(['event', 'task', 'clock', 'document']),
  words: bilingual,
  taskId: maybe(string),
  allowed: flag,
  /** Belongs to what can be done in the present state at all, by this person or another. */
  relevant: flag,
  reasons: list(bilingual),
  fields: typed<Field[]>()(list(field)),
  consequence: maybe(v.strictObject({ effect: bilingual, article: string })),
  /** What usually comes next on its task, for this person. */
  usual: v.optional(v.literal(true)),
  /** A proposal of its task waits for signatures: they fall (`falls`: whose) unless the same is sent. `data`: the proposed form; null where this act is another. */
  proposal: v.optional(v.strictObject({ falls: list(string), data: maybe(v.looseObject({})) })),
  /** May be written without a connection and sent when there is one again. */
  deferrable: v.optional(v.literal(true)),
  /** The field that says when it really happened, where that may be written down later. */
  happenedIn: v.optional(string),
  /** Written down at the place: it has a page of its own that needs no network. */
  fieldNote: v.optional(v.picklist(['note', 'join'])),
  /** The absent person whose post is used, and the order that lets it be used (代理). */
  onBehalfOf: v.optional(v.strictObject({ name: string, order: string })),
}) satisfies Of<ActView>

const signature = v.strictObject({
  name: string,
  at: moment,
  opinion: maybe(string),
  against: v.exactOptional(v.literal(true)),
})

/** An added signer: `next`: it is his turn; `waiting`: others come first. */
const added = v.strictObject({
  no: integer,
  name: string,
  position: bilingual,
  /** Heard before the task's own people decide. */
  first: flag,
  at: maybe(moment),
  opinion: maybe(string),
  by: maybe(string),
  state: v.picklist(['next', 'waiting', 'agreed', 'disagreed', 'removed']),
}) satisfies Of<AddedView>

export const taskShape = v.strictObject({
  id: string,
  task: string,
  words: bilingual,
  groups: list(bilingual),
  assignee: maybe(string),
  /** It waits for the reader: his group's and in nobody's hands, or in his. */
  mine: flag,
  /** It is in his hands; an enterprise's own people need claim nothing. */
  held: flag,
  openedAt: moment,
  need: integer,
  /** Whose hands the outcome needs, in words; null where one is enough. */
  mode: maybe(bilingual),
  /** Hands of the task's own people that stand, for and against. */
  signatures: list(signature),
  added: list(added),
  /** Whom it waits for before its own people can go on; null: for them. */
  waits: maybe(bilingual),
  urged: integer,
  /** 委派: who works on it, and who gets it back. */
  delegated: maybe(v.strictObject({ from: string, to: string, at: moment })),
  /** From which step it was sent back, by whom and why; `straight`: it goes straight back there. */
  returned: maybe(v.strictObject({ from: bilingual, by: string, reason: string, straight: flag })),
  proposal: maybe(v.strictObject({ type: string, words: bilingual, data: list(factShape) })),
  /** Why it lies with whom it lies: given out by a rule, or taken up from an empty post. */
  why: v.exactOptional(list(bilingual)),
}) satisfies Of<TaskView>
