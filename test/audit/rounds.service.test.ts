// Does the auditor see what has not happened, and nothing where all is well?
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRounds } from '../../bin/auditor/rounds.ts'
import { connect, type DatabaseConnection } from '../../db/client.ts'
import { countAttempt } from '../../db/organisation/sign-in-attempts.ts'
import { caseFacts, cases, deliveries, notices, taskPeople } from '../../db/schema/cases/cases.ts'
import { files } from '../../db/schema/cases/files.ts'
import { quarantine } from '../../db/schema/cases/quarantine.ts'
import { auditReports, laboratoryClock } from '../../db/schema/change/time.ts'
import { appointments } from '../../db/schema/organisation/organisation.ts'
import { processes } from '../../domain/processes.ts'
import { createDatabase } from '../support/servers/infra.ts'
import {
  at,
  everybody,
  NOW,
  nextFact,
  putCase,
  putEscalationLevel,
  putNotice,
  putPeople,
} from './rows.ts'

let connection: DatabaseConnection
let drop: () => Promise<void>
beforeEach(async () => {
  const database = await createDatabase()
  drop = database.drop
  connection = connect(database.url, 2)
  await putPeople(connection.db, everybody)
  await putCase(connection.db, 'one')
})
afterEach(async () => {
  await connection.close()
  await drop()
})

const rounds = () =>
  createRounds({ db: connection.db, processes, now: () => Date.parse(NOW), noticeWindowMs: 0 })
const kindsFound = async () => (await rounds()()).findings.map(({ kind }) => kind)

test('a city in good order gives a report without findings, and the row of it', async () => {
  await putEscalationLevel(connection.db, 'one', { plannedAt: at(60) })
  await putNotice(connection.db, 'one', 'n1')
  await connection.db
    .insert(deliveries)
    .values({ noticeId: 'n1', channel: 'inbox', ok: true, detail: '', at: at(-29) })
  const round = await rounds()()
  expect(round).toMatchObject({
    openCases: 1,
    lateEscalationLevels: 0,
    worstLatenessMs: 0,
    pendingEffects: 0,
    findings: [],
    stalled: false,
  })
  expect(await connection.db.select().from(auditReports)).toMatchObject([
    { openCases: 1, findings: [] },
  ])
})

describe('time', () => {
  test('a case that slept through its instant, and a level that has not fired', async () => {
    await connection.db.update(cases).set({ wakeAt: at(-10) })
    await putEscalationLevel(connection.db, 'one', { plannedAt: at(-10) })
    const round = await rounds()()
    expect(round).toMatchObject({
      lateEscalationLevels: 1,
      worstLatenessMs: 600_000,
      stalled: true,
    })
    expect(round.findings.map(({ kind, caseId }) => [kind, caseId])).toEqual([
      ['wake-missed', 'one'],
      ['escalation-level-late', 'one'],
    ])
    expect(round.findings[1]?.words).toEqual({
      zh: '“市级挂牌督办”应于 2026-03-10 09:50:00 触发，至今未触发，已迟 10 分钟',
      en: '“City supervision” should have fired at 2026-03-10 09:50:00 and has not yet, 10 min late',
    })
  })

  test('a level that fired late, and none of a period that has stopped', async () => {
    await putEscalationLevel(connection.db, 'one', {
      plannedAt: at(-10),
      status: 'fired',
      firedAt: at(-10),
      recordedAt: at(-5),
    })
    expect(await rounds()()).toMatchObject({
      lateEscalationLevels: 0,
      worstLatenessMs: 300_000,
      findings: [{ kind: 'escalation-level-fired-late' }],
      stalled: false,
    })
  })

  test('what ends at midnight has the window for it, and no longer', async () => {
    const midnight = '2026-03-09T16:00:00.000Z'
    await connection.db.update(cases).set({ wakeAt: midnight })
    await putEscalationLevel(connection.db, 'one', { plannedAt: midnight })
    const minutesLater = (minutes: number) =>
      createRounds({
        db: connection.db,
        processes,
        now: () => Date.parse(midnight) + minutes * 60_000,
        noticeWindowMs: 600_000,
      })()
    expect(await minutesLater(9)).toMatchObject({
      lateEscalationLevels: 0,
      findings: [],
      stalled: false,
    })
    expect((await minutesLater(12)).findings.map(({ kind }) => kind)).toEqual([
      'wake-missed',
      'escalation-level-late',
    ])
  })

  test('runs on the laboratory clock', async () => {
    await putEscalationLevel(connection.db, 'one', { plannedAt: at(1440) })
    await connection.db.insert(laboratoryClock).values({ id: 1, offsetMs: 86_400_000 * 2 })
    expect(await kindsFound()).toEqual(['wake-missed', 'escalation-level-late'])
  })

  test('promise (law): a case that wants to wake in the past though nothing of it is due is reported', async () => {
    await connection.db.update(cases).set({ wakeAt: at(-10) })
    await putEscalationLevel(connection.db, 'one', {
      plannedAt: at(-10),
      status: 'fired',
      firedAt: at(-10),
      recordedAt: at(-10),
    })
    const { findings, stalled } = await rounds()()
    expect([findings.map(({ kind, caseId }) => [kind, caseId]), stalled]).toEqual([
      [['wake-in-vain', 'one']],
      true,
    ])
  })

  test('what a defect has put aside is reported until somebody tries it again', async () => {
    await connection.db
      .insert(quarantine)
      .values({ id: 'one', caseId: 'one', error: 'stands due after it was applied' })
    expect((await rounds()()).findings).toMatchObject([{ kind: 'put-aside', caseId: 'one' }])
    await connection.db.update(quarantine).set({ solvedAt: new Date() })
    expect(await kindsFound()).toEqual([])
  })
})

describe('consequences', () => {
  test('an effect that nobody carries out, and one in quarantine', async () => {
    await putNotice(connection.db, 'one', 'n1', { status: 'pending', doneAt: null })
    await putNotice(connection.db, 'one', 'n2', {
      status: 'quarantined',
      doneAt: null,
      error: '22P02',
    })
    expect((await kindsFound()).sort()).toEqual([
      'effect-quarantined',
      'effect-stuck',
      'escalation-level-notified-twice',
    ])
  })

  test('a notice that no channel knows of, and a mail that came back until it arrives', async () => {
    await putNotice(connection.db, 'one', 'n1')
    expect(await kindsFound()).toEqual(['notice-undelivered'])
    await connection.db.insert(deliveries).values({
      noticeId: 'n1',
      channel: 'mail',
      ok: false,
      detail: '550 no such mailbox',
      at: at(-29),
    })
    const { findings } = await rounds()()
    expect(findings.map(({ kind, words }) => [kind, words.zh])).toEqual([
      ['mail-bounced', expect.stringContaining('550 no such mailbox')],
    ])
    await connection.db
      .insert(deliveries)
      .values({ noticeId: 'n1', channel: 'mail', ok: true, detail: '250', at: at(-20) })
    expect(await kindsFound()).toEqual([])
  })
})

describe('people told', () => {
  test('a notice for which nobody was found', async () => {
    await putNotice(connection.db, 'one', 'n1')
    await connection.db.delete(notices)
    expect(await kindsFound()).toEqual(['notice-without-recipient'])
  })

  test('one person told twice of one level', async () => {
    for (const id of ['n1', 'n2']) {
      await putNotice(connection.db, 'one', id)
      await connection.db
        .insert(deliveries)
        .values({ noticeId: id, channel: 'inbox', ok: true, detail: '', at: at(-29) })
    }
    expect(await kindsFound()).toEqual(['escalation-level-notified-twice'])
  })
})

describe('cases and people', () => {
  test('an open case with nobody to act and nothing to wake it', async () => {
    await putCase(connection.db, 'two', { wakeAt: null, task: false })
    expect((await rounds()()).findings).toMatchObject([{ kind: 'case-forsaken', caseId: 'two' }])
  })

  test('a post with nobody in it, before the escalation policy comes to it', async () => {
    await putEscalationLevel(connection.db, 'one', { plannedAt: at(6000) })
    await connection.db
      .update(appointments)
      .set({ until: at(-1) })
      .where(eq(appointments.office, '330800-committee'))
    const { findings } = await rounds()()
    expect(findings).toMatchObject([{ kind: 'target-unreachable', caseId: 'one' }])
    expect(findings[0]?.words.zh).toContain('衢州市安全生产委员会办公室·督办员')
  })

  test('a row that knows another record than the one that is there', async () => {
    await connection.db.insert(caseFacts).values(nextFact('one', 5, 'nothing'))
    expect((await kindsFound()).sort()).toEqual(['chain-broken', 'facts-mismatch'])
  })

  test('a file exchanged by somebody who went around the lock, until it is what it was', async () => {
    const kept = { id: 'f-1', name: 'a.pdf', type: 'application/pdf', size: 1, uploadedBy: 'lin' }
    await connection.db.insert(files).values({ ...kept, sha256: 'seized', at: at(-60) })
    await putCase(connection.db, 'two', { count: 1, files: { 'f-1': 'seized' } })
    await connection.db.execute(sql`ALTER TABLE files DISABLE TRIGGER ALL`)
    const round = rounds()
    expect((await round()).findings).toEqual([])
    await connection.db.update(files).set({ sha256: 'forged' })
    const { findings } = await round()
    expect(findings).toMatchObject([{ kind: 'file-changed', caseId: 'two' }])
    expect(findings[0]?.words.zh).toContain('1: f-1')
    await connection.db.update(files).set({ sha256: 'seized' })
    expect((await round()).findings).toEqual([])
  })

  test('a fact changed by somebody who went around the lock', async () => {
    await connection.db.execute(sql`ALTER TABLE case_facts DISABLE TRIGGER ALL`)
    await connection.db
      .update(caseFacts)
      .set({ data: { words: '没有问题' } })
      .where(eq(caseFacts.seq, 2))
    const { findings } = await rounds()()
    expect(findings).toMatchObject([{ kind: 'chain-broken', caseId: 'one' }])
    expect(findings[0]?.words.en).toContain('from fact 2 on')
  })
})

test('a general failure fills the report with a few lines of each kind and says how many more there are', async () => {
  for (let number = 0; number < 30; number += 1)
    await putCase(connection.db, `case${number}`, { wakeAt: at(-10) })
  const { findings } = await rounds()()
  expect(findings).toHaveLength(21)
  expect(findings.at(-1)).toMatchObject({
    kind: 'wake-in-vain',
    caseId: null,
    words: { zh: '同类问题另有 10 项' },
  })
})

test('a signer who has left office is found, a person and a post; one who is there is not', async () => {
  const requestsOf = (person: string) => ({
    taskId: 'one:verify:1',
    caseId: 'one',
    person,
    why: 'asked' as const,
    at: at(-30),
  })
  await connection.db
    .insert(taskPeople)
    .values([
      requestsOf('gone'),
      requestsOf('330802-bureau/commander'),
      requestsOf('330802-bureau/inspector'),
    ])
  const { findings } = await rounds()()
  expect(findings.map(({ kind, caseId }) => [kind, caseId])).toEqual([
    ['signer-lost', 'one'],
    ['signer-lost', 'one'],
  ])
  expect(findings.map(({ words }) => words.zh).join()).toContain('330802-bureau/commander')
})

test('somebody who guesses passwords of many people is shown with his address', async () => {
  for (let n = 0; n < 10; n += 1)
    await countAttempt(connection.db, `name.${n}`, 'address 203.0.113.5')
  const { findings } = await rounds()()
  expect(findings.map(({ kind }) => kind)).toEqual(['sign-in-sprayed'])
  expect(findings[0]?.words.zh).toContain('地址 203.0.113.5 以 10 个用户名登录失败')
})
