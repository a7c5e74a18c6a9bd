// Does a hazard go only the ways it may, and can every state be reached and left?
import { describe, expect, it } from 'vitest'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { playing, refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { items, reported, samples } from './samples.ts'

const at = '2026-03-02T01:00:00.000Z'
type Line = [who: string, type: string, data?: Record<string, unknown>]

/** A case played from its report; a line that starts with a date lets time pass. */
const played = (report: Record<string, unknown>, ...lines: Line[]) => {
  const play = playing(process, actor('lin'), { ...reported, ...report }, at)
  for (const [who, type, data = {}] of lines) {
    if (who === 'until') play.to(`${type}T01:00:00.000Z`)
    else play.act(actor(who), type, data)
  }
  return play
}
type Play = ReturnType<typeof played>
/** Where the case stands in these regions. */
const where = (play: Play, ...regions: string[]): string[] =>
  stateKey(play.record().snapshot.value)
    .split('|')
    .filter((state) => regions.some((region) => state.startsWith(`${region}.`)))

const sample = (type: string, at = 0) => samples[type]?.[at] as Record<string, unknown>
const major: Line[] = [
  ['lin', 'verify', { ...sample('verify', 1) }],
  ['wu', 'sign'],
]
const general: Line[] = [
  ['lin', 'verify', { ...sample('verify') }],
  ['wu', 'sign'],
]
const stopped: Line[] = [
  ...major,
  ['lin', 'take-measures', sample('take-measures', 1)],
  ['gao', 'confirm-measures'],
]
const planned: Line[] = [
  ['mao', 'file-plan', sample('file-plan')],
  ['chen', 'approve-plan', sample('approve-plan')],
]
const listedByCity: Line[] = [
  ...stopped,
  ...planned,
  ['yu', 'list-hazard', sample('list-hazard', 1)],
]
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
      'filing.not-needed|force.not-needed|handling.written-off|instruction.ended|listing.not-needed|measures.not-needed|reporter.not-needed|supervision.not-needed',
    )
    expect(play.record().status).toBe('closed')
  })

  it('binds nobody before its order is served; then the date of the order runs', () => {
    const play = played({}, ...general, ['lin', 'issue-order', sample('issue-order', 1)])
    expect(where(play, 'handling')).toEqual(['handling.serving'])
    expect(play.record().obligations.map(({ clock }) => clock)).not.toContain('rectification')
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
    expect(where(play, 'handling', 'measures')).toEqual(['handling.delisting', 'measures.none'])
    expect(refusal(() => play.act(actor('ji'), 'de-list', sample('de-list'))).words).toContain(
      '不属于您的岗位',
    )
    play.act(actor('yu'), 'de-list', sample('de-list'))
    expect(where(play, 'handling', 'listing')).toEqual(['handling.written-off', 'listing.delisted'])
    expect(play.record().status).toBe('open')
    play.act(actor('yu'), 'publish-delisting', sample('publish-delisting'))
    expect(play.record().status).toBe('closed')
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
})

describe('more time', () => {
  const request: Line = ['mao', 'request-extension', sample('request-extension')]

  it('for a listed hazard is asked 20 working days before, and refused later with the article', () => {
    expect(
      refusal(() => played({}, ...listedByCity, ['until', '2026-06-03'], request)).words,
    ).toContain('20个工作日前')
    const play = played({}, ...listedByCity, ['until', '2026-05-28'], request)
    expect(
      play.record().obligations.find(({ clock }) => clock === 'governance-extension-answer')?.due,
    ).toBe('2026-06-11')
    expect(
      refusal(() => play.act(actor('chen'), 'grant-extension', sample('grant-extension'))).words,
    ).toContain('不属于您的岗位')
    play.act(actor('yu'), 'grant-extension', sample('grant-extension'))
    expect(play.record().obligations.find(({ clock }) => clock === 'rectification')).toMatchObject({
      due: '2026-07-31',
      status: 'running',
    })
  })

  it('promise (screens): a request for more time lies with whoever decides it alone, with the date asked for in his form', () => {
    const listed = played({}, ...listedByCity, ['until', '2026-05-28'], request).record()
    const ordinary = played(
      {},
      ...general,
      ['lin', 'issue-order', { dueDate: '2026-06-30', requirements: '更换' }],
      request,
    ).record()
    const groups = [listed, ordinary].map(
      ({ openTasks }) =>
        Object.values(openTasks).find(({ task }) => task === 'decide-extension')?.groups,
    )
    expect(groups).toEqual([['330800-committee/supervisor'], ['330802-bureau/section-chief']])
    const fields = process.events['grant-extension']?.fieldsFor?.(listed)
    expect(fields?.find(({ name }) => name === 'dueDate')?.value).toBe(
      sample('request-extension').until,
    )
  })

  it('for an ordinary order outside its last ten days is left to a person, for the article is not confirmed', () => {
    const ordinary = [
      ...general,
      ['lin', 'issue-order', { dueDate: '2026-06-30', requirements: '更换' }],
      request,
    ] as Line[]
    const play = played({}, ...ordinary)
    expect(play.record().snapshot.context.extensionOutside).toBe(true)
    const hint = process.events['grant-extension']
      ?.fieldsFor?.(play.record())
      .find(({ name }) => name === 'reason')?.hint?.zh
    expect(hint).toContain('不在规定的申请期内')
    play.act(actor('chen'), 'refuse-extension', { reason: '尚早' })
    expect(where(play, 'handling')).toEqual(['handling.rectifying.working'])
  })

  it('for an ordinary order within its last ten days warns nobody', () => {
    const order: Line = ['lin', 'issue-order', { dueDate: '2026-06-30', requirements: '更换' }]
    const play = played({}, ...general, order, ['until', '2026-06-22'], request)
    expect(play.record().snapshot.context.extensionOutside).toBe(false)
  })

  it('granted a second time brings the city in', () => {
    const play = played({}, ...listedByCity, ['until', '2026-05-28'], request, [
      'yu',
      'grant-extension',
      sample('grant-extension'),
    ])
    expect(where(play, 'supervision')).toEqual(['supervision.none'])
    play.act(actor('mao'), 'request-extension', { until: '2026-09-30', reason: '供货停产' })
    play.act(actor('yu'), 'grant-extension', sample('grant-extension', 1))
    expect(where(play, 'supervision')).toEqual(['supervision.city.told'])
  })
})

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
  const defied: Line[] = [
    ...listedByCity,
    ['lin', 'declare-refusal', sample('declare-refusal')],
    ['gao', 'order-stop', sample('order-stop')],
  ]

  it('is linked to an enforcement case that waits for its process', () => {
    const play = played({}, ...defied)
    expect(play.record().links).toMatchObject([
      { process: 'enforcement-case', event: 'order-stop', status: 'waiting' },
    ])
  })

  it('cuts the power 24 hours after the notice at the earliest, except in an emergency', () => {
    const notice = { supply: 'power', supplier: '国网', reason: '仍在生产' }
    const play = played({}, ...defied)
    expect(
      refusal(() =>
        play.act(actor('gao'), 'notify-power-cut', {
          ...notice,
          cutAt: '2026-03-03T00:59:00.000Z',
        }),
      ).words,
    ).toContain('24小时')
    play.act(actor('gao'), 'notify-power-cut', { ...notice, cutAt: '2026-03-03T01:00:00.000Z' })
    expect(
      refusal(() => play.act(actor('lin'), 'cut-power', { record: '已拉闸' })).words,
    ).toContain('尚未到')
    play.to('2026-03-03T01:00:00.000Z')
    play.act(actor('lin'), 'cut-power', { record: '已拉闸' })
    expect(where(play, 'force')).toEqual(['force.power-cut'])
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
    play.act(actor('gao'), 'record-closure', {
      document: '2号',
      decidedOn: '2026-07-09',
      publicSummary: '已关闭',
    })
    expect(where(play, 'handling', 'force')).toEqual(['force.ended', 'handling.closed-down'])
    play.act(actor('yu'), 'publish-delisting', sample('publish-delisting'))
    expect(play.record().status).toBe('closed')
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
