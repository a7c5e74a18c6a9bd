// What do activities need from the process that runs them?
import type { CommitDeps } from '../commit/deps.ts'
import type { callOrder } from '../domain/calls/order.ts'
import type { DocumentContent } from '../domain/model/document.ts'
import type { Channels } from './channels/open.ts'

export type Mail = {
  /** Fixed by the notice, so that a second attempt is recognised as the same mail. */
  messageId: string
  to: string
  subject: string
  text: string
}
/** `retry`: the refusal was temporary; otherwise the same mail would be refused for ever. */
export type Delivery = { ok: boolean; detail: string; retry: boolean }

export type CommandAddress = { caseId: string; process: string; commandId: string }

export type CallDeps = {
  channels: Channels
  order: typeof callOrder
  /** Sets the calls of a notice going, or finds them under way; rejects where Temporal does not take them in time. */
  begin: (call: { effect: string; process: string }) => Promise<void>
  /** When the present activity was asked for first, in milliseconds. */
  scheduledAt: () => number
}

export type ActivityDeps = CommitDeps & {
  /** Frozen words and the handwriting that they name in, bytes out; the same bytes for the same. */
  documents: {
    render: (content: DocumentContent, pictures?: Record<string, Uint8Array>) => Uint8Array
  }
  /** `isBrisk`: its server has been answering at once; not asked where nobody knows. */
  mail: { send: (mail: Mail) => Promise<Delivery>; isBrisk?: () => boolean }
  /** Other cases. Throws `DomainError` with the refusal's code; `unavailable` where nobody knows yet. */
  cases: { act: (address: CommandAddress) => Promise<unknown> }
  /** Absent where no channel is set up: then nobody is called. */
  calls?: CallDeps
}
