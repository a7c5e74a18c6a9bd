// How are the people of a notice called, one channel after the other and one person after the other, until somebody on duty answers?
import { setCurrentDetails, sleep } from '@temporalio/workflow'
import type { CallPlan } from '../activities/contract.ts'
import { channelWords } from '../domain/calls/channels.ts'
import type { CallStep } from '../domain/calls/order.ts'
import { calling, hearing } from './proxies.ts'

export type CallInput = { effect: string }
/** `ended`: there is nothing left to call for; `silent`: of those who keep the duty nobody has answered in any round. */
export type CallOutcome = 'answered' | 'ended' | 'silent'

type Attempt = { effect: string; notice: string; round: number; who: string }

/** Who is on duty, by which number and in which words he is called, is looked up where it is done: only ids come here. */
export async function callPeople({ effect }: CallInput): Promise<CallOutcome> {
  const known = { enterpriseAnswered: false }
  for (let round = 1; ; round += 1) {
    const plan = await calling.planCalls.executeWithOptions(
      { summary: `who is called in round ${round}, and in which order` },
      [{ effect }],
    )
    if (plan.notices.length === 0 || plan.order.steps.length === 0) return told('ended')
    const outcome = await callRound(effect, plan, round, known)
    if (outcome !== 'silent' || round >= plan.order.rounds) return told(outcome)
    await sleep(plan.order.restSeconds * 1000, { summary: `rest before round ${round + 1}` })
  }
}

/** Whoever answers at the enterprise ends its own calls only: those who keep the duty are called until one of them answers. */
const callRound = async (
  effect: string,
  { notices, order }: CallPlan,
  round: number,
  known: { enterpriseAnswered: boolean },
): Promise<CallOutcome> => {
  for (const [index, { notice, enterprise }] of notices.entries()) {
    if (enterprise && known.enterpriseAnswered) continue
    const who = `person ${index + 1} of ${notices.length}, round ${round}`
    const outcome = await callOne({ effect, notice, round, who }, order.steps)
    if (outcome === 'ended' || (outcome === 'answered' && !enterprise)) return outcome
    if (outcome === 'answered') known.enterpriseAnswered = true
  }
  const onlyThere = notices.every(({ enterprise }) => enterprise)
  return onlyThere && known.enterpriseAnswered ? 'answered' : 'silent'
}

/** One channel after the other, until he answers. */
const callOne = async (attempt: Attempt, steps: CallStep[]): Promise<CallOutcome> => {
  for (const step of steps) {
    const outcome = await callOnce(attempt, step)
    if (outcome !== 'silent') return outcome
  }
  return 'silent'
}

/** A channel that did not take the call is not waited for; one of which nothing is known may ring all the same. */
const callOnce = async (
  { effect, notice, round, who }: Attempt,
  { channel, seconds }: CallStep,
): Promise<CallOutcome> => {
  const words = wordsOf(channel)
  const address = { effect, notice, channel, round }
  setCurrentDetails(`${words}: ${who}`)
  if (channel !== 'app') {
    const dialled = await calling.dial.executeWithOptions({ summary: `${words}: call ${who}` }, [
      address,
    ])
    if (dialled === 'ended') return 'ended'
    if (dialled !== 'accepted' && dialled !== 'unknown') return 'silent'
  }
  const summary = `${words}: up to ${seconds} s for the answer of ${who}`
  return hearing.hear.executeWithOptions({ summary }, [{ ...address, seconds }])
}

const wordsOf = (channel: CallStep['channel']): string =>
  channel === 'app' ? '站内 app' : `${channelWords[channel].zh} ${channel}`

const told = (outcome: CallOutcome): CallOutcome => {
  setCurrentDetails(outcome)
  return outcome
}
