// Do the worked examples of the law come out in a running case, on its clocks and on its papers alike?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseView } from '../../../contract/case/cases.ts'
import { inChinese } from '../../../domain/documents/document-source.ts'
import { carriedOut, registration } from '../measures/measure-samples.ts'
import { openProsecution, type Prosecution } from '../prosecution.ts'

let cases: Prosecution
beforeAll(async () => {
  cases = await openProsecution()
})
afterAll(() => cases?.house.close())

const clockOf = (clocks: CaseView['clocks'], clock: string) =>
  clocks.find((one) => one.clock === clock)

test('13: evidence registered on 2026-09-29 is disposed of by 2026-10-14, over the national holiday', async () => {
  const id = await cases.opened('2026-09-29')
  await cases.does('gao', id, 'approve-filing')
  await cases.does('lin', id, 'propose-measure', registration)
  await cases.does('gao', id, 'approve-measure')
  await cases.does('lin', id, 'carry-out-measure', { ...carriedOut, takenOn: '2026-09-29' })
  const { dueAt } = await cases.itemOf('lin', id)
  // Midnight after that day, in China.
  expect(dueAt).toBe('2026-10-14T16:00:00.000Z')
  const paper = await cases.printed(id, 'evidence-notice')
  expect(paper).toContain(inChinese('2026-10-14'))
  expect(paper).toContain('第五十六条')
})

test('15(a): told on Thursday 2026-04-30 a hearing is asked for until 2026-05-11, past May Day and its Saturday', async () => {
  const id = await cases.told('2026-04-30', { fine: 50_000 })
  expect(clockOf((await cases.view('mao', id)).clocks, 'hearing-request')?.due).toBe('2026-05-11')
  expect(await cases.printed(id, 'hearing-right')).toContain('5个工作日内')
})

test('17(b): filed on 2026-03-10 it is decided by 2026-06-08, by article 60 until the order is loaded', async () => {
  const id = await cases.opened('2026-03-10')
  await cases.does('gao', id, 'approve-filing')
  expect(clockOf((await cases.view('gao', id)).clocks, 'decision')).toMatchObject({
    due: '2026-06-08',
    provisional: true,
  })
})
