// How does a case hear what the desk has done to its alarm?
import { bodyHash } from '../case/commands.ts'
import type { Instant } from '../case/instant.ts'

export type DeskAct = {
  id: string
  alarm: string
  by: string
  type: 'acknowledge' | 'shelve' | 'unshelve'
  body: Record<string, unknown>
  occurredAt: Instant
}

/** The same act is the same row, whether the API writes it or whoever delivers it later. */
export const deskCommand = ({ id, alarm, by, type, body, occurredAt }: DeskAct) => ({
  ...{ id, caseId: alarm, actor: { kind: 'person' as const, id: by }, type, body, taskId: null, ifMatch: null },
  ...{ bodyHash: bodyHash({ type, body }), occurredAt, recordedAt: occurredAt },
})

type Shelved = { until: Instant | null; reason: string; at: Instant; occurredAt: Instant }

export const acknowledgedBody = (measures: string | null): Record<string, unknown> => (measures ? { measures } : {})

/** Shelves end in real time; a case counts by the law’s clock. */
export const shelvedBody = ({ until, reason, at, occurredAt }: Shelved): Record<string, unknown> => ({
  reason,
  ...(until === null ? {} : { until: new Date(Date.parse(until) + Date.parse(occurredAt) - Date.parse(at)).toISOString() }),
})
