// Does a lane without a next level say why?
import { expect, test } from 'vitest'
import { whyNoNext } from '../../../ui/supervise/next-level.ts'
import { superviseWords } from '../../../ui/supervise/words.ts'

const level = [{}] as never
const due = (paused: boolean) => ({ paused }) as never

test('a period without levels, one that is stopped, and one whose levels have all come', () => {
  expect(whyNoNext({ escalationLevels: [], due: due(true) })).toBe(superviseWords.noLevels)
  expect(whyNoNext({ escalationLevels: level, due: due(true) })).toBe(superviseWords.levelsWait)
  expect(whyNoNext({ escalationLevels: level, due: due(false) })).toBe(superviseWords.levelsOver)
})
