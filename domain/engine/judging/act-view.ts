// What does a reader learn of an act that he may or may not do now?
import type { Text } from '../../language/words.ts'
import type { Field } from '../../model/process.ts'

export type ActView = {
  type: string
  kind: 'event' | 'task' | 'clock' | 'document'
  words: Text
  taskId: string | null
  allowed: boolean
  /** Belongs to what can be done in the present state at all, by this person or another. */
  relevant: boolean
  reasons: Text[]
  fields: Field[]
  consequence: { effect: Text; article: string } | null
  /** What usually comes next on its task, for this person. */
  usual?: true | undefined
  /** A proposal of its task waits for signatures: they fall (`falls`: whose) unless the same is sent. `data`: the proposed form; null where this act is another. */
  proposal?: { falls: string[]; data: Record<string, unknown> | null } | undefined
  /** May be written without a connection and sent when there is one again. */
  deferrable?: true | undefined
  /** The field that says when it really happened, where that may be written down later. */
  happenedIn?: string | undefined
  /** Written down at the place: it has a page of its own that needs no network. */
  fieldNote?: 'note' | 'join' | undefined
  /** The absent person whose post is used, and the order that lets it be used (代理). */
  onBehalfOf?: { name: string; order: string } | undefined
}
