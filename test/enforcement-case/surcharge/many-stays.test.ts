// Does a fine that is fought over again and again keep all the days that do not count (处罚法 73)?
import { expect, it } from 'vitest'
import { addDays } from '../../../domain/time/days.ts'
import { late, owesOn, sought, stands } from './paying.ts'

it('twenty remedies that were withdrawn, and one more that goes on', () => {
  const play = late()
  const [first, last] = ['2026-02-15', '2026-03-08']
  play.does(['until', last])
  for (let nth = 0; nth < 20; nth += 1) {
    const on = addDays(first, nth)
    play.does(sought(on, on), stands(on, 'withdrawn'))
  }
  // Of 22 days twenty do not count.
  expect(owesOn(play, last)).toBe(3_000)
  play.does(sought('2026-03-07', '2026-03-07'))
  expect(owesOn(play, last)).toBe(0)
  play.does(stands('2026-03-07', 'withdrawn'))
  expect(owesOn(play, last)).toBe(1_500)
})
