// The Temporal server killed with −9 at awkward moments: people get one answer, clocks lose no instant, notices go out once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { createClock } from '../../db/clock.ts'
import { instant } from '../../domain/case/instant.ts'
import { processes } from '../../domain/processes.ts'
import { acting, ask, expectUnavailable, insist, onceEach, startStream, timesOf } from './asking.ts'
import { type House, holdCase, openHouse, survived } from './house.ts'
import { dueAt, onTheEve, order, ordered, overdue, overdueRung, soundly, verified } from './story.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

test('while a date passes and longer than a person waits: 503, then one answer; the auditor tells how late the rung was', async () => {
  const { infra, product, people } = house
  const id = await ordered(product, people)
  const round = createRounds({ db: product.db, processes, now: Date.now, noticeWindowMs: 0 })
  const found = ({ findings }: Awaited<ReturnType<typeof round>>) =>
    findings.filter(({ caseId }) => caseId === id).map(({ kind, words }) => `${kind} ${words.zh}`)
  await onTheEve(product, id, people, 3)
  // After the date the re-check stands beside the rectification: which of them is urged must be said.
  const [task] = (await people.lin.view(id)).tasks
  await infra.temporal.kill()
  await createClock(product.db, true).setNow(instant(Date.parse(dueAt) + 600_000))
  const wish = acting(id, 'urge', { reason: '停机期间' }, 'while-away', task?.id)
  const refused = await ask(people.lin, wish)
  expectUnavailable(refused, await refused.json())
  const during = await round()
  expect(during.stalled).toBe(true)
  expect(found(during)).toContainEqual(expect.stringMatching(/^wake-missed .*已迟 10 分钟/))
  expect(found(during)).toContainEqual(expect.stringMatching(/^rung-late “整改逾期”.*已迟 10 分钟/))

  await infra.restartTemporal()
  await insist(people.lin, wish)
  await overdue(product, id)
  expect(await timesOf(product, id, 'urge')).toBe(2)
  const { firedAt, latenessMs } = await overdueRung(product, id)
  expect(firedAt).toBe(dueAt)
  const after = await round()
  const minutes = Math.round(latenessMs / 60_000)
  expect(found(after)).toContainEqual(expect.stringMatching(new RegExp(`^rung-fired-late “整改逾期”.*实际迟 ${minutes} 分钟`)))
  expect(found(after).filter((one) => /^(rung-late|wake-missed)/.test(one))).toEqual([])
  expect([minutes >= 10, after.worstLatenessMs >= latenessMs]).toEqual([true, true])
  await soundly(product, id)
})

test('in the middle of a stream of acts by five people: every wish is done once', async () => {
  const { infra, product, people } = house
  const ids = [await ordered(product, people), await ordered(product, people)]
  const stream = startStream(people, ids, 'away-1')
  await stream.answered(8)
  await infra.temporal.kill()
  expect(await people.lin.view(ids[0] ?? '')).toMatchObject({ id: ids[0] })
  await infra.restartTemporal()
  const begun = await onceEach(product, stream, ids, 'away-1')
  for (const id of [...ids, ...begun]) await soundly(product, id)
  await survived(product)
})

test('between the commit and its answer, with the notice still waiting: done once, told once', async () => {
  const { infra, product, people } = house
  const id = await verified(product, people)
  const held = await holdCase(product, id)
  const asked = insist(people.lin, acting(id, 'issue-order', order, `order-${id}`))
  await held.wanted()
  await infra.temporal.kill()
  await held.release()
  await expect.poll(() => timesOf(product, id, 'issue-order'), { timeout: 30_000 }).toBe(1)
  await infra.restartTemporal()
  const { answer } = await asked
  expect(answer).toMatchObject({ id, committed: true })
  expect(await timesOf(product, id, 'issue-order')).toBe(1)
  await soundly(product, id)
})

test('after "accepted, not yet committed": the act stands in the case when the server is back', async () => {
  const { infra, product, people } = house
  const id = await ordered(product, people)
  const held = await holdCase(product, id)
  const wish = acting(id, 'report-rectified', { description: '已更换', photos: [] }, `rectified-${id}`)
  const accepted = await ask(people.principal, wish)
  expect([accepted.status, await accepted.json()]).toEqual([202, expect.objectContaining({ committed: false })])
  await infra.temporal.kill()
  await held.release()
  await infra.restartTemporal()
  const { answer } = await insist(people.principal, wish)
  expect((await people.lin.get<{ revision: number }>(`/api/cases/${id}?minRevision=${answer.revision}`)).revision).toBe(answer.revision)
  expect(await timesOf(product, id, 'report-rectified')).toBe(1)
  await soundly(product, id)
  await survived(product)
})
