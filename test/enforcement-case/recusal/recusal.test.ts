// Who may recuse himself, until when, and does the case go on without him (处罚法 43)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { registration } from '../measures/measure-samples.ts'
import { day, decided, matter, noticed, prosecuting, sample } from '../samples.ts'

const refused = (...lines: Line[]) => refusal(() => prosecuting(matter, day, ...lines)).words
const filed: Line = ['gao', 'approve-filing']

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
