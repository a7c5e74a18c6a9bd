// How does any case live: wait for a command, an observation or a clock; advance; let effects run; continue as new?
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  log,
  setCurrentDetails,
  setHandler,
  TemporalFailure,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'
import type { AdvanceResult, CaseRef } from '../activities/contract.ts'
import { createEffectRunner, type EffectRunner } from './effect-runner.ts'
import { type ActReply, actUpdate, inspectQuery, observeSignal, renewUpdate, tickUpdate } from './messages.ts'
import { sleepFor, vainEnough } from './pace.ts'
import { durable, quick } from './proxies.ts'
import { chartAttribute, stateAttribute } from './search-attributes.ts'

export type CaseInput = CaseRef

type Waiting = { commandId: string | null; done: boolean; result: AdvanceResult | null }
/** Everything the handlers and the loop share; they only touch it between awaits, so it needs no lock. */
type Life = { queue: Waiting[]; leaving: boolean; renew: boolean; degraded: boolean; revision: number; state: string }

export async function caseLoop(input: CaseInput): Promise<void> {
  const life: Life = { queue: [], leaving: false, renew: false, degraded: false, revision: 0, state: '' }
  const effects = createEffectRunner(input)
  listen(life, effects)
  let wakeInMs: number | null = 0
  let inVain = 0
  for (;;) {
    if (life.queue.length === 0) await waitForWork(life, wakeInMs)
    const asked = life.queue.shift()
    const next = asked ?? { commandId: null, done: false, result: null }
    const result = await advance(life, { ...input, commandId: next.commandId, ...(inVain < vainEnough ? {} : { inVain }) })
    next.result = result
    next.done = true
    inVain = asked || result.effects || result.revision !== life.revision ? 0 : inVain + 1
    wakeInMs = sleepFor(result.wakeInMs, inVain)
    show(life, result)
    if (result.effects) effects.want()
    const ended = result.closed && result.wakeInMs === null
    if (life.queue.length === 0 && (ended || life.renew || workflowInfo().continueAsNewSuggested)) {
      await leave(life, ended ? effects.settled : effects.quiet)
      if (life.queue.length === 0) return ended ? undefined : continueAsNew<typeof caseLoop>(input)
      life.leaving = false // an observation came while the case was leaving: signals cannot be refused
    }
  }
}

const waitForWork = async (life: Life, ms: number | null): Promise<void> => {
  const work = () => life.queue.length > 0 || life.renew || workflowInfo().continueAsNewSuggested
  if (ms === null) await condition(work)
  else if (ms > 0) await condition(work, ms)
}

/** Handlers only enqueue and wait; refusals are ApplicationFailures with a closed code, anything else would hang the case. */
const listen = (life: Life, effects: EffectRunner): void => {
  const enqueue = (commandId: string | null): Waiting => {
    const waiting: Waiting = { commandId, done: false, result: null }
    life.queue.push(waiting)
    return waiting
  }
  const refuseWhileLeaving = () => {
    if (life.leaving) throw ApplicationFailure.create({ message: 'the case is moving to a new run', type: 'moving' })
  }
  setHandler<ActReply, [{ commandId: string }], typeof actUpdate>(
    actUpdate,
    async ({ commandId }): Promise<ActReply> => {
      const waiting = enqueue(commandId)
      await condition(() => waiting.done || life.degraded)
      return replyTo(life, waiting)
    },
    { validator: refuseWhileLeaving },
  )
  setHandler(
    tickUpdate,
    async () => {
      const waiting = enqueue(null)
      await condition(() => waiting.done && effects.quiet())
      return { revision: life.revision }
    },
    { validator: refuseWhileLeaving },
  )
  setHandler(observeSignal, ({ commandId }) => void enqueue(commandId))
  setHandler(renewUpdate, () => {
    life.renew = true
  })
  setHandler(inspectQuery, () => ({ waiting: life.queue.length, revision: life.revision, state: life.state, degraded: life.degraded }))
}

const replyTo = (life: Life, waiting: Waiting): ActReply => {
  const answer = waiting.result?.answer
  if (!answer) return { revision: life.revision, material: 0, committed: false }
  if (!answer.ok) throw ApplicationFailure.nonRetryable(answer.code, answer.code, { revision: answer.revision })
  return { revision: answer.revision, material: answer.material, committed: true }
}

/** Tries the quick way once; when the database is slow or away, says so to everybody waiting and goes the durable way. */
const advance = async (life: Life, input: Parameters<typeof quick.advance>[0]): Promise<AdvanceResult> => {
  try {
    return await quick.advance(input)
  } catch (error) {
    // A local activity that failed arrives unwrapped, one that timed out as an ActivityFailure; neither may ever fail the case.
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error
    log.warn('the quick way failed, going the durable way', { command: input.commandId })
    life.degraded = true
    try {
      return await durable.advance(input)
    } finally {
      life.degraded = false
    }
  }
}

const show = (life: Life, result: AdvanceResult): void => {
  life.revision = result.revision
  if (life.state !== result.state) {
    const chart = result.chart === undefined ? [] : [{ key: chartAttribute, value: String(result.chart) }]
    upsertSearchAttributes([{ key: stateAttribute, value: result.state.slice(0, 250) }, ...chart])
  }
  life.state = result.state
  setCurrentDetails(result.details)
}

/** Nobody may be left half-served: no new commands, all answers out, no delivery in flight. */
const leave = async (life: Life, ready: () => boolean): Promise<void> => {
  life.leaving = true
  await condition(() => ready() && allHandlersFinished())
}
