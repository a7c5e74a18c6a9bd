// How does a wake leave the process right after its commit, without anybody waiting for Temporal?
import type { WakeAddress } from '../db/cases/wakes.ts'
import type { Awaken } from './perform.ts'

/** Sends one wake; rejects when Temporal does not take it within `deadlineMs`. */
export type SendWake = (address: WakeAddress, deadlineMs: number) => Promise<void>

const mostInFlight = 32
const deadlineMs = 2_000
/** After a failure nothing is sent for so long: the relay tries first. */
const restMs = 1_000

/** What is not sent here, because too much is under way or Temporal does not answer, the relay finds in its row. */
export const createSender = (send: SendWake): Awaken => {
  let inFlight = 0
  let restsUntil = 0
  return (address) => {
    if (inFlight >= mostInFlight || Date.now() < restsUntil) return
    inFlight += 1
    void send(address, deadlineMs)
      .catch(() => {
        restsUntil = Date.now() + restMs
      })
      .finally(() => {
        inFlight -= 1
      })
  }
}
