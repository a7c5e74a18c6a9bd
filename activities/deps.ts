// What do activities need from the process that runs them?
import type { CommitDeps } from '../commit/deps.ts'
import type { ElectronicSeal } from '../documents/seal.ts'
import type { callOrder } from '../domain/calls/order.ts'
import type { DocumentContent } from '../domain/model/document.ts'
import type { Channels } from './channels/open.ts'
import type { PaymentPlatform } from './payments/platform.ts'
import type { LookAtBytes } from './recordings/kept-bytes.ts'
import type { ByteRemoval } from './recordings/removal.ts'

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
  /** Signs what bears the seal of an office; absent: nothing is signed. */
  seal?: ElectronicSeal | undefined
  /** From which the codes follow that papers bear; absent: they bear none. */
  secret?: string | undefined
  /** `isBrisk`: its server has been answering at once; not asked where nobody knows. */
  mail: { send: (mail: Mail) => Promise<Delivery>; isBrisk?: () => boolean }
  /** In the file store. */
  removal: ByteRemoval
  lookAtBytes: LookAtBytes
  /** Other cases. Throws `DomainError` with the refusal's code; `unavailable` where nobody knows yet. */
  cases: { act: (address: CommandAddress) => Promise<unknown> }
  /** Absent where none is set up: then officers write down by hand what is paid. */
  payments?: PaymentPlatform
  /** Absent where no channel is set up: then nobody is called. */
  calls?: CallDeps
}
