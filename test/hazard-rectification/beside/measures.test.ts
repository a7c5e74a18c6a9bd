// Does production that was stopped on the spot go on only after a passed re-check and the leader's approval (安全法 65)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import {
  general,
  type Line,
  listedByCity,
  major,
  type Play,
  planned,
  played,
  sample,
  stopped,
  where,
} from '../charted.ts'

const clock = (play: Play) =>
  play.record().obligations.findLast((one) => one.clock === 'temporary-stop')?.status
const said = (play: Play, who: string, type: string, data = sample(type)) =>
  refusal(() => play.act(actor(who), type, data)).words
const returned = (play: Play, who: string) => {
  const taskId = (play.task('de-list') ?? play.task('write-off'))?.id ?? ''
  play.act(actor(who), 'return', { to: 'handling.rechecking', reason: '未消除' }, { taskId })
}
const unlisted: Line[] = [...planned, ['yu', 'decline-listing', sample('decline-listing')]]
const ordered: Line[] = [
  ['lin', 'issue-order', sample('issue-order')],
  ['mao', 'report-rectified', sample('report-rectified')],
]
const stop = sample('take-measures', 1)

describe('a stop', () => {
  it('is not lifted without re-check and approval; an evacuation is', () => {
    expect(said(played({}, ...listedByCity), 'gao', 'lift-measures')).toContain('批准恢复生产')
    const evacuated = played({}, ...major, ['lin', 'take-measures', sample('take-measures', 2)])
    expect(said(evacuated, 'gao', 'lift-measures')).toBe('')
    expect(where(evacuated, 'measures')).toEqual(['measures.none'])
  })

  it('stands also when the hazard is graded anew, and no second decision loosens it', () => {
    const again = (nth: number) =>
      played(
        {},
        ...stopped,
        ...unlisted,
        ['lin', 'return', { to: 'handling.verifying', reason: '重新核实' }],
        ['lin', 'verify', sample('verify', nth)],
        ['wu', 'sign'],
      )
    const major = again(1)
    for (const nth of [0, 2])
      expect(said(major, 'lin', 'take-measures', sample('take-measures', nth))).toContain(
        '保留停产',
      )
    expect(where(major, 'measures')).toEqual(['measures.imposed.standing'])
    major.act(actor('lin'), 'take-measures', stop)
    expect(where(major, 'handling', 'measures')).toEqual([
      'handling.planning',
      'measures.imposed.confirming',
    ])
    for (const play of [again(0), major]) expect(play.record().snapshot.context.stopped).toBe(true)
  })

  it.each([
    ['delisting', listedByCity, 'yu', 1],
    [
      'accepting',
      [...stopped, ...unlisted, ['lin', 'issue-order', sample('issue-order')]] as Line[],
      'chen',
      0,
    ],
  ])(
    'stands again when the hazard is returned from %s after the resumption',
    (_, before, who, nth) => {
      const play = played(
        {},
        ...before,
        ['mao', 'apply-acceptance', sample('apply-acceptance', 1 - nth)],
        ['wu', 're-check-passed', sample('re-check-passed', nth)],
        ['gao', 'approve-resume', sample('approve-resume')],
      )
      expect([where(play, 'measures'), clock(play)]).toEqual([['measures.resumed'], 'met'])
      returned(play, who)
      expect([where(play, 'measures'), clock(play)]).toEqual([
        ['measures.imposed.confirming'],
        'running',
      ])
      expect(play.record().snapshot.context.stopped).toBe(true)
      play.act(actor('gao'), 'confirm-measures')
      play.act(actor('wu'), 're-check-passed', sample('re-check-passed', nth))
      expect(where(play, 'handling')).toEqual(['handling.resuming'])
    },
  )

  it('that was lifted and then revoked does not come back by itself', () => {
    const play = played(
      {},
      ...listedByCity,
      ['mao', 'apply-acceptance', sample('apply-acceptance')],
      ['gao', 'revoke-measures', sample('revoke-measures')],
      ['wu', 're-check-passed', sample('re-check-passed', 1)],
    )
    returned(play, 'yu')
    expect([where(play, 'measures'), clock(play)]).toEqual([['measures.none'], 'met'])
  })

  it('may be imposed by whoever re-checks, once', () => {
    const play = played(
      {},
      ...major,
      ['lin', 'take-measures', sample('take-measures')],
      ...unlisted,
      ...ordered,
    )
    const ordinary = played({}, ...general, ...ordered)
    expect(said(ordinary, 'wu', 'take-measures', stop)).toContain('重大事故隐患')
    expect(said(play, 'wu', 'take-measures')).toContain('未采取现场措施')
    expect(said(play, 'wu', 'take-measures', stop)).toBe('')
    expect(where(play, 'handling', 'measures')).toEqual([
      'handling.rechecking',
      'measures.imposed.confirming',
    ])
    expect([clock(play), said(play, 'wu', 'take-measures', stop)]).toEqual([
      'running',
      '停产停业措施已在执行',
    ])
    play.act(actor('wu'), 're-check-passed', sample('re-check-passed'))
    expect(where(play, 'handling')).toEqual(['handling.resuming'])
  })
})
