// What may nobody do with an alarm, and does the refusal say why?
import { describe, expect, it } from 'vitest'
import { rules } from '../../domain/alarm-episode/rules.ts'
import { acknowledgedFirst } from '../../domain/duty/kinds.ts'
import { rulesWith } from '../../domain/law/entered.ts'
import { later } from '../../domain/time/instant.ts'
import { refusal } from '../case/acting.ts'
import { anybody, eventBy } from '../support/processes/rule-verdicts.ts'
import { raising } from './playing.ts'
import { drill, gas, raised, samples, start } from './samples.ts'

const until = (hours: number) => later(start, hours * 3_600_000)
const refused = (
  play: ReturnType<typeof raising>,
  who: string,
  type: string,
  data?: Record<string, unknown>,
) => refusal(() => play.does([who, type, ...(data ? [data] : [])] as never)).words

describe('putting aside', () => {
  it.each([
    ['shelve', 8, { reason: '扰动' }],
    ['suppress', 24, { ground: '开车' }],
  ])('%s: not into the past, and for %i hours at most', (type, most, why) => {
    const put = (hours: number) =>
      refused(raising(raised), 'dan', type, { until: until(hours), ...why })
    expect(put(-1)).toContain('须在此刻之后')
    expect(put(most + 0.1)).toContain('最迟到')
    expect(put(most)).toBe('')
    expect(
      refused(raising(raised), 'dan', type, { until: '2026-02-31T00:00:00Z', ...why }),
    ).not.toBe('')
  })

  it('by the hours that the bureau has entered, in its own place', () => {
    const entry = {
      kind: 'rule' as const,
      rule: 'alarm-episode.shelving-max',
      region: '330802',
      from: '2026-01-01',
      n: 4,
      source: '试验',
      running: null,
      norm: { zh: '试验规定', en: 'Trial rules' },
      article: { zh: '试验规定第3条', en: 'Trial rules art. 3' },
      confidence: 'V' as const,
    }
    const entered = rulesWith([{ id: 'p1', entry }])
    const { context } = raising(raised).record().snapshot
    const shelved = (region: string, hours: number) =>
      rules.shelvable({
        context: context as never,
        event: {
          ...eventBy(anybody('dan'), { until: until(hours) }, start),
          rules: entered,
          region,
        },
      })
    expect([shelved('330802', 4), shelved('330803', 8)]).toEqual([true, true])
    expect(shelved('330802', 5)).toMatchObject({ zh: expect.stringContaining('试验规定第3条') })
  })

  it('out of service wants a permit, for 30 days at most', () => {
    expect(refused(raising(raised), 'dan', 'take-out-of-service', { until: until(24) })).toContain(
      '作业票',
    )
    expect(
      refused(raising(raised), 'dan', 'take-out-of-service', {
        permit: '1',
        until: until(24 * 32),
      }),
    ).toContain('最迟到')
    expect(refused(raising(raised), 'dan', 'take-out-of-service')).toBe('')
  })

  it('promise (alarms): what kills and is acknowledged by nobody is not taken out of service, once it is acknowledged it may be', () => {
    for (const kind of ['gas', 'fire', 'trapped', 'emergency']) {
      const unheard = raising({ ...gas, kind })
      expect(refused(unheard, 'dan', 'take-out-of-service')).toBe(acknowledgedFirst.zh)
      const atPlant = [
        'devices',
        'acknowledged-at-plant',
        { at: start, standing: 'acknowledged' },
      ] as const
      expect(refused(raising({ ...gas, kind }, [...atPlant]), 'dan', 'take-out-of-service')).toBe(
        '',
      )
    }
  })

  it('promise (alarms): people trapped, gas, fire and calls for help of level 1 are silenced in the case by nobody away from the plant', () => {
    for (const kind of ['gas', 'fire', 'trapped', 'emergency'])
      for (const type of ['shelve', 'suppress']) {
        expect(refused(raising({ ...gas, kind }), 'dan', type)).toContain('只能由企业现场处置')
        expect(refused(raising({ ...gas, kind }), 'du', type)).toContain('只能由企业现场处置')
        expect(refused(raising({ ...gas, kind, level: 2 }), 'dan', type)).toBe('')
      }
    expect(refused(raising({ ...gas, kind: 'pressure' }), 'dan', 'shelve')).toBe('')
  })

  it('promise (alarms): what the desk may not shelve in its list, nobody puts aside in the case', () => {
    const refusedOf = (form: object) =>
      ['shelve', 'suppress'].map((type) => refused(raising({ ...raised, ...form }), 'dan', type))
    for (const [form, words] of [
      [{ condition: 'feed-silent', kind: 'other' }, '接入中断和洪泛不可搁置'],
      [{ condition: 'flood', kind: 'other' }, '接入中断和洪泛不可搁置'],
      [{ shelvable: false }, '该测点登记为不可搁置'],
    ] as const)
      expect(refusedOf(form)).toEqual([words, words])
    expect(refusedOf({ shelvable: true })).toEqual(['', ''])
  })

  it('is the desk’s own: the enterprise, inspectors and devices may not', () => {
    for (const who of ['qi', 'lin', 'gao', 'devices'])
      expect(refused(raising(raised), who, 'shelve')).toContain('值班员')
  })
})

describe('acknowledging', () => {
  it('is the desk’s, of the county or the city; the enterprise only notes it', () => {
    expect(refused(raising(raised), 'du', 'acknowledge')).toBe('')
    expect(refused(raising(raised), 'qi', 'acknowledge')).not.toBe('')
    expect(refused(raising(raised), 'dan', 'acknowledge-at-enterprise')).toContain('企业')
    expect(refused(raising(raised), 'qi', 'acknowledge-at-enterprise')).toBe('')
  })
})

describe('rising', () => {
  it('goes up only', () => {
    for (const level of [2, 3])
      expect(refused(raising(raised), 'devices', 'escalate', { level, at: start })).toContain(
        '没有升高',
      )
    expect(refused(raising(raised), 'devices', 'escalate', { level: 1, at: start })).toBe('')
  })
})

describe('concluding', () => {
  it('nothing ends while it is active: what it goes on telling must find its case', () => {
    const play = raising(raised, ['dan', 'acknowledge'])
    for (const data of samples.conclude ?? [])
      expect(refused(play, 'dan', 'conclude', data)).not.toBe('')
    play.does(['devices', 'return-to-normal'], ['dan', 'conclude', samples.conclude?.[0] ?? {}])
    expect(play.record().status).toBe('closed')
  })

  it('a genuine one says what was done, and an exercise is none', () => {
    const ready = (form: object) =>
      raising({ ...form, latching: false }, ['dan', 'acknowledge'], ['devices', 'return-to-normal'])
    const genuine = { outcome: 'genuine', findings: '属实' }
    expect(refused(ready(raised), 'dan', 'conclude', genuine)).toContain('处置措施')
    expect(refused(ready(drill), 'dan', 'conclude', { ...genuine, measures: '关阀' })).toContain(
      '演练',
    )
    expect(
      refused(ready(drill), 'dan', 'conclude', { outcome: 'test', findings: '科目完成' }),
    ).toBe('')
  })
})

describe('the device', () => {
  it('is asked to acknowledge and to reset by whoever did so here, and not to put anything aside: then it would tell no more', () => {
    const play = raising(
      gas,
      ['dan', 'acknowledge'],
      ['devices', 'return-to-normal', samples['return-to-normal']?.[1] ?? {}],
      ['du', 'reset'],
    )
    const eventBy = (one: ReturnType<typeof raising>) =>
      one.effects.flatMap((effect) => (effect.kind === 'device' ? [[effect.verb, effect.by]] : []))
    expect(eventBy(play)).toEqual([
      ['acknowledge', '单值班'],
      ['reset', '杜值班'],
    ])
    expect(
      eventBy(raising(raised, ['dan', 'shelve'], ['qi', 'acknowledge-at-enterprise'])),
    ).toEqual([])
  })
})

describe('what follows from it', () => {
  it('an exercise starts an exercise only, and the link says so; a true alarm no exercise', () => {
    const [real, exercise] = samples['start-emergency'] ?? []
    expect(refused(raising(drill), 'dan', 'start-emergency', real)).toContain('只能按演练启动')
    expect(refused(raising(gas), 'dan', 'start-emergency', exercise)).toContain('不得按演练')
    const started = (form: object, how = {}) => {
      const play = raising({ ...form }, ['gao', 'start-emergency', how])
      return play.record().links
    }
    expect(started(drill, exercise)).toMatchObject([
      { process: 'emergency-response', status: 'waiting', drill: true },
    ])
    expect(started(gas, real)?.[0]).not.toHaveProperty('drill')
  })

  it('each once, and no hazard comes of an exercise', () => {
    const play = raising(gas, ['dan', 'start-emergency'], ['dan', 'report-hazard'])
    expect(refused(play, 'du', 'start-emergency')).toContain('已经启动')
    expect(refused(play, 'du', 'report-hazard')).toContain('已经转为')
    expect(refused(raising(drill), 'dan', 'report-hazard')).toContain('演练')
    expect(play.where()).toBe('response.unacknowledged')
    expect(
      play.effects.flatMap((one) =>
        one.kind === 'case' ? [[one.process, one.by, one.data.enterprise, one.data.region]] : [],
      ),
    ).toEqual([
      ['emergency-response', 'dan', 'e-1', '330802'],
      ['hazard-rectification', 'dan', 'e-1', '330802'],
    ])
  })
})
