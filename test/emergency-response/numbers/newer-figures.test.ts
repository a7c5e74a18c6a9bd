// Does anybody write over numbers that a colleague has changed since his form was opened?
import { describe, expect, test } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { decide } from '../../../domain/engine/decide.ts'
import { isStale, materialOf } from '../../../domain/engine/judging/judge.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { emergency, type Line } from '../playing.ts'
import { inLift, reported, start } from '../samples.ts'

const counted = (more: object): Line => [
  'du',
  'record-casualties',
  { asOf: '2026-03-02', reason: '医院通报', ...more },
]

/** What the county hears whose form was opened before the city counted. */
const afterCount = (
  form: Record<string, unknown>,
  count: Line,
  type: string,
  data: Record<string, unknown>,
) => {
  const play = emergency(form, {})
  const seen = materialOf(play.record())
  play.does(count)
  const task = type === 'record-casualties' ? undefined : play.task('verify')
  const act = { type, data, taskId: task?.id ?? null }
  return refusal(() =>
    decide(
      emergencyResponse,
      play.record(),
      { ...act, by: actor('dan'), ifMatch: seen, occurredAt: start },
      decisionContextAt(start),
    ),
  )
}

describe('a form of before a count', () => {
  test('that says other numbers is out of date, and says which', () => {
    const { code, words } = afterCount({ ...reported, dead: 2 }, counted({ dead: 3 }), 'verify', {
      findings: '属实',
      dead: 2,
    })
    expect(code).toBe('stale-revision')
    expect(words).toContain('死亡人数在您打开表单后已改为3，您填写的是2')
  })
  test('of a call-back to a lift likewise', () => {
    const said = { reached: 'talked', trapped: 2 }
    const { code, words } = afterCount(
      { ...inLift, trapped: 2 },
      counted({ trapped: 5 }),
      'call-back',
      said,
    )
    expect(code).toBe('stale-revision')
    expect(words).toContain('被困人数')
  })
  test.each([
    ['the same number', { dead: 3 }],
    ['nothing of what has changed', { missing: 1 }],
    ['no number at all', {}],
  ])('that says %s goes through', (_, said) => {
    const form = { ...reported, dead: 2 }
    const data = { findings: '属实', ...said }
    expect(afterCount(form, counted({ dead: 3 }), 'verify', data).code).toBe('none')
  })
})

describe('numbers that came up by another way', () => {
  const isLate = (play: ReturnType<typeof emergency>, seen: number) =>
    isStale(
      emergencyResponse,
      play.record(),
      {
        type: 'verify',
        data: { findings: '属实', dead: 2 },
        taskId: play.task('verify')?.id ?? null,
      },
      seen,
      actor('dan'),
    )

  test('a report upwards counts like a count', () => {
    const play = emergency({ ...reported, dead: 2 }, {})
    const seen = materialOf(play.record())
    play.does(['du', 'report-to-province', { course: '爆炸', measures: '已疏散', dead: 3 }])
    expect(isLate(play, seen)).toBe(true)
    expect(isLate(play, materialOf(play.record()))).toBe(false)
  })
  test('so does one that is taken back', () => {
    const play = emergency({ ...reported, dead: 2 }, {})
    play.does(['du', 'report-to-province', { course: '爆炸', measures: '已疏散', dead: 3 }])
    const seen = materialOf(play.record())
    play.does(['du', 'take-back', { reason: '误报' }])
    const act = { type: 'verify', data: { findings: '属实', dead: 3 } }
    const late = isStale(
      emergencyResponse,
      play.record(),
      { ...act, taskId: play.task('verify')?.id ?? null },
      seen,
      actor('dan'),
    )
    expect(late).toBe(true)
  })
})
