// Does the daily round run by itself, wait by the legal clock, survive its worker, and tell each person once?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { files } from '../../db/schema/cases/files.ts'
import { unneededBytes } from '../../db/schema/cases/kept-bytes.ts'
import { exportEvents } from '../../db/schema/search/filters.ts'
import { dailyMails, dailyRounds } from '../../db/schema/statistics/daily.ts'
import { createDailyClient, type DailyClient } from '../../workflows/daily-client.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
let round: DailyClient
let lane: string
const sent: Mail[] = []
/** The next mails are accepted by the server and their mark is lost, as when a worker is killed in between. */
const faults = { afterMail: 0, storeAway: false }
const removed: string[] = []

const shanghai = (moment: string) => new Date(`${moment}:00+08:00`).toISOString()

beforeAll(async () => {
  stage = await openStage((deps) => ({
    ...deps,
    publicUrl: 'https://anjian.example',
    removal: {
      ...deps.removal,
      remove: async (sha256) => {
        if (faults.storeAway) throw new Error('EIO')
        removed.push(sha256)
      },
    },
    mail: {
      send: async (mail) => {
        const delivery = await deps.mail.send(mail)
        if (delivery.ok) sent.push(mail)
        if (delivery.ok && mail.messageId.startsWith('<digest/') && faults.afterMail-- > 0)
          throw new Error('connection terminated')
        return delivery
      },
    },
  }))
  lane = stage.taskQueue
  round = createDailyClient(stage.temporal, lane)
})
afterAll(async () => {
  await stage.temporal.workflow
    .getHandle(`daily-round/${lane}`)
    .terminate()
    .catch(() => undefined)
  await stage.close()
})

const digests = () => sent.filter(({ messageId }) => messageId.startsWith('<digest/'))
const held = async (day: string) =>
  (await stage.db.select().from(dailyRounds).where(eq(dailyRounds.day, day))).map(
    ({ job, status }) => `${job} ${status}`,
  )

test('started twice it is one; before its first morning it holds none', async () => {
  await stage.clock.setNow(shanghai('2026-03-05T10:00'))
  await Promise.all([round.begin(), round.begin()])
  await round.wake()
  expect(await stage.db.select().from(dailyMails)).toEqual([])
})

test('a mark lost after a mail sends it again under the same Message-ID only, and each person has one message', async () => {
  const id = await stage.start('hazard-rectification', 'qi', reported)
  await stage.act(id, 'lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
  await stage.act(id, 'wu', 'sign', { opinion: '同意' })
  await stage.act(id, 'lin', 'issue-order', { dueDate: '2026-03-09', requirements: '更换' })
  faults.afterMail = 2
  await stage.clock.setNow(shanghai('2026-03-06T08:30'))
  await Promise.all([round.wake(), round.wake(), round.wake()])
  const rows = await stage.db.select().from(dailyMails)
  expect(rows.length).toBeGreaterThan(3)
  expect(digests().length).toBeGreaterThan(rows.length)
  expect(new Set(digests().map(({ messageId }) => messageId)).size).toBe(rows.length)
  expect([...new Set(rows.map(({ sent }) => sent))]).toEqual(['mailed'])
  expect((await held('2026-03-06')).sort()).toEqual([
    'bytes done',
    'morning done',
    'night done',
    'recordings done',
    'roster done',
  ])
  expect(digests()[0]?.text).toContain(`https://anjian.example/case/${id}?tab=clocks`)
})

test('while the mail server is away the morning is kept; the next one takes its place and says so', async () => {
  const before = digests().length
  stage.mailServer.up = false
  await stage.clock.setNow(shanghai('2026-03-09T08:30'))
  await round.wake()
  expect(digests().length).toBe(before)
  await stage.clock.setNow(shanghai('2026-03-10T08:30'))
  await round.wake()
  stage.mailServer.up = true
  await round.wake()
  const rows = await stage.db.select().from(dailyMails).where(eq(dailyMails.person, 'gao'))
  expect(rows.map(({ day, sent }) => `${day} ${sent}`).sort()).toEqual([
    '2026-03-06 mailed',
    '2026-03-09 superseded',
    '2026-03-10 mailed',
  ])
  expect(rows.find(({ day }) => day === '2026-03-10')?.content?.skipped).toEqual(['2026-03-09'])
})

test('without anybody waking it, its own timer does', async () => {
  await stage.clock.setNow(new Date(Date.parse(shanghai('2026-03-11T08:30')) - 4_000).toISOString())
  await round.wake()
  expect((await held('2026-03-11')).sort()).toEqual(['bytes done', 'night done', 'recordings done'])
  await expect
    .poll(async () => (await held('2026-03-11')).sort(), { timeout: 20_000, interval: 250 })
    .toEqual(['bytes done', 'morning done', 'night done', 'recordings done', 'roster done'])
})

test('while the file store is away the morning is held all the same; recordings go once it is back, once', async () => {
  const loose = (id: string, sha256: string, at: string) => ({
    id,
    sha256,
    name: '检查.mp4',
    type: 'video/mp4',
    size: 9,
    uploadedBy: 'lin',
    at,
    enterprise: null,
    caseId: null,
    recording: {
      caseId: 'none',
      kind: 'video' as const,
      device: 'A-07',
      seconds: 1,
      from: at,
      to: at,
    },
  })
  await stage.db
    .insert(files)
    .values([
      loose('old', 'a'.repeat(64), '2026-03-04T01:00:00.000Z'),
      loose('older', 'b'.repeat(64), '2026-03-03T01:00:00.000Z'),
      loose('fresh', 'c'.repeat(64), '2026-03-12T01:00:00.000Z'),
    ])
  faults.storeAway = true
  await stage.clock.setNow(shanghai('2026-03-13T08:30'))
  const woken = round.wake()
  await expect
    .poll(async () => (await held('2026-03-13')).sort(), { timeout: 20_000, interval: 250 })
    .toEqual(['morning done', 'night done', 'roster done'])
  expect(removed).toEqual([])
  expect(
    (await stage.db.select().from(unneededBytes)).map(({ sha256 }) => sha256[0]).sort(),
  ).toEqual(['a', 'b'])
  faults.storeAway = false
  await woken
  await round.wake()
  expect(removed.sort()).toEqual(['a'.repeat(64), 'b'.repeat(64)])
  expect((await stage.db.select().from(files)).map(({ id }) => id)).toEqual(['fresh'])
  expect(await held('2026-03-13')).toContain('recordings done')
  expect(await held('2026-03-12')).not.toContain('recordings done')
  const told = (await stage.db.select().from(exportEvents)).map(
    ({ person, format, query }) => `${person} ${format} ${query.file} of ${query.sentBy}`,
  )
  expect(told.sort()).toEqual(['system forgotten old of lin', 'system forgotten older of lin'])
})

test('its history names nobody and no case', async () => {
  const history = await stage.temporal.workflow.getHandle(`daily-round/${lane}`).fetchHistory()
  const words = JSON.stringify(history, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  )
  for (const secret of [reported.title, 'A-07', '检查.mp4', 'anjian.example', '高局长', '隐患'])
    expect(words.includes(secret)).toBe(false)
})
