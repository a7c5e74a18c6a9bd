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
type Life = {
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
  const life: Life = {
    queue: [],
    woken: false,
    leaving: false,
    renew: false,
    revision: 0,
    state: '',
  }
  const effects = createEffectRunner(input)
  listen(life, effects)
  let turn: Turn = { wakeInMs: 0, inVain: 0, ended: false }
  for (;;) {
    if (!hasWork(life)) await waitForWork(life, turn.wakeInMs)
    turn = await takeTurn(life, input, effects, turn.inVain)
    const { ended } = turn
    if (!isToLeave(life, ended)) continue
    await leave(life, ended ? effects.settled : effects.quiet)
    if (canLeave(life, ended)) return ended ? undefined : continueAsNew<typeof caseLoop>(input)
    life.leaving = false // a signal came while the case was leaving: it cannot be refused
  }
}

/** One look or one advance, and its effects. */
const takeTurn = async (
  life: Life,
  input: CaseInput,
  effects: EffectRunner,
  before: number,
): Promise<Turn> => {
  const asked = life.queue.shift()
  const wanted = asked !== undefined || life.woken
  const result = await next(life, input, asked, before)
  if (result.effects) await effects.deliver()
  if (asked) asked.done = true
  const inVain = wanted || hasMoved(life, result) ? 0 : before + 1
  show(life, result)
  return {
    inVain,
    wakeInMs: sleepFor(result.wakeInMs, inVain),
    ended: result.closed && result.wakeInMs === null && !life.woken,
  }
}

const hasMoved = ({ revision }: Life, result: AdvanceResult): boolean =>
  result.effects || result.revision !== revision

const isToLeave = (life: Life, ended: boolean): boolean =>
  life.queue.length === 0 && (ended || isToRenew(life))

const isToRenew = ({ renew }: Life): boolean => renew || workflowInfo().continueAsNewSuggested

const hasWork = ({ queue, woken }: Life): boolean => queue.length > 0 || woken

/** A wake keeps only the end waiting: a new run looks before anything else, so that no stream of wakes can hold the old one. */
const canLeave = ({ queue, woken }: Life, ended: boolean): boolean =>
  queue.length === 0 && !(ended && woken)

/** Who is only woken looks first; whoever is asked, or whose time has come, advances. */
const next = async (
  life: Life,
  input: CaseInput,
  asked: Waiting | undefined,
  inVain: number,
): Promise<AdvanceResult> => {
  if (!asked && life.woken) {
    life.woken = false
    const known = await caseWork.look(input)
    if (known) return known
  }
  const commandId = asked?.commandId ?? null
  return caseWork.advance({ ...input, commandId, ...(inVain < vainEnough ? {} : { inVain }) })
}

const waitForWork = async (life: Life, ms: number | null): Promise<void> => {
  const work = () => hasWork(life) || isToRenew(life)
  if (ms === null) await condition(work)
  else if (ms > 0) await condition(work, ms)
}

/** Handlers only enqueue and wait; refusals are ApplicationFailures with a closed code, anything else would hang the case. */
const listen = (life: Life, effects: EffectRunner): void => {
  const enqueue = (commandId: string | null): Waiting => {
    const waiting: Waiting = { commandId, done: false }
    life.queue.push(waiting)
    return waiting
  }
  const refuseWhileLeaving = () => {
    if (life.leaving)
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
      return { revision: life.revision }
    },
    { validator: refuseWhileLeaving },
  )
  setHandler(wakeCaseSignal, () => {
    life.woken = true
  })
  setHandler(observeSignal, ({ commandId }) => void enqueue(commandId))
  setHandler(renewUpdate, () => {
    life.renew = true
  })
  setHandler(inspectQuery, () => ({
    waiting: life.queue.length,
    revision: life.revision,
    state: life.state,
  }))
}

const show = (life: Life, result: AdvanceResult): void => {
  life.revision = result.revision
  if (life.state !== result.state) {
    const chart =
      result.chart === undefined ? [] : [{ key: chartAttribute, value: String(result.chart) }]
    upsertSearchAttributes([{ key: stateAttribute, value: result.state.slice(0, 250) }, ...chart])
  }
  life.state = result.state
  setCurrentDetails(result.details)
}

/** Nobody may be left half-served: all answers out, no delivery in flight. */
const leave = async (life: Life, ready: () => boolean): Promise<void> => {
  life.leaving = true
  await condition(() => ready() && allHandlersFinished())
}
