// Who may recuse himself, until when, and does the case go on without him (处罚法 43)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { registration } from '../measures/measure-samples.ts'
import { day, decided, matter, noticed, prosecuting, sample } from '../samples.ts'

const refused = (...lines: Line[]) => refusal(() => prosecuting(matter, day, ...lines)).words
const filed: Line = ['gao', 'approve-filing']

describe('a case whose head has recused himself', () => {
  const up: Line = ['chen', 'hand-to-superior']
  const upWith = (data: object): Line => [
    'chen',
    'hand-to-superior',
    { ...sample('hand-to-superior'), ...data },
  ]
  const groupsOf = (play: ReturnType<typeof prosecuting>) =>
    Object.values(play.record().openTasks).flatMap(({ groups }) => groups)

  it('goes to the superior with its measures, as its leaders have agreed, and goes on there', () => {
    const play = prosecuting(matter, day, filed, ['lin', 'propose-measure', registration])
    play.does(['gao', 'recuse'], up)
    expect(play.record().region).toBe('330800')
    expect(groupsOf(play).length).toBeGreaterThan(1)
    for (const group of groupsOf(play)) expect(group).toContain('330800')
    expect(play.facts.at(-1)).toMatchObject({ type: 'hand-to-superior', audience: 'party' })
    const measure = Object.values(play.record().openTasks).find(({ item }) => item !== undefined)
    play.act(author('shi'), 'approve-measure', {}, { taskId: measure?.id ?? '' })
    expect(Object.values(play.record().items ?? {})[0]?.snapshot.value).toBe('approved')
    expect(refusal(() => play.does(['lin', 'record-evidence'])).code).not.toBe('none')
  })

  it('stays where nobody has stood aside, where it is decided, and with the city', () => {
    expect(refused(filed, up)).toContain('负责人未回避')
    expect(refused(filed, ['lin', 'recuse'], up)).toContain('负责人未回避')
    expect(refused(filed, ['gao', 'recuse'], upWith({ discussedOn: '2026-03-03' }))).toContain(
      '不得晚于今日',
    )
    expect(refused(...decided, up)).toContain('处罚决定已作出')
    const city = prosecuting(matter, day, filed, ['gao', 'recuse'], up, ['shi', 'recuse'])
    expect(refusal(() => city.does(['ke', 'hand-to-superior'])).words).toContain('省级机关')
  })
})

describe('a case', () => {
  it('goes on without whoever has recused himself, first or second', () => {
    const recused: Line[] = [filed, ['lin', 'recuse']]
    expect(refused(...recused, ['lin', 'record-evidence'])).toContain('第四十三条')
    expect(refused(...recused, ['wu', 'record-evidence'], ['lin', 'sign'])).toContain('第四十三条')
    expect(refused(...recused, ['lin', 'recuse'])).toContain('已申请回避')
    expect(refused(...recused, ['wu', 'record-evidence'], ['zhou', 'sign'])).toBe('')
  })

  it('goes on without what a recused officer has proposed', () => {
    const proposed: Line[] = [filed, ['lin', 'record-evidence'], ['lin', 'recuse']]
    const anew = { ...sample('record-evidence'), content: '重新取证' }
    expect(refused(...proposed, ['wu', 'sign'])).toContain('第四十三条')
    expect(refused(...proposed, ['wu', 'record-evidence', anew], ['zhou', 'sign'])).toBe('')
  })

  it('lets everybody of every post recuse himself until the decision, and then act no more', () => {
    const rest = (who: string, ...more: Line[]) => refused(...noticed(), [who, 'recuse'], ...more)
    const waived: Line = ['mao', 'waive-rights', { statement: '放弃' }]
    for (const who of ['lin', 'chen', 'fa', 'gao']) expect([who, rest(who)]).toEqual([who, ''])
    expect(rest('lin', waived, ['lin', 'weigh-defence'])).toContain('上级机关指定')
    expect(rest('lin', waived, ['wu', 'weigh-defence'])).toBe('')
    expect(rest('gao', waived, ['wu', 'weigh-defence'], ['gao', 'decide-penalty'])).toContain(
      '第四十三条',
    )
    expect(rest('lin', ['lin', 'propose-measure', registration])).toContain('第四十三条')
    expect(rest('lin', ['lin', 'claim'])).toContain('第四十三条')
    expect(refused(...decided, ['lin', 'recuse'])).toContain('处罚决定已作出')
  })
})
