// The Temporal server killed with −9 at awkward moments: people get one answer, clocks lose no instant, notices go out once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { readUnseen } from '../../db/cases/wakes.ts'
import { createClock } from '../../db/clock.ts'
import { processes } from '../../domain/processes.ts'
import { instant } from '../../domain/time/instant.ts'
import type { PersonAtWork } from '../support/servers/product.ts'
import { acting, ask, insist, onceEach, startStream, timesOf } from './asking.ts'
import { type House, holdCase, openHouse, survived } from './house.ts'
import {
  allNotified,
  dueAt,
  mailsIn,
  onTheEve,
  order,
  ordered,
  overdue,
  overdueEscalationLevel,
  soundly,
  verified,
} from './story.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** Longer than a busy machine takes until Temporal is killed: the timer may not ring before. */
const eveSeconds = 60

test('while a date passes: whoever acts makes it happen at its own instant, who is to be told is notified once it is back, and the auditor tells how late', async () => {
  const { infra, product, people } = house
  const id = await ordered(product, people)
  const round = createRounds({ db: product.db, processes, now: Date.now, noticeWindowMs: 0 })
  const found = ({ findings }: Awaited<ReturnType<typeof round>>) =>
    findings.filter(({ caseId }) => caseId === id).map(({ kind, words }) => `${kind} ${words.zh}`)
  await onTheEve(product, id, people, eveSeconds)
  await allNotified(product, id)
  // After the date the re-check stands beside the rectification: which of them is urged must be said.
  const [task] = (await people.lin.view(id)).tasks
  await infra.temporal.kill()
  await createClock(product.db, true).setNow(instant(Date.parse(dueAt) + 600_000))
  const during = await round()
  expect(during.stalled).toBe(true)
  expect(found(during)).toContainEqual(expect.stringMatching(/^wake-missed .*已迟 10 分钟/))
  expect(found(during)).toContainEqual(
    expect.stringMatching(/^escalation-level-late “整改逾期”.*已迟 10 分钟/),
  )
  const request = acting(id, 'urge', { reason: '停机期间' }, 'while-away', task?.id)
  expect((await ask(people.lin, request)).status).toBe(200)
  const notices = () =>
    mailsIn(product).filter(({ subject }) => subject.includes('整改逾期')).length
  expect([(await overdueEscalationLevel(product, id)).firedAt, notices()]).toEqual([dueAt, 0])

  await infra.restartTemporal()
  await overdue(product, id)
  await insist(people.lin, request)
  expect(await timesOf(product, id, 'urge')).toBe(2)
  expect(notices()).toBeGreaterThan(0)
  const { latenessMs } = await overdueEscalationLevel(product, id)
  const after = await round()
  const minutes = Math.round(latenessMs / 60_000)
  expect(found(after)).toContainEqual(
    expect.stringMatching(
      new RegExp(`^escalation-level-fired-late “整改逾期”.*实际迟 ${minutes} 分钟`),
    ),
  )
  expect(found(after).filter((one) => /^(escalation-level-late|wake-missed)/.test(one))).toEqual([])
  expect([minutes >= 10, after.worstLatenessMs >= latenessMs]).toEqual([true, true])
  await soundly(product, id)
})

test('in the middle of a stream of acts by five people: every request is done once', async () => {
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
  const request = acting(id, 'issue-order', order, `order-${id}`)
  await held.wantedBy(() => ask(people.lin, request))
  await infra.temporal.kill()
  await held.release()
  const { answer } = await insist(people.lin, request)
  expect(answer).toMatchObject({ id, committed: true })
  await infra.restartTemporal()
  expect((await insist(people.lin, request)).answer).toEqual(answer)
  expect(await timesOf(product, id, 'issue-order')).toBe(1)
  await soundly(product, id)
})

test('with the API killed after the commit and nobody to send its wake: the relay does, and each is notified once', async () => {
  const { infra, product, people } = house
  const id = await verified(product, people)
  await allNotified(product, id)
  await infra.temporal.kill()
  const request = acting(id, 'issue-order', order, 'unsent')
  expect((await ask(people.lin, request)).status).toBe(200)
  await product.api.stop('SIGKILL')
  expect((await readUnseen(product.db)).count).toBeGreaterThan(0)
  await infra.restartTemporal()
  await allNotified(product, id)
  await expect
    .poll(async () => (await readUnseen(product.db)).count, { timeout: 60_000, interval: 200 })
    .toBe(0)
  await product.restartApi()
  expect((await insist(people.lin, request)).answer).toMatchObject({ id })
  expect(await timesOf(product, id, 'issue-order')).toBe(1)
  await soundly(product, id)
})

/** In the deep run so many acts, however long they take. */
const mostActs = Number(process.env.ANJIAN_OUTAGE ?? 0)

test('for an hour of the law under acts without pause, and the relay killed meanwhile: all are answered, and everything that waits is done once', async () => {
  const { infra, product, people } = house
  const ids = [await ordered(product, people), await ordered(product, people)]
  await onTheEve(product, ids[0] ?? '', people, eveSeconds)
  for (const id of ids) await allNotified(product, id)
  const tasks = await Promise.all(ids.map(async (id) => (await people.lin.view(id)).tasks[0]?.id))
  await infra.temporal.kill()
  await createClock(product.db, true).setNow(instant(Date.parse(dueAt) + 3_600_000))
  const answers: number[] = []
  const until = Date.now() + 30_000
  const busy = async (person: PersonAtWork) => {
    for (let n = 0; Date.now() < until || answers.length < mostActs; n += 1) {
      const request = acting(
        ids[n % 2] ?? '',
        'urge',
        { reason: `${n}` },
        `${person.username}-${n}-away`,
        tasks[n % 2],
      )
      answers.push((await ask(person, request)).status)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const killed = product.worker.stop('SIGKILL')
  await Promise.all([...[people.lin, people.wu, people.chief].map(busy), killed])
  expect(answers.filter((status) => status !== 200)).toEqual([])
  await infra.restartTemporal()
  await product.restartWorker()
  for (const id of ids) {
    await overdue(product, id)
    expect((await overdueEscalationLevel(product, id)).firedAt).toBe(dueAt)
    await soundly(product, id)
  }
  const urged = await Promise.all(ids.map((id) => timesOf(product, id, 'urge')))
  expect(urged[0] ?? 0, 'with the one of the eve').toBeGreaterThan(1)
  expect((urged[0] ?? 0) + (urged[1] ?? 0)).toBe(answers.length + 1)
  await survived(product)
})
