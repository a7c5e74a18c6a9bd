// PostgreSQL killed with −9 at awkward moments: no case fails, no act is lost, API and worker live on and reconnect.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { createClock } from '../../db/clock.ts'
import { processes } from '../../domain/processes.ts'
import { instant } from '../../domain/time/instant.ts'
import { acting, ask, expectUnavailable, insist, onceEach, startStream, timesOf } from './asking.ts'
import { type House, holdCase, openHouse, startFaultyWorker, survived } from './house.ts'
import {
  dueAt,
  mailsIn,
  onTheEve,
  ordered,
  overdue,
  overdueEscalationLevel,
  soundly,
} from './story.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

test('while a date passes: the level fires at its own instant, late, and the auditor tells how late', async () => {
  const { infra, product, people } = house
  const id = await ordered(product, people)
  await onTheEve(product, id, people, 4)
  await createClock(product.db, true).setNow(instant(Date.parse(dueAt) + 600_000))
  await infra.postgres.kill()
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  const refused = await ask(people.lin, acting(id, 'urge', { reason: '停机期间' }, 'while-away'))
  expectUnavailable(refused, await refused.json())
  await infra.restartPostgres()
  await overdue(product, id)
  const { firedAt, latenessMs } = await overdueEscalationLevel(product, id)
  expect([firedAt, latenessMs >= 600_000]).toEqual([dueAt, true])
  const { findings } = await createRounds({
    db: product.db,
    processes,
    now: Date.now,
    noticeWindowMs: 0,
  })()
  expect(
    findings
      .filter(({ caseId, kind }) => caseId === id && kind === 'escalation-level-fired-late')
      .map(({ words }) => words.zh),
  ).toContainEqual(
    expect.stringMatching(
      new RegExp(`^“整改逾期”.*实际迟 ${Math.round(latenessMs / 60_000)} 分钟`),
    ),
  )
  await survived(product)
  await soundly(product, id)
})

test('in the middle of a stream of acts and of one transaction: each is done once; where nobody knew, the same key tells', async () => {
  const { infra, product, people } = house
  const [held, ...ids] = [
    await ordered(product, people),
    await ordered(product, people),
    await ordered(product, people),
  ]
  if (!held) throw new Error('unreachable')
  const stream = startStream(people, ids, 'away-2')
  await stream.answered(8)
  const lock = await holdCase(product, held)
  const request = acting(
    held,
    'report-rectified',
    { description: '已更换', photos: [] },
    `rectified-${held}`,
  )
  const { sending } = await lock.wantedBy(() => ask(people.principal, request))
  await infra.postgres.kill()
  const unknown = await sending
  expectUnavailable(unknown, await unknown.json())
  await infra.restartPostgres()
  await lock.release()
  const { answer } = await insist(people.principal, request)
  expect(
    (
      await people.lin.get<{ revision: number }>(
        `/api/cases/${held}?minRevision=${answer.revision}`,
      )
    ).revision,
  ).toBe(answer.revision)
  expect(await timesOf(product, held, 'report-rectified')).toBe(1)
  const begun = await onceEach(product, stream, ids, 'away-2')
  for (const id of [held, ...ids, ...begun]) await soundly(product, id)
  await survived(product)
})

test('while mails are being delivered: sent again only under the same Message-ID', async () => {
  const { infra, product, people } = house
  const id = await ordered(product, people)
  product.worker = await startFaultyWorker(product, 'slow-mail')
  await onTheEve(product, id, people, 2)
  const notices = () => mailsIn(product).filter(({ subject }) => subject.includes('整改逾期'))
  const before = notices().length
  await expect
    .poll(() => notices().length, { timeout: 30_000, interval: 20 })
    .toBeGreaterThan(before)
  await infra.postgres.kill()
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  await infra.restartPostgres()
  await overdue(product, id)
  expect(notices().some(({ copies }) => copies > 1)).toBe(true)
  await soundly(product, id)
  await survived(product)
})
