// Is one act fined once, also where two cases are about it?
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { day, investigated, matter, prosecuting, sample } from './samples.ts'

const notice = { ...sample('notify-penalty'), cause: '330802-001' }
const otherAct = '另一台设备'

const told = (more: object = {}, past?: CaseRecord[]) => {
  const play = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report'])
  play.act(actor('lin'), 'notify-penalty', { ...notice, ...more }, past ? { past } : {})
  return play
}
const heard = (...given: Parameters<typeof told>) => {
  const play = told(...given)
  play.does(
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
  )
  return play
}

/** Another case of the same party, which has fined the same violation of the same day. */
const other = (context: object = {}): CaseRecord => {
  const play = heard()
  play.does(['gao', 'decide-penalty'], ['lin', 'serve-decision'])
  const record = play.record()
  return {
    ...record,
    id: 'c-other',
    number: '试9号',
    snapshot: { ...record.snapshot, context: { ...record.snapshot.context, ...context } },
  }
}
const why = (work: () => unknown): string => refusal(work).words

describe('an act that another case has fined', () => {
  it('is told of no second fine, unless the notice says why it is another act', () => {
    const words = why(() => told({}, [other()]))
    expect(words).toContain('试9号')
    expect(words).toContain('第二十九条')
    expect(why(() => told({ otherAct }, [other()]))).toBe('')
  })

  it.each([
    ['annulled', { annulled: true }],
    ['undecided', { decidedOn: null }],
    ['without a fine', { imposed: 0 }],
    ['of another violation', { cause: '330802-002' }],
    ['of an act that ended on another day', { actEnded: '2026-01-01' }],
    ['that named no violation', { cause: null }],
  ])('does not stand in the way where the other one is %s', (_, context) => {
    expect(why(() => told({}, [other(context)]))).toBe('')
  })

  it('is not fined either when the other case was decided after the notice', () => {
    const decides = (play: ReturnType<typeof heard>, data: object = {}) =>
      why(() =>
        play.act(
          actor('gao'),
          'decide-penalty',
          { ...sample('decide-penalty'), ...data },
          { past: [other()] },
        ),
      )
    expect(decides(heard())).toContain('第二十九条')
    expect(decides(heard(), { penalties: ['warning'], fine: undefined })).not.toContain('二十九')
    expect(decides(heard({ otherAct }))).toBe('')
  })
})
