// Does a decision stay inside the standard that was notified, and does it say why where it does not?
import { describe, expect, it, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { day, investigated, matter, prosecuting, sample } from '../samples.ts'

/** The report of the samples proposes 20,000 yuan. */
const standard = { cause: 'AQ-1', causeName: '示例', step: 'serious', rangeFrom: 15_000 }

const heard = (more: object) =>
  prosecuting(
    matter,
    day,
    ...investigated(),
    ['chen', 'approve-report'],
    ['lin', 'notify-penalty', { ...sample('notify-penalty'), ...more }],
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
  )

const decides = (notice: object, decision: object): string => {
  const play = heard(notice)
  const data = { ...sample('decide-penalty'), ...decision }
  return refusal(() => play.act(actor('gao'), 'decide-penalty', data)).words
}

describe('where the notice has named a step of 15,000 to 50,000 yuan', () => {
  const notice = { ...standard, rangeTo: 50_000 }

  it('a milder fine is decided down to the lower end without a word', () => {
    expect(decides(notice, { fine: 20_000 })).toBe('')
    expect(decides(notice, { fine: 15_000 })).toBe('')
  })

  it('a fine below it needs a reason', () => {
    const words = decides(notice, { fine: 14_999 })
    for (const one of ['15,000–50,000', '低于下限1元', '第三十四条']) expect(words).toContain(one)
    expect(decides(notice, { fine: 14_999, departure: '主动消除后果' })).toBe('')
  })

  it('a warning in place of the fine needs a reason too', () => {
    expect(decides(notice, { penalties: ['warning'], fine: undefined })).toContain('低于下限')
  })

  it('takes no reason for what does not depart', () => {
    expect(decides(notice, { fine: 15_000, departure: '从轻' })).toContain('无须填写')
  })
})

describe('where the notice has said why its fine lies outside', () => {
  const notice = { ...standard, step: 'ordinary', rangeFrom: 5_000, rangeTo: 15_000 }
  const reasoned = { ...notice, departure: '当事人拒不改正' }

  it('that reason goes for the fine that was notified', () => {
    expect(decides(reasoned, { fine: 20_000 })).toBe('')
  })

  it('it does not go for another one outside', () => {
    expect(decides(reasoned, { fine: 16_000 })).toContain('高于上限1,000元')
    expect(decides(reasoned, { fine: 16_000, departure: '部分改正' })).toBe('')
    expect(decides(reasoned, { fine: 4_000 })).toContain('低于下限')
  })
})

it('asks for nothing where no standard was named', () => {
  expect(decides({}, { fine: 1 })).toBe('')
})

test('the form asks for the reason only where a standard was notified, and says which', () => {
  const asked = (more: object) =>
    enforcementCase.events['decide-penalty']
      ?.fieldsFor?.(heard(more).record(), { at: `${day}T01:00:00Z`, calendars: [] } as never)
      .find(({ name }) => name === 'departure')
  expect(asked({})).toBeUndefined()
  expect(JSON.stringify(asked({ ...standard, rangeTo: 50_000 }))).toContain('15,000–50,000元')
})

test('the form begins with the facts and the basis that were notified', () => {
  const fields = enforcementCase.events['decide-penalty']?.fieldsFor?.(heard({}).record(), {
    at: `${day}T01:00:00Z`,
    calendars: [],
  } as never)
  const startOf = (field: string) => fields?.find(({ name }) => name === field)?.value
  const { facts, basis } = sample('notify-penalty') ?? {}
  expect([startOf('facts'), startOf('basis')]).toEqual([facts, basis])
})
