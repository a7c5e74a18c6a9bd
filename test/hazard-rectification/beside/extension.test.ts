import { describe, expect, it } from 'vitest'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { general, type Line, listedByCity, played, sample, where } from '../charted.ts'

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

  const groupsSince = (play: ReturnType<typeof askedOnTheLastDay>, before: number) =>
    play.effects.slice(before).flatMap((one) => ('groups' in one ? one.groups : []))

  it('never answered holds nothing back beyond the days for it: who owes it is told, and the levels go on', () => {
    const play = askedOnTheLastDay()
    const before = play.effects.length
    play.to('2026-07-05T15:59:00.000Z')
    expect(where(play, 'supervision')).toEqual(['supervision.none'])
    play.to('2026-07-05T16:30:00.000Z')
    expect(where(play, 'handling', 'supervision')).toEqual([
      'handling.rectifying.expired',
      'supervision.none',
    ])
    expect(groupsSince(play, before)).toEqual(
      expect.arrayContaining([
        '330802-bureau/section-chief',
        '330802-bureau/leader',
        'enterprise:e-1/enterprise-principal',
      ]),
    )
    expect(rectificationOf(play)).toMatchObject({ due: '2026-07-05', status: 'overdue' })
    play.to('2026-07-07T01:00:00.000Z')
    expect(where(play, 'supervision')).toEqual(['supervision.red.told'])
    const later = play.effects.length
    play.to('2026-07-12T01:00:00.000Z')
    expect(groupsSince(play, later)).toContain('330800-committee/supervisor')
  })

  it('unanswered while its date is still to come may be answered until then, and not after it', () => {
    const order: Line = ['lin', 'issue-order', { dueDate: '2026-06-30', requirements: '更换' }]
    const asked = () => played({}, ...general, order, ['until', '2026-06-22'], request)
    const late = asked()
    late.to('2026-06-28T01:00:00.000Z')
    expect(where(late, 'handling')).toEqual(['handling.rectifying.extension-asked'])
    late.act(actor('chen'), 'grant-extension', sample('grant-extension'))
    expect(rectificationOf(late)).toMatchObject({ due: '2026-07-31', status: 'running' })
    const never = asked()
    never.to('2026-07-02T01:00:00.000Z')
    expect(where(never, 'handling', 'supervision')).toEqual([
      'handling.rectifying.expired',
      'supervision.red.told',
    ])
  })

  it('of a listed hazard, unanswered, is told to its lister and to whoever is above him', () => {
    const play = played({}, ...listedByCity, ['until', '2026-05-28'], request)
    const before = play.effects.length
    play.to('2026-06-11T16:30:00.000Z')
    expect(groupsSince(play, before)).toEqual(
      expect.arrayContaining([
        '330800-committee/supervisor',
        '330800-leadership/leader',
        '330000-committee/supervisor',
      ]),
    )
    play.to('2026-07-03T01:00:00.000Z')
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
