// In which order do the entries of a log stand?
import type { TimelineItem } from '../../domain/views/case-views.ts'

/** By the event's own time; of the same moment the one written later stands later. */
export const inOrder = (items: readonly TimelineItem[]): TimelineItem[] =>
  [...items].sort((one, other) =>
    one.occurredAt === other.occurredAt
      ? other.seq - one.seq
      : one.occurredAt < other.occurredAt
        ? 1
        : -1,
  )
