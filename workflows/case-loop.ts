// How does any case live: wait for a wake, an observation or a clock; look or advance; let effects run; continue as new?
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'
import type { AdvanceResult, CaseRef } from '../activities/contract.ts'
import { createEffectRunner, type EffectRunner } from './effect-runner.ts'
import { inspectQuery, observeSignal, renewUpdate, tickUpdate, wakeCaseSignal } from './messages.ts'
import { sleepFor, vainEnough } from './pace.ts'
import { caseWork } from './proxies.ts'
import { chartAttribute, stateAttribute } from './search-attributes.ts'

export type CaseInput = CaseRef

type Waiting = { commandId: string | null; done: boolean }
/** Everything the handlers and the loop share; they only touch it between awaits, so it needs no lock. */
type LoopState = {
  queue: Waiting[]
  woken: boolean
  leaving: boolean
  renew: boolean
  revision: number
  state: string
}

/** `wakeInMs`: how long it sleeps now; `inVain`: so often it has woken itself without anything coming of it. */
type Turn = { wakeInMs: number | null; inVain: number; ended: boolean }

export async function caseLoop(input: CaseInput): Promise<void> {
  const loop: LoopState = {
    queue: [],
    woken: false,
    leaving: false,
    renew: false,
    revision: 0,
    state: '',
  }
  const effects = createEffectRunner(input)
  listen(loop, effects)
  let turn: Turn = { wakeInMs: 0, inVain: 0, ended: false }
  for (;;) {
    if (!hasWork(loop)) await waitForWork(loop, turn.wakeInMs)
    turn = await takeTurn(loop, input, effects, turn.inVain)
    const { ended } = turn
    if (!isToLeave(loop, ended)) continue
    await leave(loop, ended ? effects.settled : effects.quiet)
    if (canLeave(loop, ended)) return ended ? undefined : continueAsNew<typeof caseLoop>(input)
    loop.leaving = false // a signal came while the case was leaving: it cannot be refused
  }
}

/** One look or one advance, and its effects. */
const takeTurn = async (
  loop: LoopState,
  input: CaseInput,
  effects: EffectRunner,
  before: number,
): Promise<Turn> => {
  const waiting = loop.queue.shift()
  const wanted = waiting !== undefined || loop.woken
  const result = await next(loop, input, waiting, before)
  if (result.effects) await effects.deliver()
  if (waiting) waiting.done = true
  const inVain = wanted || hasProgress(loop, result) ? 0 : before + 1
  show(loop, result)
  return {
    inVain,
    wakeInMs: sleepFor(result.wakeInMs, inVain),
    ended: result.closed && result.wakeInMs === null && !loop.woken,
  }
}

const hasProgress = ({ revision }: LoopState, result: AdvanceResult): boolean =>
  result.effects || result.revision !== revision

const isToLeave = (loop: LoopState, ended: boolean): boolean =>
  loop.queue.length === 0 && (ended || isToRenew(loop))

const isToRenew = ({ renew }: LoopState): boolean => renew || workflowInfo().continueAsNewSuggested

const hasWork = ({ queue, woken }: LoopState): boolean => queue.length > 0 || woken

/** A wake keeps only the end waiting: a new run looks before anything else, so that no stream of wakes can hold the old one. */
const canLeave = ({ queue, woken }: LoopState, ended: boolean): boolean =>
  queue.length === 0 && !(ended && woken)

/** Who is only woken looks first; whoever is asked, or whose time has come, advances. */
const next = async (
  loop: LoopState,
  input: CaseInput,
  waiting: Waiting | undefined,
  inVain: number,
): Promise<AdvanceResult> => {
  if (!waiting && loop.woken) {
    loop.woken = false
    const known = await caseWork.look(input)
    if (known) return known
  }
  const commandId = waiting?.commandId ?? null
  return caseWork.advance({ ...input, commandId, ...(inVain < vainEnough ? {} : { inVain }) })
}

const waitForWork = async (loop: LoopState, ms: number | null): Promise<void> => {
  const work = () => hasWork(loop) || isToRenew(loop)
  if (ms === null) await condition(work)
  else if (ms > 0) await condition(work, ms)
}

/** Handlers only enqueue and wait; refusals are ApplicationFailures with a closed code, anything else would hang the case. */
const listen = (loop: LoopState, effects: EffectRunner): void => {
  const enqueue = (commandId: string | null): Waiting => {
    const waiting: Waiting = { commandId, done: false }
    loop.queue.push(waiting)
    return waiting
  }
  const refuseWhileLeaving = () => {
    if (loop.leaving)
      throw ApplicationFailure.create({
        message: 'the case is moving to a new run',
        type: 'moving',
      })
  }
  setHandler(
    tickUpdate,
    async () => {
      const waiting = enqueue(null)
      await condition(() => waiting.done && effects.quiet())
      return { revision: loop.revision }
    },
    { validator: refuseWhileLeaving },
  )
  setHandler(wakeCaseSignal, () => {
    loop.woken = true
  })
  setHandler(observeSignal, ({ commandId }) => void enqueue(commandId))
  setHandler(renewUpdate, () => {
    loop.renew = true
  })
  setHandler(inspectQuery, () => ({
    waiting: loop.queue.length,
    revision: loop.revision,
    state: loop.state,
  }))
}

const show = (loop: LoopState, result: AdvanceResult): void => {
  loop.revision = result.revision
  if (loop.state !== result.state) {
    const chart =
      result.chart === undefined ? [] : [{ key: chartAttribute, value: String(result.chart) }]
    upsertSearchAttributes([{ key: stateAttribute, value: result.state.slice(0, 250) }, ...chart])
  }
  loop.state = result.state
  setCurrentDetails(result.details)
}

/** Nobody may be left half-served: all answers out, no delivery in flight. */
const leave = async (loop: LoopState, ready: () => boolean): Promise<void> => {
  loop.leaving = true
  await condition(() => ready() && allHandlersFinished())
}
