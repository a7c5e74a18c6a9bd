// How do the nights and mornings of the product come round: wait for the next, do it step by step, continue as new?
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { wakeUpdate } from './messages.ts'
import { daily } from './proxies.ts'

/** A few hundred rounds fill a history; nobody needs to read more than a few weeks of it. */
const mostRounds = 100

type RoundState = { requested: number; served: number; leaving: boolean }

/** Carries no data: what is due, and what has been done, stands in the database. */
export async function dailyRound(): Promise<void> {
  const round: RoundState = { requested: 0, served: 0, leaving: false }
  listen(round)
  for (let rounds = 1; ; rounds += 1) {
    const requested = round.requested
    let step = await daily.dailyRound()
    while (step.more) step = await daily.dailyRound()
    round.served = requested
    if (round.requested > requested) continue
    if (rounds >= mostRounds || workflowInfo().continueAsNewSuggested) {
      round.leaving = true
      await condition(allHandlersFinished)
      return continueAsNew<typeof dailyRound>()
    }
    if (step.wakeInMs > 0) await condition(() => round.requested > round.served, step.wakeInMs)
  }
}

const listen = (round: RoundState): void => {
  const refuseWhileLeaving = () => {
    if (round.leaving)
      throw ApplicationFailure.create({
        message: 'the round is moving to a new run',
        type: 'moving',
      })
  }
  setHandler(
    wakeUpdate,
    async () => {
      round.requested += 1
      const mine = round.requested
      await condition(() => round.served >= mine)
    },
    { validator: refuseWhileLeaving },
  )
}
