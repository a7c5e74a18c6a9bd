// How often can a case wake itself, whatever it is answered?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sleepFor } from '../../workflows/pace.ts'

const DAY_MS = 86_400_000

it('a case that always wakes in vain wakes itself less than fifty times a day', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 100 }), (answers) => {
      let wakes = 0
      for (let at = 0; at < DAY_MS; wakes += 1)
        at += sleepFor(answers[wakes % answers.length] ?? 0, wakes) ?? DAY_MS
      expect(wakes).toBeLessThan(50)
    }),
  )
})

it('a case that has moved wakes exactly when it is due, and one without a limit never', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      (ms) =>
        void expect([sleepFor(ms, 0), sleepFor(ms, 1), sleepFor(null, 9)]).toEqual([ms, ms, null]),
    ),
  )
})
