// How does a case hear what the desk has done to its alarm?
import { bodyHash, commandId } from '../identity/commands.ts'
import type { Instant } from '../time/instant.ts'
import { workWords } from './permits.ts'

export type DeskAct = {
  id: string
  alarm: string
  by: string
  type: 'acknowledge' | 'shelve' | 'unshelve' | 'take-out-of-service' | 'return-to-service'
  body: Record<string, unknown>
  occurredAt: Instant
}

/** The same act is the same row, whether the API writes it or whoever delivers it later. */
export const deskCommand = ({ id, alarm, by, type, body, occurredAt }: DeskAct) => ({
  id,
  caseId: alarm,
  actor: { kind: 'person' as const, id: by },
  type,
  body,
  taskId: null,
  ifMatch: null,
  bodyHash: bodyHash({ type, body }),
  occurredAt,
  recordedAt: occurredAt,
})

type Shelved = { until: Instant | null; reason: string; at: Instant; occurredAt: Instant }

/** It names what the person saw: what has rung since is not acknowledged, neither in the case nor at the device. */
export const acknowledgedBody = (
  seen: number,
  measures: string | null,
): Record<string, unknown> => ({ seen, ...(measures ? { measures } : {}) })

/** Shelves end in real time; a case counts by the law’s clock. */
export const shelvedBody = ({
  until,
  reason,
  at,
  occurredAt,
}: Shelved): Record<string, unknown> => ({
  reason,
  ...(until === null
    ? {}
    : {
        until: new Date(Date.parse(until) + Date.parse(occurredAt) - Date.parse(at)).toISOString(),
      }),
})

export type PermitAct = {
  permit: {
    id: string
    number: string
    work: string
    reason: string
    until: Instant
    ended: { reason: string } | null
  }
  alarm: string
  type: 'take-out-of-service' | 'return-to-service'
  by: string
  /** By the clock of the devices, and by that of the law. */
  at: Instant
  occurredAt: Instant
}

/** One command for each case and act, whoever writes it first. */
export const permitCommandId = ({
  permit,
  alarm,
  type,
}: {
  permit: { id: string }
  alarm: string
  type: PermitAct['type']
}): string => commandId(`permit ${permit.id}`, `${type} ${alarm}`)

export const permitCommand = ({ permit, alarm, type, by, at, occurredAt }: PermitAct) => {
  const reason = `${workWords(permit.work).zh}：${permit.reason}`
  const body =
    type === 'take-out-of-service'
      ? { ...shelvedBody({ until: permit.until, reason, at, occurredAt }), permit: permit.number }
      : { reason: permit.ended?.reason ?? '' }
  return deskCommand({
    id: permitCommandId({ permit, alarm, type }),
    alarm,
    by,
    type,
    body,
    occurredAt,
  })
}
