// On which day may the government have answered a proposal to close?
import { expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { day, decided, matter, prosecuting } from '../samples.ts'

it('not in the future, and not before it was asked', () => {
  const play = prosecuting(
    matter,
    day,
    ...decided,
    ['until', '2026-03-04'],
    ['gao', 'propose-closure'],
  )
  play.does(['until', '2026-03-06'])
  const answers = (decidedOn: string) => () =>
    play.act(
      actor('gao'),
      'closure-decided',
      { number: '柯政关〔2026〕1号', decidedOn },
      { taskId: play.task('record-closure-answer')?.id ?? '' },
    )
  expect(refusal(answers('2026-03-07')).words).toContain('不得晚于今日')
  expect(refusal(answers('2026-03-03')).words).toContain('不得早于提请关闭之日2026-03-04')
  expect(refusal(answers('2026-03-05')).words).toBe('')
})
