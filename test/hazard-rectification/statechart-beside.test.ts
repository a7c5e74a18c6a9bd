// What happens beside the handling of a hazard: more time, its reporter, force?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import {
  general,
  type Line,
  listedByCity,
  major,
  planned,
  played,
  sample,
  where,
} from './charted.ts'

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

  const askedOnTheLastDay = () =>
    played(
      {},
      ...general,
      ['lin', 'issue-order', { dueDate: '2026-06-30', requirements: '更换' }],
      ['until', '2026-06-30'],
      request,
    )
  const rectificationOf = (play: ReturnType<typeof askedOnTheLastDay>) =>
    play.record().obligations.findLast(({ clock }) => clock === 'rectification')

  it('asked for on the last day is granted within its five days; nobody was late meanwhile', () => {
    const play = askedOnTheLastDay()
    play.to('2026-07-03T01:00:00.000Z')
    expect(where(play, 'handling', 'supervision')).toEqual([
      'handling.rectifying.extension-asked',
      'supervision.none',
    ])
    expect(play.facts.map(({ type }) => type)).not.toContain('rectification-overdue')
    play.act(actor('chen'), 'grant-extension', sample('grant-extension'))
    expect(where(play, 'handling')).toEqual(['handling.rectifying.working'])
    expect(rectificationOf(play)).toMatchObject({ due: '2026-07-31', status: 'running' })
    expect(
      play.record().obligations.find(({ clock }) => clock === 'extension-answer')?.status,
    ).toBe('met')
    play.to('2026-08-02T01:00:00.000Z')
    expect(where(play, 'handling', 'supervision')).toEqual([
      'handling.rectifying.expired',
      'supervision.red.told',
    ])
  })

  it('asked for on the last day and refused afterwards is at its end; the levels count from the answer on', () => {
    const play = askedOnTheLastDay()
    play.to('2026-07-03T01:00:00.000Z')
    play.act(actor('chen'), 'refuse-extension', { reason: '并非不可抗力' })
    expect(where(play, 'handling', 'supervision')).toEqual([
      'handling.rectifying.expired',
      'supervision.none',
    ])
    expect(refusal(() => play.act(actor('mao'), ...(request.slice(1) as [string]))).code).toBe(
      'not-possible-now',
    )
    play.to('2026-07-04T01:00:00.000Z')
    expect(where(play, 'supervision')).toEqual(['supervision.none'])
    expect(
      play
        .record()
        .obligations.find(({ clock, status }) => clock === 're-check' && status === 'running')?.due,
    ).toBe('2026-07-13')
    play.to('2026-07-05T01:00:00.000Z')
    expect(where(play, 'supervision')).toEqual(['supervision.red.told'])
  })

  it('refused before the date leaves the date and its levels as they were', () => {
    const play = played(
      {},
      ...general,
      ['lin', 'issue-order', { dueDate: '2026-06-30', requirements: '更换' }],
      ['until', '2026-06-24'],
      request,
      ['until', '2026-06-26'],
      ['chen', 'refuse-extension', { reason: '并非不可抗力' }],
    )
    expect(rectificationOf(play)).toMatchObject({ due: '2026-06-30', status: 'running' })
    play.to('2026-07-02T01:00:00.000Z')
    expect(where(play, 'supervision')).toEqual(['supervision.red.told'])
  })

  it('asked for outside its window waits for nobody: the date passes', () => {
    const play = played(
      {},
      ...general,
      ['lin', 'issue-order', { dueDate: '2026-03-20', requirements: '更换' }],
      request,
      ['until', '2026-03-21'],
    )
    expect(where(play, 'handling')).toEqual(['handling.rectifying.expired'])
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
    const cut = (cutAt: string) =>
      refusal(() => play.act(actor('lin'), 'cut-power', { cutAt, record: '已拉闸' })).words
    expect(cut('2026-03-02T01:00:00.000Z')).toContain('尚未到')
    expect(cut('2026-03-03T01:00:00.000Z')).toContain('不能晚于现在')
    play.to('2026-03-03T02:00:00.000Z')
    expect(cut('2026-03-03T00:59:00.000Z')).toContain('尚未到')
    expect(cut('2026-03-03T01:00:00.000Z')).toBe('')
    expect(where(play, 'force')).toEqual(['force.power-cut'])
  })

  it('records no cut that was carried out at night, whatever had been announced', () => {
    const play = played({}, ...defied)
    const notice = { supply: 'power', supplier: '国网', reason: '仍在生产' }
    play.act(actor('gao'), 'notify-power-cut', { ...notice, cutAt: '2026-03-03T13:30:00.000Z' })
    play.to('2026-03-04T01:00:00.000Z')
    const cut = (cutAt: string) =>
      refusal(() => play.act(actor('lin'), 'cut-power', { cutAt, record: '已拉闸' })).words
    expect(cut('2026-03-03T14:30:00.000Z')).toContain('行政强制法第四十三条')
    expect(cut('2026-03-03T13:45:00.000Z')).toBe('')
  })

  it('cuts no power at night nor on a legal holiday, except in an emergency', () => {
    const play = played({}, ...defied)
    const announced = (cutAt: string, emergency = false) =>
      refusal(() =>
        play.act(actor('gao'), 'notify-power-cut', {
          supply: 'power',
          supplier: '国网',
          reason: '仍在生产',
          cutAt,
          emergency,
        }),
      ).words
    expect(announced('2026-03-04T14:00:00.000Z')).toContain('行政强制法第四十三条')
    expect(announced('2026-03-04T21:59:00.000Z')).toContain('夜间')
    expect(announced('2026-04-05T02:00:00.000Z')).toContain('法定节假日')
    expect(announced('2026-03-04T13:59:00.000Z', true)).toBe('')
  })

  it('announces a cut for a Sunday in the day, which is no legal holiday', () => {
    const play = played({}, ...defied)
    play.act(actor('gao'), 'notify-power-cut', {
      supply: 'power',
      supplier: '国网',
      reason: '仍在生产',
      cutAt: '2026-03-07T22:00:00.000Z',
    })
    expect(where(play, 'force')).toEqual(['force.power-notice'])
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
