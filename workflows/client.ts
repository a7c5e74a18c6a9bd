// How do the API, operators and devices talk to a case?
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { DomainError, type ErrorCode, errorCodes } from '../domain/language/errors.ts'
import { observeSignal, tickUpdate, wakeCaseSignal } from './messages.ts'
import { queueFor, workflowIdFor } from './queues.ts'
import { processAttribute } from './search-attributes.ts'

export type CaseAddress = { caseId: string; process: string; generation: number }
export type CaseClient = ReturnType<typeof createCaseClient>

/** How long a person waits for an answer before he is told that it is unknown and may ask again. */
const patienceMs = 20_000

/** `lane` replaces the product's task queues, for suites that run side by side. */
export const createCaseClient = (temporal: Client, lane?: string) => ({
  /** Starts a case whose first command row is already stored; already started is success. */
  start: async (address: CaseAddress): Promise<void> => {
    try {
      await temporal.workflow.start(workflowType(address.process), startOptions(address, lane))
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw translate(error)
    }
  },

  /** Tells the case that its future has changed, and starts its workflow where none runs; rejects when Temporal does not take it in time. */
  wake: async (address: CaseAddress, deadlineMs: number): Promise<void> => {
    await temporal.withDeadline(Date.now() + deadlineMs, () =>
      temporal.workflow.signalWithStart(workflowType(address.process), {
        ...startOptions(address, lane),
        signal: wakeCaseSignal,
      }),
    )
  },

  /** A command that nobody waits for: kept also while no worker is up, while the case is moving to a new run, and where no run is yet. */
  observe: async ({
    commandId,
    ...address
  }: CaseAddress & { commandId: string }): Promise<void> => {
    const signal = { signal: observeSignal, signalArgs: [{ commandId }] as [{ commandId: string }] }
    try {
      await temporal.workflow.signalWithStart(workflowType(address.process), {
        ...startOptions(address, lane),
        ...signal,
      })
    } catch (error) {
      throw translate(error)
    }
  },

  /** Applies what has fallen due and waits until it and the notices ready are done; a case that nobody runs is started. */
  tick: async (address: CaseAddress): Promise<void> => {
    await patiently(temporal, () =>
      temporal.workflow.executeUpdateWithStart(tickUpdate, {
        startWorkflowOperation: new WithStartWorkflowOperation(workflowType(address.process), {
          ...startOptions(address, lane),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      }),
    )
  },

  /** Whether the case's workflow is running; null = Temporal does not know it. */
  status: async (address: CaseAddress): Promise<string | null> => {
    try {
      return (await handle(temporal, address).describe()).status.name
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null
      throw translate(error)
    }
  },
})

/** Ticks a case, and asks again where it did not answer in time, `tries` times in all: a tick does nothing twice. */
export const tickPatiently = async (
  cases: Pick<CaseClient, 'tick'>,
  address: CaseAddress,
  tries: number,
): Promise<void> => {
  for (let left = tries; ; left -= 1)
    try {
      return await cases.tick(address)
    } catch (error) {
      if (left <= 1 || !(error instanceof DomainError && error.code === 'unavailable')) throw error
    }
}

/** The client never pins a run: a case may have continued as new. */
const handle = (temporal: Client, address: CaseAddress) =>
  temporal.workflow.getHandle(workflowIdFor(address.caseId, address.generation))

/** Workflow types are named after the process in camel case: `some-process` → `someProcess`. */
const workflowType = (process: string): string =>
  process.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const startOptions = ({ caseId, process, generation }: CaseAddress, lane: string | undefined) => ({
  workflowId: workflowIdFor(caseId, generation),
  taskQueue: lane ?? queueFor(process),
  args: [{ caseId, process }] as [{ caseId: string; process: string }],
  // A closed case may still have something to deliver, and a wake may come twice: it looks, and ends again. The rows keep all things once.
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  // A task lost with a killed worker costs this long; a local activity that lasts longer is kept alive by the SDK.
  workflowTaskTimeout: '4s' as const,
  typedSearchAttributes: [{ key: processAttribute, value: process }],
})

/** Repeats under the same update id while the case moves to a new run or the server is coming back; then gives up as `unavailable`. */
export const patiently = async <Reply>(
  temporal: Client,
  ask: () => Promise<Reply>,
): Promise<Reply> => {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return await temporal.withDeadline(until, ask)
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw translate(error)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}

/** The run was just ending: our own word for it, and the server's two; the command row makes asking again safe. */
const between = ['moving', 'UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow']

const isPassing = (error: unknown): boolean => {
  if (error instanceof WorkflowUpdateFailedError)
    return error.cause instanceof ApplicationFailure && between.includes(error.cause.type ?? '')
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true
  return [4, 8, 14].includes(grpcCodeOf(error) ?? 0)
}

/** The SDK wraps what the connection says; the code is on the inner error. */
const grpcCodeOf = (error: unknown): number | null => {
  const inner = error instanceof ServiceError ? error.cause : error
  return isGrpcServiceError(inner) ? inner.code : null
}

const translate = (error: unknown): unknown => {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const code = error.cause.type ?? 'internal'
    const [details] = (error.cause.details ?? []) as [Record<string, unknown> | undefined]
    return new DomainError(
      code in errorCodes
        ? (code as ErrorCode)
        : between.includes(code)
          ? 'unavailable'
          : 'internal',
      [],
      details ?? {},
    )
  }
  if (error instanceof WorkflowNotFoundError) return new DomainError('case-closed')
  if (grpcCodeOf(error) !== null || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
    return new DomainError('unavailable')
  return error
}
