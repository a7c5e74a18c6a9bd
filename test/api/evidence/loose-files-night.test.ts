// Do files that nothing takes up go by night, without ever taking one along that something has?
import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isLoose } from '../../../db/files/loose.ts'
import { keepSelfCheck } from '../../../db/files/self-checks-reads.ts'
import { keepUpload, lockHashes } from '../../../db/files/uploads.ts'
import { dossiers } from '../../../db/schema/cases/dossiers.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { keptBytes, unneededBytes } from '../../../db/schema/cases/kept-bytes.ts'
import { exportEvents } from '../../../db/schema/search/filters.ts'
import { looseForDays } from '../../../domain/evidence/upload.ts'
import { later } from '../../../domain/time/instant.ts'
import { hazard } from '../house.ts'
import { dayMs, openLooseHouse, sha256 } from './loose-house.ts'

let at: Awaited<ReturnType<typeof openLooseHouse>>
beforeAll(async () => {
  at = await openLooseHouse()
})
afterAll(() => at.house.close())
beforeEach(() => at.house.db.delete(files).where(isLoose))

const dies = async () => {
  throw new Error('killed')
}

test('what nothing has taken up for so many days goes with its bytes, and stands on record', async () => {
  const gone = await at.old('nobody wants it')
  const young = await at.old('of this month', {
    at: later(await at.house.clock.now(), -(looseForDays - 2) * dayMs),
  })
  const [ofCase, ofEntry] = [
    await at.old('of a case', { caseId: 'c-1' }),
    await at.old('of an entry', { selfCheck: 's-1' }),
  ]
  const twin = await at.old('twins')
  await at.old('twins', { caseId: 'c-1' })
  const pressed = await at.old('a dossier')
  const made = { pdfSha256: sha256('a dossier'), askedAt: await at.house.clock.now() }
  const asked = { id: randomUUID(), caseId: 'c-1', person: 'lin', facts: 1, done: 0, total: 0 }
  await at.house.db
    .insert(dossiers)
    .values({ ...asked, ...made, state: 'made' as const, missing: [] })
  await at.house.clock.setNow(later(await at.house.clock.now(), dayMs))
  await at.house.deps.dailyRound()
  const states = [gone, young, ofCase, ofEntry, twin, pressed].map(
    async (id) => !!(await at.rowOf(id)),
  )
  expect(await Promise.all(states)).toEqual([false, true, true, true, false, false])
  const words = [
    'nobody wants it',
    'of this month',
    'of a case',
    'of an entry',
    'twins',
    'a dossier',
  ]
  expect(words.map(at.isThere)).toEqual([false, true, true, true, true, true])
  const [event] = (await at.house.db.select().from(exportEvents)).filter(
    ({ query }) => query.file === gone,
  )
  expect(event).toMatchObject({
    person: 'system',
    list: 'file',
    format: 'forgotten',
    query: { sentBy: 'mao', sha256: sha256('nobody wants it') },
  })
  expect(await at.house.db.select().from(unneededBytes)).toEqual([])
})

test('whoever dies between row and bytes leaves what the next night finishes', async () => {
  const id = await at.old('half gone')
  await expect(at.night(dies)).rejects.toThrow('killed')
  expect([await at.rowOf(id), at.isThere('half gone')]).toEqual([null, true])
  await at.night()
  expect(at.isThere('half gone')).toBe(false)
  const before = { found: 'intact' as const, stamp: 's', checkedAt: await at.house.clock.now() }
  const again = await at.old('gone, not noted')
  const hash = sha256('gone, not noted')
  await at.house.db.insert(keptBytes).values({ ...before, sha256: hash, since: before.checkedAt })
  const removesAndDies = async (sha: string) => {
    await at.store.remove(sha)
    throw new Error('killed')
  }
  await expect(at.night(removesAndDies)).rejects.toThrow('killed')
  expect([await at.rowOf(again), at.isThere('gone, not noted')]).toEqual([null, false])
  await at.night()
  expect(await at.house.db.select().from(unneededBytes)).toEqual([])
  expect(await at.house.db.select().from(keptBytes).where(eq(keptBytes.sha256, hash))).toEqual([])
})

test('the same content that came again meanwhile stays', async () => {
  await at.old('wanted after all')
  await expect(at.night(dies)).rejects.toThrow('killed')
  const { id } = (await at.upload('mao', 'wanted after all')).body
  await at.night()
  expect([(await at.rowOf(id))?.sha256, at.isThere('wanted after all')]).toEqual([
    sha256('wanted after all'),
    true,
  ])
})

test('who keeps the same content waits while its bytes are taken away, and puts them there anew', async () => {
  await at.old('at the same moment')
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const slowly = at.night(async (sha) => {
    begun.resolve()
    await goOn.promise
    await at.store.remove(sha)
  })
  await begun.promise
  const sent = at.upload('mao', 'at the same moment')
  await at.waitingFor(1)
  goOn.resolve()
  await slowly
  expect([(await sent).status, at.isThere('at the same moment')]).toEqual([201, true])
})

test('whoever dies after the bytes and before the row leaves them for the next night', async () => {
  const words = 'never noted'
  const received = await at.receive(words)
  const placedAndDies = async () => {
    await at.store.keep(received)
    throw new Error('killed')
  }
  const made = await at.row({ sha256: sha256(words) })
  await expect(keepUpload(at.house.db, made, { place: placedAndDies })).rejects.toThrow('killed')
  expect([await at.rowOf(made.id), at.isThere(words)]).toEqual([null, true])
  await at.night()
  expect(at.isThere(words)).toBe(false)
})

test('a file that is being bound is not removed', async () => {
  const ids = [await at.old('bound meanwhile'), await at.old('looked at only')]
  const looked = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const act = at.house.db.transaction(async (tx) => {
    await lockHashes(tx, ids)
    looked.resolve()
    await goOn.promise
    await tx
      .update(files)
      .set({ caseId: 'c-2' })
      .where(inArray(files.id, ids.slice(0, 1)))
  })
  await looked.promise
  const sleeping = at.night()
  await at.waitingFor(1)
  goOn.resolve()
  await Promise.all([act, sleeping])
  expect((await Promise.all(ids.map(at.rowOf))).map((one) => one?.caseId)).toEqual([
    'c-2',
    undefined,
  ])
  expect([at.isThere('bound meanwhile'), at.isThere('looked at only')]).toEqual([true, false])
})

test('an entry or a form that names one that has just gone is refused, and nothing is written', async () => {
  const id = await at.old('gone under the form', { uploadedBy: 'qi', selfCheck: null })
  const form = hazard({ photos: [id] })
  const start = () => at.house.as('qi', '/api/cases/hazard-rectification', { json: { data: form } })
  await at.night()
  const refused = await start()
  expect([refused.status, refused.body.details.fields.photos.zh]).toEqual([
    422,
    '引用了不存在或不属于您的文件',
  ])
  const writtenAt = await at.house.clock.now()
  const entry = {
    ...{ id: 'e-1', root: 'e-1', supersedes: null, enterprise: 'x', region: '330802' },
    ...{ day: '2026-03-01', place: '库区', checked: '消防', found: [], note: null, at: writtenAt },
    ...{ by: 'qi', byName: 'qi', bodyHash: 'h' },
  }
  const there = (await at.upload('qi', 'still there')).body.id
  expect(await keepSelfCheck(at.house.db, { ...entry, photos: [there, id] })).toEqual({
    gone: [id],
  })
  expect((await at.rowOf(there))?.selfCheck).toBeNull()
  expect(await keepSelfCheck(at.house.db, { ...entry, photos: [there] })).toMatchObject(entry)
  expect((await at.rowOf(there))?.selfCheck).toBe('e-1')
})
