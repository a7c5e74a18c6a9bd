// What happens beside the handling of a hazard: more time, its reporter, force?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import {
  halted,
  type Line,
  listedByCity,
  major,
  planned,
  played,
  sample,
  where,
} from '../charted.ts'

describe('who reported it, and where it belongs', () => {
  it('a report by telephone is answered also when it was no hazard, and the case waits for that', () => {
    const play = played(
      { source: 'hotline' },
      ['lin', 'reject', { reason: '不属实' }],
      ['wu', 'sign'],
    )
    expect(where(play, 'handling', 'reporter')).toEqual(['handling.rejected', 'reporter.due'])
    expect(play.record().obligations.find(({ clock }) => clock === 'public-feedback')?.due).toBe(
      '2026-03-12',
    )
    play.act(actor('lin'), 'answer-reporter', { answer: '经查不属实' })
    expect(play.record().status).toBe('closed')
  })

  it.each([
    ['join', 0],
    ['hand-over', 1],
  ])(
    'a report by telephone that ends here by %s is answered before the case closes',
    (type, nth) => {
      const play = played({ source: 'hotline' }, ['chen', type, sample(type, nth)])
      const running = () =>
        play
          .record()
          .obligations.filter(({ status }) => status === 'running')
          .map(({ clock }) => clock)
      expect(where(play, 'reporter')).toEqual(['reporter.due'])
      expect(running()).toEqual(['public-report-handling', 'public-feedback'])
      play.act(actor('lin'), 'answer-reporter', { answer: '已转有管辖权的机关办理' })
      expect(play.record().status).toBe('closed')
    },
  )

  it('a report by telephone handed to another county is not answered before it is verified there', () => {
    const play = played({ source: 'hotline' }, ['chen', 'hand-over', sample('hand-over')])
    expect(where(play, 'reporter')).toEqual(['reporter.none'])
    expect(play.record().obligations.map(({ clock }) => clock)).not.toContain('public-feedback')
  })

  it('whoever hands it to his own county gains no new 24 hours', () => {
    const play = played({}, ['until', '2026-03-04'])
    expect(
      refusal(() => play.act(actor('chen'), 'hand-over', { to: '330802', reason: '重新分派' }))
        .words,
    ).toContain('已由该县')
  })

  it('handed to another county it is theirs, with the task opened anew', () => {
    const play = played({}, ['chen', 'hand-over', sample('hand-over')])
    expect(play.record()).toMatchObject({ region: '330881', status: 'open' })
    expect(play.task('verify')).toMatchObject({ entry: 2, groups: ['330881-bureau/inspector'] })
    expect(refusal(() => play.act(actor('lin'), 'verify', sample('verify'))).code).toBe(
      'not-allowed',
    )
  })

  it('a small county borrows a second pair of eyes from the city', () => {
    const play = played(
      {},
      ['lin', 'borrow', { reason: '本县仅一人' }],
      ['lin', 'verify', sample('verify')],
      ['hao', 'sign'],
    )
    expect(where(play, 'handling')).toEqual(['handling.ordering'])
  })
})

describe('force', () => {
  const defied: Line[] = [...listedByCity, ...halted]

  it('opens an enforcement case with what the hazard knows', () => {
    const play = played({}, ...defied)
    expect(play.record().links).toMatchObject([
      { process: 'enforcement-case', event: 'order-stop', status: 'waiting' },
    ])
    const opening = play.effects.filter((one) => one.kind === 'case')
    expect(opening).toMatchObject([
      { process: 'enforcement-case', data: { source: 'hazard', region: play.record().region } },
    ])
    expect(v.safeParse(enforcementCase.start.schema, opening[0]?.data).issues).toBeUndefined()
  })

  it('proposes closure on three penalties in 180 days, and not a day later; the closure ends the case', () => {
    const proposed = (last: string, today: string) => {
      const penalties = ['2026-01-10', '2026-03-15', last]
      const play = played({}, ...defied)
      play.to(`${today}T01:00:00.000Z`)
      return {
        play,
        propose: () =>
          play.act(actor('gao'), 'propose-closure', {
            ground: 'penalties',
            penalties,
            document: '1号',
            reason: '屡罚不改',
          }),
      }
    }
    expect(refusal(proposed('2026-07-10', '2026-07-11').propose).words).toContain('第一百一十三条')
    const { play, propose } = proposed('2026-07-08', '2026-07-09')
    propose()
    const closes = (decidedOn: string) => () =>
      play.act(actor('gao'), 'record-closure', {
        document: '2号',
        decidedOn,
        publicSummary: '已关闭',
      })
    expect(refusal(closes('2026-07-10')).words).toContain('不得晚于今日')
    expect(refusal(closes('2026-07-08')).words).toContain('不得早于提请关闭之日2026-07-09')
    closes('2026-07-09')()
    expect(where(play, 'handling', 'force')).toEqual(['force.ended', 'handling.closed-down'])
    play.act(actor('yu'), 'publish-delisting', sample('publish-delisting'))
    expect(play.record().status).toBe('closed')
  })

  it('does not propose twice what another case of the enterprise has proposed', () => {
    const play = played({}, ...defied)
    const other: CaseRecord = {
      ...play.record(),
      id: 'c-2',
      number: '柯城执法〔2026〕9号',
      items: {
        3: {
          no: 3,
          kind: 'closure',
          nth: 1,
          openedAt: play.record().openedAt,
          snapshot: { value: 'proposed', context: {}, status: 'active' },
          material: {},
        },
      },
    }
    const proposes = (past: CaseRecord[]) => () =>
      play.act(
        actor('gao'),
        'propose-closure',
        { ground: 'refuses-stop', document: '1号', reason: '拒不执行' },
        { past },
      )
    expect(refusal(proposes([other])).words).toContain('柯城执法〔2026〕9号')
    expect(refusal(proposes([{ ...other, items: {} }])).words).toBe('')
  })
})

describe('what belongs to the handling', () => {
  it('happens there or nowhere: no leader resumes, no office de-lists, before the re-check is passed', () => {
    const play = played(
      {},
      ...major,
      ['lin', 'take-measures', sample('take-measures', 1)],
      ...planned,
      ['yu', 'list-hazard', sample('list-hazard', 1)],
    )
    for (const [who, type] of [
      ['gao', 'approve-resume'],
      ['yu', 'de-list'],
      ['lin', 'verify'],
    ] as const)
      expect(refusal(() => play.act(actor(who), type, sample(type))).code, type).toBe(
        'not-possible-now',
      )
  })
})
