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

type Life = { asked: number; served: number; leaving: boolean }

/** Carries no data: what is due, and what has been done, stands in the database. */
export async function dailyRound(): Promise<void> {
  const life: Life = { asked: 0, served: 0, leaving: false }
  listen(life)
  for (let rounds = 1; ; rounds += 1) {
    const asked = life.asked
    let step = await daily.dailyRound()
    while (step.more) step = await daily.dailyRound()
    life.served = asked
    if (life.asked > asked) continue
    if (rounds >= mostRounds || workflowInfo().continueAsNewSuggested) {
      life.leaving = true
      await condition(allHandlersFinished)
      return continueAsNew<typeof dailyRound>()
    }
    if (step.wakeInMs > 0) await condition(() => life.asked > life.served, step.wakeInMs)
  }
}

const listen = (life: Life): void => {
  const refuseWhileLeaving = () => {
    if (life.leaving)
      throw ApplicationFailure.create({
        message: 'the round is moving to a new run',
        type: 'moving',
      })
  }
  setHandler(
    wakeUpdate,
    async () => {
      life.asked += 1
      const mine = life.asked
      await condition(() => life.served >= mine)
    },
    { validator: refuseWhileLeaving },
  )
}
