// Does a case remember that its party has agreed to be served electronically (处罚法 61(2), 民诉法 90)?
import { expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { day, matter, noticed, prosecuting } from '../samples.ts'

test('a paper is sent electronically again once the party has agreed in writing', () => {
  const consent = ['00000000-0000-4000-8000-000000000001']
  const electronic = { method: 'electronic', servedOn: day, receiver: '毛总' }
  const play = prosecuting(matter, day, ...noticed().slice(0, -1))
  const form = (type: string) =>
    enforcementCase.events[type]?.fieldsFor?.(play.record(), { at: `${day}T01:00:00.000Z` }) ?? []
  const asked = (type: string) => form(type).some(({ name }) => name === 'consent')
  expect(asked('serve-notice')).toBe(true)
  play.does(['lin', 'serve-notice', { ...electronic, consent }])
  expect(play.context().electronicConsent).toBe(true)
  expect(asked('serve-decision')).toBe(false)
  expect(form('serve-decision').find(({ name }) => name === 'method')).toMatchObject({
    value: 'electronic',
  })
  play.does(
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision', electronic],
  )
  expect(play.where('handling')).toBe('handling.performing')
})
