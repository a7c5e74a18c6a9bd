// What is refused, and does each refusal say why?
import { expect, it } from 'vitest'
import { refusal } from '../../../../test/case/acting.ts'
import { asking, day, matter } from './samples.ts'

it.each(['2026-03-02', '2026-02-27'])(
  'an answer is not postponed to %s, which is not after today',
  (dueDate) => {
    const { code, words } = refusal(() =>
      asking(matter, day, ['lin', 'postpone', { dueDate, reason: '试验' }]),
    )
    expect([code, words]).toEqual(['not-allowed', '新的日期必须晚于今日'])
  },
)
