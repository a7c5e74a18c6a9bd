// In which order are people called, and what does each thing known of a call count for?
import { expect, test } from 'vitest'
import { sentBy } from '../../activities/channels/exchange.ts'
import { smsReport } from '../../activities/channels/sms.ts'
import { voiceReport } from '../../activities/channels/voice.ts'
import { callChannels, callFacts, hasReached, standingOf } from '../../domain/calls/channels.ts'
import { callOrder, hoursAt } from '../../domain/calls/order.ts'
import { maskedNumber, mobileNumber, withoutNumbers } from '../../domain/calls/phone.ts'

const beijing = (time: string) => new Date(`2026-03-02T${time}:00+08:00`).toISOString()
const channelsAt = (level: string, time: string, setUp = [...callChannels]) =>
  callOrder(level, beijing(time), setUp).steps.map(({ channel }) => channel)

test('day is from eight to eight in the evening', () => {
  expect(
    ['07:59', '08:00', '19:59', '20:00', '03:00'].map((time) => hoursAt(beijing(time))),
  ).toEqual(['night', 'day', 'day', 'night', 'night'])
})

test('by day the app comes first and the telephone last, by night the telephone wakes first', () => {
  expect(channelsAt('again', '10:00')).toEqual(['app', 'dingtalk', 'wecom', 'sms', 'voice'])
  expect(channelsAt('again', '03:00')).toEqual(['voice', 'sms', 'dingtalk', 'wecom'])
})

test('leaders are not waited for at a desk', () => {
  expect(channelsAt('leader', '10:00')).toEqual(['sms', 'voice', 'dingtalk', 'wecom'])
  expect(channelsAt('city', '03:00')).toEqual(channelsAt('again', '03:00'))
})

test('a channel that nobody has set up is left out', () => {
  expect(channelsAt('again', '10:00', ['sms'])).toEqual(['app', 'sms'])
  expect(channelsAt('again', '03:00', [])).toEqual([])
})

test('no step waits for nothing, and there are rounds', () => {
  for (const time of ['03:00', '10:00'])
    for (const level of ['again', 'leader', 'city', 'another']) {
      const { steps, rounds, restSeconds } = callOrder(level, beijing(time), callChannels)
      expect(Math.min(...steps.map(({ seconds }) => seconds))).toBeGreaterThanOrEqual(20)
      expect([rounds >= 1, restSeconds > 0]).toEqual([true, true])
      expect(new Set(steps.map(({ channel }) => channel)).size).toBe(steps.length)
    }
})

test('promise (alarms): accepted by a gateway, delivered and answered are three things, and nothing heard is none of them', () => {
  expect(standingOf([])).toBe('dialling')
  expect(standingOf(['accepted'])).toBe('accepted')
  expect(standingOf(['accepted', 'delivered'])).toBe('delivered')
  expect(standingOf(['unknown', 'delivered', 'answered'])).toBe('answered')
  expect(standingOf(['unknown'])).toBe('unknown')
  expect(callFacts.filter((fact) => hasReached(standingOf([fact])))).toEqual([
    'delivered',
    'answered',
  ])
  for (const fact of callFacts) expect(standingOf([fact])).toBe(fact)
})

const verdict = ({ errcode }: Record<string, unknown>) => ({ ok: errcode === 0, code: errcode })

test('an errcode under HTTP 200 is a refusal; no answer is no yes', () => {
  expect(sentBy({ status: 200, body: { errcode: 0 } }, verdict)).toMatchObject({ fact: 'accepted' })
  expect(sentBy({ status: 200, body: { errcode: 310_000 } }, verdict)).toEqual({
    fact: 'refused',
    detail: '310000',
  })
  expect(sentBy({ status: 401, body: {} }, verdict)).toEqual({
    fact: 'refused',
    detail: 'HTTP 401',
  })
  expect(sentBy({ status: 200, body: {} }, verdict)).toMatchObject({ fact: 'unknown' })
  expect(sentBy({ status: 502, body: { errcode: 0 } }, verdict)).toMatchObject({ fact: 'unknown' })
  expect(sentBy({ status: null, reached: true, detail: 'TIMEOUT' }, verdict)).toEqual({
    fact: 'unknown',
    detail: 'TIMEOUT',
  })
  expect(sentBy({ status: null, reached: false, detail: 'ECONNREFUSED' }, verdict)).toEqual({
    fact: 'unreachable',
    detail: 'ECONNREFUSED',
  })
})

test('what a gateway says is kept without the number that it repeats', () => {
  const said = { errcode: 'isv.MOBILE_NUMBER_ILLEGAL 13800000001' }
  expect(sentBy({ status: 200, body: said }, verdict).detail).toBe('isv.MOBILE_NUMBER_ILLEGAL …')
  expect(withoutNumbers('tel 0570-3021234  ext')).toBe('tel 0570-… ext')
})

test('a telephone that is picked up is not an answer, the key is', () => {
  const report = (body: object) =>
    voiceReport({ status: 200, body: { errcode: 0, ...body } }).map(({ fact }) => fact)
  expect(report({ state: 'ringing' })).toEqual([])
  expect(report({ state: 'picked-up', key: null })).toEqual(['delivered'])
  expect(report({ state: 'picked-up', key: '9' })).toEqual(['delivered'])
  expect(report({ state: 'picked-up', key: '1' })).toEqual(['delivered', 'answered'])
  expect(report({ state: 'no-answer', key: '1' })).toEqual(['undelivered'])
  expect(
    voiceReport({ status: 200, body: { errcode: 404, state: 'picked-up', key: '1' } }),
  ).toEqual([])
  expect(voiceReport({ status: null, reached: false, detail: '' })).toEqual([])
})

test('of the reports of a message only its own counts', () => {
  const report = (...list: object[]) =>
    smsReport(
      { status: 200, body: { Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: list } } },
      'c-1',
    ).map(({ fact }) => fact)
  expect(report({ OutId: 'c-1', SendStatus: 1 })).toEqual([])
  expect(report({ OutId: 'c-2', SendStatus: 3 })).toEqual([])
  expect(report({ OutId: 'c-2', SendStatus: 2 }, { OutId: 'c-1', SendStatus: 3 })).toEqual([
    'delivered',
  ])
  expect(report({ OutId: 'c-1', SendStatus: 2, ErrCode: 'MK:0001' })).toEqual(['undelivered'])
  expect(smsReport({ status: 200, body: { Code: 'OK' } }, 'c-1')).toEqual([])
})

test('only a mobile number can be called, and it is shown with its middle covered', () => {
  expect(mobileNumber('+86 138-0000-0001')).toBe('13800000001')
  expect(mobileNumber('0570-3021234')).toBeNull()
  expect(mobileNumber('12800000001')).toBeNull()
  expect(mobileNumber(13_800_000_001)).toBeNull()
  expect(maskedNumber('13800000001')).toBe('138****0001')
})
