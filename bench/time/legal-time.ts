// How is the measured product brought to just before a legal moment, with the durable timer of every case set for it?
import { Client, Connection } from '@temporalio/client'
import { createClock } from '../../db/clock.ts'
import { type Instant, instant, later } from '../../domain/time/instant.ts'
import { type CaseAddress, createCaseClient, tickPatiently } from '../../workflows/client.ts'
import { abreast } from '../loop.ts'
import type { Stage } from '../stage.ts'

const PROCESS = 'hazard-rectification'
const AT_ONCE = 16
const EVERY = 500

export type LegalTime = Awaited<ReturnType<typeof openLegalTime>>

/** The laboratory's clock of a stage. Once set it runs on with real time, so timers armed afterwards end by themselves. */
export const openLegalTime = async (stage: Stage, log: (words: string) => void) => {
  const connection = await Connection.connect({ address: stage.temporalAddress })
  const cases = createCaseClient(new Client({ connection }))
  const clock = createClock(stage.db, true)
  const all = async (
    ids: string[],
    what: string,
    work: (address: CaseAddress) => Promise<void>,
  ): Promise<void> => {
    let done = 0
    await abreast(ids.length, AT_ONCE, async (number) => {
      await work({ caseId: ids[number] as string, process: PROCESS, generation: 1 })
      done += 1
      if (done % EVERY === 0) log(`${done} of ${ids.length} ${what}`)
    })
  }
  return {
    setNow: clock.setNow,
    /** The real moment, ms, at which the clock of the law will show or has shown `at`. */
    realOf: async (at: Instant): Promise<number> => Date.parse(at) - (await clock.offset()),
    /** Gives each case the workflow that it does not have yet, asleep until its next moment. */
    wake: (ids: string[]): Promise<void> =>
      all(ids, 'workflows begun', async (address) => {
        await cases.start(address)
        await tickPatiently(cases, address, TRIES)
      }),
    /** Moves the clock to `seconds` before `at` and lets every case look at it once, so that it sleeps until its own deadline. */
    approach: async (at: Instant, seconds: number, ids: string[]): Promise<void> => {
      await clock.setNow(later(at, -seconds * 1000))
      await all(ids, 'timers set', (address) => tickPatiently(cases, address, TRIES))
      const now = await clock.now()
      if (now >= at)
        throw new Error(
          `the timers were set ${-left(at, now)} s too late: the machine is slower than was thought`,
        )
    },
    /** Waits for that moment of the law. */
    until: async (at: Instant): Promise<void> => {
      const ms = Date.parse(at) - Date.parse(await clock.now())
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
    },
    close: () => connection.close(),
  }
}

/** Ten thousand at once keep one worker so busy that it may not answer in time. */
const TRIES = 20

const left = (at: Instant, now: Instant): number =>
  Math.round((Date.parse(at) - Date.parse(now)) / 1000)

/** Ten in the morning in Shanghai, today. */
export const tenToday = (): Instant =>
  `${instant(Date.now() + 8 * 3_600_000).slice(0, 10)}T02:00:00.000Z`
