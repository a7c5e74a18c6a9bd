// Are bytes that were altered or lost on disk noticed by night and by whoever asks for them, and who is told?
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileStore } from '../../../api/evidence/file-store.ts'
import { createKeptBytes } from '../../../api/evidence/kept-bytes.ts'
import { createRounds } from '../../../bin/auditor/rounds.ts'
import { keptBytes } from '../../../db/schema/cases/kept-bytes.ts'
import { dailyMails, dailyRounds } from '../../../db/schema/statistics/daily.ts'
import { mp4 } from '../../support/people/films.ts'
import { openRecordingHouse, sha256 } from './recording-house.ts'

let at: Awaited<ReturnType<typeof openRecordingHouse>>
beforeAll(async () => {
  at = await openRecordingHouse()
  await at.house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
  await at.house.clock.setNow('2026-03-06T02:00:00.000Z')
  await at.house.deps.dailyRound()
})
afterAll(() => at.house.close())

const attached = async (film: Buffer): Promise<string> => {
  const { id } = (await at.begin('lin', film)).body
  await at.send('lin', id, 0, film)
  expect((await at.attach('lin', id)).status).toBe(200)
  return id
}
const placeOf = (bytes: Buffer) => join(at.house.filesDir, sha256(bytes).slice(0, 2), sha256(bytes))
const chain = async () => (await at.house.as('lin', `/api/cases/${at.caseId}/chain`)).body
const changed = async () => (await chain()).changedFiles.map(({ file }: { file: string }) => file)
const foundOf = async (bytes: Buffer) =>
  (
    await at.house.db
      .select()
      .from(keptBytes)
      .where(eq(keptBytes.sha256, sha256(bytes)))
  )[0]?.found
const sleepUntil = async (moment: string) => {
  await at.house.clock.setNow(moment)
  await at.house.deps.dailyRound()
}
const told = async () =>
  (
    await at.house.db
      .select()
      .from(dailyMails)
      .where(eq(dailyMails.kind, 'files'))
      .orderBy(dailyMails.day)
  ).map(({ day, person, title }) => `${day} ${person} ${title.zh.replace(/【.*】| [-\d]+$/g, '')}`)

test('a piece of a recording whose bytes were altered is given to nobody, and its case says so at once', async () => {
  const film = mp4(9, 50_000)
  const id = await attached(film)
  const piece = { range: 'bytes=100-199' }
  expect((await at.play('lin', id, piece)).status).toBe(206)
  const { atime, mtime } = statSync(placeOf(film))
  writeFileSync(placeOf(film), Buffer.from(film).fill(7, 40_000))
  utimesSync(placeOf(film), atime, mtime)
  const answer = await at.play('lin', id, piece)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    500,
    expect.stringContaining('json'),
  ])
  expect(await changed()).toEqual([id])
  writeFileSync(placeOf(film), film)
  expect((await at.play('lin', id, piece)).status).toBe(206)
  expect(await chain()).toMatchObject({ valid: true, changedFiles: [] })
})

test('a night finds what was altered or lost since; administrators, the health page and the case are told, until it is back', async () => {
  const [altered, gone] = [mp4(3, 40_000), mp4(4, 45_000)]
  const [first, second] = [await attached(altered), await attached(gone)]
  writeFileSync(placeOf(altered), 'other bytes')
  rmSync(placeOf(gone))
  expect(await changed()).toEqual([])
  await sleepUntil('2026-03-08T17:30:00.000Z')
  expect([await foundOf(altered), await foundOf(gone)]).toEqual(['altered', 'missing'])
  expect((await changed()).sort()).toEqual([first, second].sort())
  await sleepUntil('2026-03-09T01:00:00.000Z')
  expect(await told()).toEqual(['2026-03-09 hao 2 份存储文件缺失或被改动'])
  const { db, processes } = { db: at.house.db, processes: at.house.deps.processes }
  await createRounds({ db, processes, now: () => Date.now(), noticeWindowMs: 0 })()
  const health = (await at.house.as('hao', '/api/health')).body
  const kinds = health.auditor.findings.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['file-lost', 'file-altered']))
  expect(health.services).toContainEqual(expect.objectContaining({ name: 'files', ok: false }))
  writeFileSync(placeOf(altered), altered)
  writeFileSync(placeOf(gone), gone)
  await sleepUntil('2026-03-09T17:30:00.000Z')
  expect(await changed()).toEqual([])
  await sleepUntil('2026-03-10T01:00:00.000Z')
  expect((await told()).at(-1)).toBe('2026-03-10 hao 存储文件均已恢复一致')
  const { body } = await at.house.as('hao', '/api/health')
  expect(body.services).toContainEqual(expect.objectContaining({ name: 'files', ok: true }))
})

test('what was read lately is not read again each night, and a store that is away loses no file', async () => {
  const film = mp4(5, 20_000)
  await attached(film)
  await sleepUntil('2026-03-10T17:30:00.000Z')
  writeFileSync(placeOf(film), 'other bytes')
  await sleepUntil('2026-03-11T17:30:00.000Z')
  expect(await foundOf(film)).toBe('intact')
  await sleepUntil('2026-03-18T17:30:00.000Z')
  expect(await foundOf(film)).toBe('altered')
  const rounds = await at.house.db.select().from(dailyRounds).where(eq(dailyRounds.job, 'bytes'))
  expect(rounds.filter(({ status }) => status === 'done').length).toBeGreaterThan(3)
  const away = createFileStore(join(at.house.filesDir, 'away'))
  await expect(away.look(sha256(film))).rejects.toThrow('ENOENT')
})

test('what is large is read whole once, and again only when it has been written or a week has gone', async () => {
  const store = createFileStore(at.house.filesDir)
  const film = mp4(6, 30_000)
  await attached(film)
  let looks = 0
  const counting = {
    ...store,
    look: (hash: string) => {
      looks += 1
      return store.look(hash)
    },
  }
  let now = '2026-03-19T00:00:00.000Z'
  const kept = createKeptBytes({ db: at.house.db, now: async () => now, wholeUpTo: 0 }, counting)
  const take = async () => {
    const pieces = []
    const file = { sha256: sha256(film), size: film.length }
    for await (const piece of await kept.read(file, { from: 10, to: 19 })) pieces.push(piece)
    return Buffer.concat(pieces).equals(film.subarray(10, 20))
  }
  expect(await Promise.all([take(), take(), take()])).toEqual([true, true, true])
  expect([await take(), looks]).toEqual([true, 1])
  now = '2026-03-28T00:00:00.000Z'
  expect([await take(), looks]).toEqual([true, 2])
  writeFileSync(placeOf(film), film)
  expect([await take(), looks]).toEqual([true, 3])
  writeFileSync(placeOf(film), Buffer.from(film).fill(1, 20_000))
  await expect(take()).rejects.toThrow('altered')
})
