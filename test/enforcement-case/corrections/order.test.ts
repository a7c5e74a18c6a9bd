// When is a party ordered to correct, when has it refused, and how does its case wait for that?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, matter, noticed, prosecuting, sample } from '../samples.ts'
import { order, recheckedOn } from './correction-samples.ts'
import { itemTask, openedBy, ordered, type Play, rechecked, served } from './refusing.ts'

describe('the order to correct', () => {
  it('is read by the party, waits for its re-check, and lets nobody close the case', () => {
    const play = ordered(['chen', 'publish-penalty'], ['lin', 'record-payment'])
    const fact = play.facts.find(({ type }) => type === 'order-correction')
    expect(fact?.audience).toBe('party')
    expect([play.due('correction'), itemTask(play) === '']).toEqual(['2026-03-06', false])
    play.does(['lin', 'propose-closing'])
    expect(refusal(() => play.does(['gao', 'approve-closing'])).words).toContain('尚未复查')
    play.does(['until', '2026-03-06'])
    rechecked(play, 'correction-done', recheckedOn('2026-03-06'))
    play.does(['gao', 'approve-closing'])
    expect(play.record().status).toBe('closed')
    expect(openedBy(play)).toBeUndefined()
  })

  it('is one at a time, not before anything was found, not for the past, and by two certificates', () => {
    const early = prosecuting(matter, day, ['gao', 'approve-filing'])
    const orders = (data: object): Line => ['lin', 'order-correction', { ...order, ...data }]
    expect(refusal(() => early.does(orders({}))).words).toContain('尚未查明')
    const play = prosecuting(matter, day, ...decided)
    const why = (data: object) => refusal(() => play.does(orders(data))).words
    expect(why({ correctBy: '2026-03-01' })).toContain('不得早于今日')
    expect(why({ certificates: ['浙执001'] })).toContain('不得少于两人')
    play.does(orders({}))
    expect(why({})).toContain('尚未复查')
  })

  it('is withdrawn by two, and given again', () => {
    const play = ordered()
    rechecked(play, 'drop-correction', { reason: '责令改正内容有误' })
    expect(Object.values(play.record().items ?? {})).toEqual([])
    play.does(['lin', 'order-correction'])
    expect(play.record().itemsOpened?.correction).toBe(2)
  })

  it('is told of when its time is over', () => {
    const play = ordered(['until', '2026-03-07'])
    const told = play.effects.flatMap((one) =>
      one.kind === 'notice' && one.escalationLevel === 'correction-over' ? one.groups : [],
    )
    expect(told).toContain('330802-bureau/inspector')
  })
})

describe('a refusal', () => {
  const why = (play: Play, on: string) =>
    refusal(() =>
      play.act(author('lin'), 'correction-refused', recheckedOn(on), { taskId: itemTask(play) }),
    ).words

  it('is none before the time to correct is over, nor in the future', () => {
    const play = ordered(['until', '2026-03-06'])
    expect(why(play, '2026-03-06')).toContain('未届满')
    expect(why(play, '2026-03-07')).toContain('不得晚于今日')
  })

  it('of somebody who was not fined opens nothing', () => {
    const told = prosecuting(matter, day, ...noticed(), ['lin', 'order-correction'])
    told.does(['until', '2026-03-09'])
    expect(why(told, '2026-03-09')).toContain('第一百一十二条')
    const warned = prosecuting(
      matter,
      day,
      ...noticed(3),
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['lin', 'weigh-defence'],
      ['gao', 'decide-penalty', sample('decide-penalty', 1)],
      ['lin', 'serve-decision'],
      ['lin', 'order-correction'],
      ['until', '2026-03-09'],
    )
    expect(why(warned, '2026-03-09')).toContain('未受到已生效的罚款处罚')
  })

  it('is none of a person: daily fines are for enterprises', () => {
    const { enterprise: _, ...nameless } = matter
    const someone = { ...nameless, partyKind: 'individual', partyName: '某个人' }
    const spoken: Line = ['lin', 'waive-rights', sample('waive-rights')]
    const lines = decided.map((line): Line => (line[1] === 'waive-rights' ? spoken : line))
    const heard: Line[] = [
      ['lin', 'order-correction'],
      ['until', '2026-03-09'],
    ]
    const play = prosecuting(someone, day, ...lines, ...heard)
    expect(why(play, '2026-03-09')).toContain('生产经营单位')
  })

  it('is found after the fine has reached the party, and by nobody who has recused himself', () => {
    const play = prosecuting(
      matter,
      day,
      ...noticed(),
      ['lin', 'order-correction', { ...order, correctBy: day }],
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['until', '2026-03-05'],
      ['lin', 'weigh-defence'],
      ['gao', 'decide-penalty'],
      ['lin', 'serve-decision', served('2026-03-05')],
    )
    expect(why(play, '2026-03-04')).toContain('不得早于处罚决定送达之日2026-03-05')
    expect(why(play, '2026-03-05')).toBe('')

    const recused = prosecuting(
      matter,
      day,
      ['gao', 'approve-filing'],
      ['zhou', 'recuse', sample('recuse')],
      ...decided.slice(1),
      ['lin', 'order-correction'],
      ['until', '2026-03-09'],
    )
    const taskId = itemTask(recused)
    const finds = (who: string) => () =>
      recused.act(author(who), 'correction-refused', recheckedOn('2026-03-09'), { taskId })
    expect(refusal(finds('zhou')).words).toContain('第四十三条')
    finds('lin')()
    const signs = () => recused.act(author('zhou'), 'sign', {}, { taskId })
    expect(refusal(signs).words).toContain('第四十三条')
  })

  it('is found by two, and opens a case of its own that knows fine, order and re-check', () => {
    const play = ordered(['until', '2026-03-09'])
    play.act(author('lin'), 'correction-refused', recheckedOn('2026-03-09'), {
      taskId: itemTask(play),
    })
    expect(openedBy(play)).toBeUndefined()
    play.act(author('wu'), 'sign', {}, { taskId: itemTask(play) })
    const { process, data, opener } = openedBy(play)
    expect([process, opener.id]).toEqual(['enforcement-case', play.record().id])
    expect(data).toMatchObject({
      source: 'refusal',
      refusedCase: play.record().id,
      refusedNumber: play.record().number,
      originalFine: 20_000,
      orderedOn: day,
      recheckedOn: '2026-03-09',
      enterprise: matter.enterprise,
    })
    expect(play.record().links).toHaveLength(1)
  })
})
