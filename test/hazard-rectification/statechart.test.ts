// Does a hazard go only the ways it may, from its report to its end?
import { describe, expect, it } from 'vitest'
import { wantedBy } from '../../domain/documents/compose.ts'
import { returnTargets } from '../../domain/engine/judging/judge-verbs.ts'
import { opening } from '../../domain/hazard-rectification/memory/context.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import {
  at,
  general,
  type Line,
  listedByCity,
  type Play,
  planned,
  played,
  sample,
  stopped,
  where,
} from './charted.ts'
import { items } from './samples.ts'

const results = (passed: boolean) =>
  items.map((item, index) => ({ item, passed: passed || index > 0 }))
const applied: Line = [
  'mao',
  'apply-acceptance',
  { description: '已治理', results: results(true), assessment: '合格', resume: true },
]

describe('a general hazard', () => {
  it('is ordered, rectified, re-checked and written off; nothing beside it ever moves', () => {
    const play = played(
      {},
      ...general,
      ['lin', 'issue-order', sample('issue-order')],
      ['mao', 'report-rectified', { description: '已换' }],
    )
    play.act(actor('wu'), 're-check-passed', { findings: '合格' })
    play.act(actor('chen'), 'write-off', { publicSummary: '已核销' })
    expect(stateKey(play.record().snapshot.value)).toBe(
      'filing.not-needed|force.not-needed|handling.written-off|instruction.ended|listing.not-needed|measures.not-needed|reporter.not-needed|supervision.not-needed|supply.not-needed',
    )
    expect(play.record().status).toBe('closed')
  })

  it('binds nobody before its order is served; then the date of the order runs', () => {
    const play = played({}, ...general, ['lin', 'issue-order', sample('issue-order', 1)])
    expect(where(play, 'handling')).toEqual(['handling.serving'])
    expect(play.record().obligations.map(({ clock }) => clock)).not.toContain('rectification')
    const service = { receiver: '门卫' }
    const serves = (more: object) => play.act(actor('lin'), 'serve', { ...service, ...more })
    const servedOn = '2026-03-02'
    const left = { method: 'left', refusedBecause: '拒绝签收', servedOn }
    expect(refusal(() => serves(left)).words).toContain('第八十九条')
    expect(refusal(() => serves({ method: 'electronic', servedOn })).words).toContain('第九十条')
    const announced = { method: 'announcement', announcedOn: servedOn }
    expect(refusal(() => serves(announced)).words).toContain('送达日期为2026-04-01')
    play.act(actor('lin'), 'serve', sample('serve'))
    expect(play.record().obligations.find(({ clock }) => clock === 'rectification')).toMatchObject({
      due: '2026-03-10',
      status: 'running',
    })
  })

  it('whose date passes is re-checked by the authority itself, and a new date may be set', () => {
    const play = played(
      {},
      ...general,
      ['lin', 'issue-order', sample('issue-order')],
      ['until', '2026-03-11'],
    )
    expect(where(play, 'handling')).toEqual(['handling.rectifying.expired'])
    expect(
      play
        .record()
        .obligations.find(({ clock, status }) => clock === 're-check' && status === 'running')?.due,
    ).toBe('2026-03-20')
    play.act(actor('wu'), 're-check-failed', { reasons: '未动工', dueDate: '2026-03-30' })
    expect(where(play, 'handling')).toEqual(['handling.rectifying.working'])
  })
})

describe('a hazard that is taken up again', () => {
  const order: Line = ['lin', 'issue-order', sample('issue-order')]

  it('after a closure has no proposal of closure any more, and keeps who reported it and whose it is', () => {
    const play = played(
      { source: 'hotline' },
      ...general,
      order,
      ['lin', 'answer-reporter', sample('answer-reporter')],
      ['lin', 'declare-refusal', sample('declare-refusal')],
      ['gao', 'order-stop', sample('order-stop')],
      ['gao', 'propose-closure', sample('propose-closure')],
      ['gao', 'record-closure', sample('record-closure')],
    )
    const { reporter, enterprise } = play.record().snapshot.context
    play.act(actor('chen'), 'reopen', { reason: '关闭决定被撤销' })
    expect(play.record().snapshot.context).toEqual({
      ...opening(undefined),
      reporter,
      enterprise,
      publicReport: true,
    })
    expect(
      refusal(() => play.act(actor('gao'), 'record-closure', sample('record-closure'))).words,
    ).toContain('尚未提请关闭')
  })

  it('after its write-off has no order that anybody could refuse', () => {
    const play = played(
      {},
      ...general,
      order,
      ['mao', 'report-rectified', sample('report-rectified')],
      ['wu', 're-check-passed', sample('re-check-passed')],
      ['chen', 'write-off', sample('write-off')],
      ['chen', 'reopen', { reason: '复发' }],
    )
    expect(
      refusal(() => play.act(actor('lin'), 'declare-refusal', sample('declare-refusal'))).words,
    ).toContain('尚未下达整改指令')
  })
})

describe('a major hazard', () => {
  it('is secured, planned for and listed before anything is ordered', () => {
    const play = played({}, ...listedByCity)
    expect(where(play, 'handling', 'listing', 'filing', 'measures')).toEqual([
      'filing.none',
      'handling.rectifying.working',
      'listing.listed.announcing',
      'measures.imposed.standing',
    ])
    expect(play.record().snapshot.context).toMatchObject({
      order: 'listed',
      listedBy: 'city',
      stopped: true,
      dueDate: '2026-06-30',
      items,
    })
  })

  it('listed by a county is filed with the city, by the city not', () => {
    const county = played({}, ...stopped, ...planned, ['ji', 'list-hazard', sample('list-hazard')])
    expect(where(county, 'filing')).toEqual(['filing.due'])
    expect(
      refusal(() =>
        played({}, ...stopped, ...planned, ['ji', 'list-hazard', sample('list-hazard', 1)]),
      ).words,
    ).toContain('本级安委办')
  })

  it('is accepted item by item by another, resumed by the leader, de-listed by its lister and published before it closes', () => {
    const play = played({}, ...listedByCity, applied)
    expect(
      refusal(() =>
        play.act(actor('wu'), 're-check-passed', { findings: '合格', results: results(false) }),
      ).words,
    ).toContain('不合格')
    expect(
      refusal(() => play.act(actor('wu'), 're-check-passed', { findings: '合格' })).words,
    ).toContain('逐项')
    play.act(actor('wu'), 're-check-failed', {
      reasons: '一项未过',
      dueDate: '2026-07-30',
      results: results(false),
    })
    expect(play.record().snapshot.context.items).toEqual([items[0]])
    const [first] = results(true)
    play.act(actor('mao'), 'apply-acceptance', { ...applied[2], results: [first] })
    play.act(actor('zhou'), 're-check-passed', { findings: '合格', results: [first] })
    expect(where(play, 'handling')).toEqual(['handling.resuming'])
    play.act(actor('gao'), 'approve-resume', sample('approve-resume'))
    expect(where(play, 'handling', 'measures')).toEqual(['handling.delisting', 'measures.resumed'])
    expect(refusal(() => play.act(actor('ji'), 'de-list', sample('de-list'))).words).toContain(
      '不属于您的岗位',
    )
    play.act(actor('yu'), 'de-list', sample('de-list'))
    expect(where(play, 'handling', 'listing')).toEqual(['handling.written-off', 'listing.delisted'])
    expect(play.record().status).toBe('open')
    play.act(actor('yu'), 'publish-delisting', sample('publish-delisting'))
    expect(play.record().status).toBe('closed')
  })

  it('that was not listed is written off by a decision on paper', () => {
    const record = played(
      {},
      ...stopped,
      ...planned,
      ['yu', 'decline-listing', { reason: '整改期短' }],
      ['lin', 'issue-order', sample('issue-order')],
      ['mao', 'apply-acceptance', sample('apply-acceptance', 1)],
      ['wu', 're-check-passed', sample('re-check-passed')],
      ['gao', 'approve-resume', sample('approve-resume')],
      ['chen', 'write-off', sample('write-off')],
    ).record()
    const act = { type: 'write-off', at, seq: 1, data: sample('write-off') }
    const party = { name: '试验化工', code: '9133', address: '' }
    const papers = wantedBy({ process: hazardRectification, record, party, act })
    expect(papers.map(({ declared }) => declared.id)).toEqual(['write-off'])
  })

  it('with production stopped is not simply reported as rectified', () => {
    const play = played({}, ...listedByCity)
    expect(
      refusal(() =>
        play.act(actor('mao'), 'report-rectified', { description: '已换', results: results(true) }),
      ).words,
    ).toContain('申请验收')
    const { resume: _, ...without } = applied[2] as Record<string, unknown>
    expect(refusal(() => play.act(actor('mao'), 'apply-acceptance', without)).words).toContain(
      '恢复生产',
    )
  })

  it('whose notice could not be served is listed anew by the same office, and stays its matter', () => {
    const cannotBeServed: Line[] = [
      ...stopped,
      ...planned,
      [
        'yu',
        'list-hazard',
        { ...sample('list-hazard', 1), dueDate: '2026-03-10', service: 'later' },
      ],
      ['yu', 'publish-listing', sample('publish-listing')],
      ['until', '2026-03-12'],
    ]
    const returned = (play: Play, to: string) =>
      refusal(() => play.act(actor('lin'), 'return', { to, reason: '期限已过，重新下达' })).words
    const play = played({}, ...cannotBeServed)
    const task = play.task('serve')
    expect(task && returnTargets(hazardRectification, play.record(), task)).toEqual([
      'handling.listing',
    ])
    expect(returned(play, 'handling.ordering')).not.toBe('')
    expect(returned(play, 'handling.listing')).toBe('')
    const says = (who: string, type: string, data: Record<string, unknown>) =>
      refusal(() => play.act(actor(who), type, data)).words
    expect(says('ji', 'list-hazard', sample('list-hazard'))).toContain('原挂牌的安委办')
    expect(says('yu', 'decline-listing', sample('decline-listing'))).toContain('已挂牌')
    play.act(actor('yu'), 'list-hazard', sample('list-hazard', 1))
    expect(where(play, 'listing')).toEqual(['listing.listed.announcing'])
    play.act(actor('mao'), 'apply-acceptance', sample('apply-acceptance'))
    play.act(actor('wu'), 're-check-passed', sample('re-check-passed', 1))
    play.act(actor('gao'), 'approve-resume', sample('approve-resume'))
    expect(where(play, 'handling')).toEqual(['handling.delisting'])
  })

  it('that is not listed is returned to the order, not to the listing', () => {
    const play = played({}, ...general, ['lin', 'issue-order', sample('issue-order', 1)])
    const to = (state: string) =>
      refusal(() => play.act(actor('lin'), 'return', { to: state, reason: '重新下达' })).words
    expect(to('handling.listing')).not.toBe('')
    expect(to('handling.ordering')).toBe('')
  })
})
