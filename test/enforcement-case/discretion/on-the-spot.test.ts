// Does a penalty on the spot go by the standard of the violation that the party was told?
import { describe, expect, it, test } from 'vitest'
import { rules } from '../../../domain/enforcement-case/rules.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { refusal } from '../../case/acting.ts'
import { cause, entry } from '../../registers/violation-cause/samples.ts'
import { actor } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, onTheSpot, prosecuting, sample, scene } from '../samples.ts'

/** A step that leaves room for 500 to 2,000 yuan; the samples fine 1,000. */
const light = {
  ...entry,
  data: { ...cause, steps: [{ step: 'lighter', facts: '一处', from: 500, to: 2_000 }] },
}
const named = { cause: entry.number, step: 'lighter' }
const reckoned = { ...named, causeName: '示例', rangeFrom: 500, rangeTo: 2_000 }

const saidOf = (more: object): string => {
  const { context } = prosecuting(scene, day).record().snapshot
  const verdict = rules.tellLawful({
    context: context as never,
    event: {
      type: 'tell-party',
      data: { ...sample('tell-party'), ...named, ...more },
      by: actor('lin'),
      at: `${day}T01:00:00Z`,
      signatures: [],
      region: '330802',
      entries: { 'violation-cause': [light] },
    } as never,
  })
  return verdict === true ? '' : verdict.zh
}

describe('what the party is told', () => {
  it.each([500, 1_000, 2_000])('may be a fine of %i, inside the step', (fine) => {
    expect(saidOf({ fine })).toBe('')
  })

  it.each<[number, string]>([
    [499, '低于下限1元'],
    [2_001, '高于上限1元'],
  ])('is no fine of %i: outside the step it goes the ordinary way', (fine, by) => {
    const words = saidOf({ fine })
    for (const one of [by, entry.number, '当场处罚不得偏离裁量基准', '转为普通程序'])
      expect(words).toContain(one)
  })

  it('names a violation of the register by one of its steps, or none', () => {
    expect(saidOf({ cause: undefined, step: undefined })).toBe('')
    expect(saidOf({ cause: undefined })).toContain('须选择违法行为')
    expect(saidOf({ step: undefined })).toContain('须选择裁量阶次')
    expect(saidOf({ cause: 'AQ-9' })).toContain('未登记')
  })
})

const tells = (more: object = {}): Line => [
  'lin',
  'tell-party',
  { ...sample('tell-party'), ...reckoned, ...more },
]
const decides = (fine: number): Line => [
  'lin',
  'punish-on-the-spot',
  { ...sample('punish-on-the-spot'), fine },
]
const refused = (...lines: Line[]) => refusal(() => prosecuting(scene, day, ...lines)).words

test('a decision on the spot is milder than what was told, down to the lower end of the step and no further', () => {
  expect(refused(tells(), decides(500))).toBe('')
  const words = refused(tells(), decides(499))
  for (const one of ['500–2,000', '不得偏离裁量基准', '重新告知']) expect(words).toContain(one)
})

describe('one act that two penalties are about', () => {
  const fined = (more: object = {}): CaseRecord => ({
    ...prosecuting(scene, day, tells(more), ...onTheSpot().slice(1)).record(),
    id: 'c-other',
    number: '试9号',
  })
  const again = (more: object, when = day) =>
    refusal(() =>
      prosecuting(scene, when).act(
        actor('lin'),
        'tell-party',
        { ...sample('tell-party'), ...reckoned, ...more },
        { past: [fined()] },
      ),
    ).words

  it('is not fined twice on the spot on one day', () => {
    const words = again({})
    for (const one of ['试9号', day, '第二十九条']) expect(words).toContain(one)
  })

  it('may be warned of, and fined where it is another act', () => {
    expect(
      again({ penalties: ['warning'], fine: undefined, step: undefined, cause: undefined }),
    ).toBe('')
    expect(again({ otherAct: '另一车间' })).toBe('')
    expect(again({ cause: 'AQ-2' })).toBe('')
    expect(again({}, '2026-03-03')).toBe('')
  })

  it('is not fined either where the other decision came after it was told', () => {
    const play = prosecuting(scene, day, tells())
    const decide = () =>
      play.act(
        actor('lin'),
        'punish-on-the-spot',
        { ...sample('punish-on-the-spot') },
        { past: [fined()] },
      )
    expect(refusal(decide).words).toContain('第二十九条')
  })
})

test('whoever goes over to the ordinary procedure keeps nothing of the violation that was told', () => {
  const play = prosecuting(scene, day, tells())
  expect(play.context()).toMatchObject({
    cause: entry.number,
    standard: { from: 500, to: 2_000, reasonedFor: null },
  })
  play.does(['lin', 'return', { to: 'handling.telling', reason: '复杂' }], ['lin', 'go-ordinary'])
  expect(play.context()).toMatchObject({ cause: null, otherAct: null, standard: null })
})
