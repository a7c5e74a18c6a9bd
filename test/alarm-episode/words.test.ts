// Is everything of an alarm named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { devices } from '../support/people/cast.ts'
import { checkWords } from '../support/processes/process-words.ts'
import { drill, gas, light, lightest, raised, samples } from './samples.ts'

checkWords({
  process: alarmEpisode,
  samples,
  internal: [
    'raise.feed',
    'raise.alarm',
    'raise.enterprise',
    'raise.region',
    'acknowledge.measures',
    'conclude.findings',
    'start-emergency.reason',
    'hand-over.note',
    'unshelve.reason',
    'declared-over.by',
  ],
  parents: ['response', 'condition', 'quality'],
  filledByServer: {
    raise: ['alarm', 'enterprise', 'feed', 'region', 'rang', 'shelvable', 'standing'],
    acknowledge: ['seen'],
    escalate: ['rang'],
    're-alarm': ['rang'],
    'return-to-normal': ['level', 'rang', 'standing'],
    'declared-over': ['level', 'rang', 'standing'],
    'acknowledged-at-plant': ['level', 'rang', 'standing'],
    'alarm-ended': ['level', 'rang'],
  },
})

describe('the door', () => {
  it('takes what devices tell, also when they know less, and nothing without its place and its level', () => {
    const fits = (form: object) => v.safeParse(alarmEpisode.start.schema, form).success
    for (const form of [
      raised,
      light,
      lightest,
      gas,
      drill,
      { ...raised, value: null, unit: null, enterprise: null, site: null, more: 1 },
    ])
      expect(fits(form)).toBe(true)
    for (const form of [
      { ...raised, level: 5 },
      { ...raised, region: 'here' },
      { ...raised, at: 'now' },
      { ...raised, kind: 'constructor' },
    ])
      expect(fits(form)).toBe(false)
  })

  it('describes the case, and says in its title that it is an exercise', () => {
    expect(alarmEpisode.describe(raised, devices)).toEqual({
      title: '甲醇储罐 LT-101 液位高高',
      region: '330802',
      owner: 'e-1',
      site: '三号罐区',
    })
    expect(alarmEpisode.describe(drill, devices).title).toBe('【演练】可燃气体 GD-7 二级报警')
    expect(alarmEpisode.describe({}, devices)).toEqual({
      title: '',
      region: '',
      owner: null,
      site: null,
    })
  })

  it('is found by id and version', () => {
    expect([processes['alarm-episode'], processFor('alarm-episode', 1)]).toEqual([
      alarmEpisode,
      alarmEpisode,
    ])
  })
})
