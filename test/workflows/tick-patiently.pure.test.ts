// Is a case that did not answer in time asked again, and nothing else?
import { expect, test } from 'vitest'
import { DomainError } from '../../domain/language/errors.ts'
import { tickPatiently } from '../../workflows/client.ts'

const address = { caseId: 'c-1', process: 'hazard-rectification', generation: 1 }
const answering = (...faults: (Error | null)[]) => {
  let requestCount = 0
  const tick = async () => {
    const fault = faults[requestCount]
    requestCount += 1
    if (fault) throw fault
  }
  return { tick, requestCount: () => requestCount }
}
const away = new DomainError('unavailable')

test('who answers at the third try was ticked', async () => {
  const cases = answering(away, away, null)
  await tickPatiently(cases, address, 3)
  expect(cases.requestCount()).toBe(3)
})

test('who never answers is told after so many tries', async () => {
  const cases = answering(away, away, away, null)
  await expect(tickPatiently(cases, address, 3)).rejects.toThrow('unavailable')
  expect(cases.requestCount()).toBe(3)
})

test('any other fault is reported at once', async () => {
  const cases = answering(new DomainError('not-found'), null)
  await expect(tickPatiently(cases, address, 3)).rejects.toThrow('not-found')
  expect(cases.requestCount()).toBe(1)
})
