// How many walks over the desk of a process does a test make, and what must none of them show?
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withShortStacks } from '../short-stacks.ts'
import { type Begun, startsOf } from './desk-starts.ts'
import { taskWalk } from './desk-walk.ts'

/** Many more at night: `npm run test:deep`. */
const walks = Number(process.env.ANJIAN_WALKS ?? 100)
const [rounds, steps] = [150, 24]

/** `states`: in so many at least walks begin. */
export const itGoesOn = (begun: Begun, states: number): void => {
  test(`${walks} walks over the desk of ${begun.process.id} find nothing wrong`, {
    timeout: 3_600_000,
  }, async () => {
    const starts = startsOf(begun, rounds)
    expect(starts.length).toBeGreaterThanOrEqual(states)
    const wrong: string[] = []
    for (let seed = 1; seed <= walks && wrong.length < 3; seed += 1) {
      wrong.push(...withShortStacks(() => taskWalk({ ...begun, starts }, seed, steps)))
      // A long run answers whoever asks in between whether it is still there.
      if (seed % 500 === 0) await setImmediate()
    }
    expect(wrong).toEqual([])
  })
}
