// Is evidence that was exchanged after it was handed in noticed by whoever reads it or verifies its case?
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqlState } from '../../../db/failures.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { type House, hazard, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const upload = async (name: string, words: string): Promise<{ id: string; sha256: string }> => {
  const body = new FormData()
  body.set('file', new File([words], name))
  return (await house.as('qi', '/api/files', { method: 'POST', body })).body
}
const read = async (id: string) =>
  house.send(`/api/files/${id}`, { headers: { cookie: await house.signIn('qi') } })
const reported = async (photos: string[]): Promise<string> => {
  const { body } = await house.as('qi', '/api/cases/hazard-rectification', {
    json: { data: hazard({ photos }) },
  })
  return body.id
}
const chainOf = async (id: string) => (await house.as('lin', `/api/cases/${id}/chain`)).body
const aroundTheLock = async (change: () => Promise<unknown>) => {
  await house.db.execute(sql`ALTER TABLE files DISABLE TRIGGER files_stand`)
  await change()
  await house.db.execute(sql`ALTER TABLE files ENABLE TRIGGER files_stand`)
}

test('the database refuses every change of a file but its first case or entry, and that it is deleted then', async () => {
  const [paper, other] = [await upload('a.txt', '扣押清单'), await upload('b.txt', '别的')]
  const change = (set: Partial<typeof files.$inferInsert>) =>
    house.db.update(files).set(set).where(eq(files.id, paper.id)).catch(sqlState)
  const refused = '23001'
  expect(await change({ sha256: other.sha256 })).toBe(refused)
  const caseId = await reported([paper.id])
  for (const set of [
    { sha256: other.sha256, size: 1 },
    { name: 'c.txt' },
    { type: 'image/png' },
    { caseId: null },
    { caseId: 'another' },
    { selfCheck: 'entry', name: 'c.txt' },
    { at: '2026-01-01T00:00:00.000Z' },
    { recording: { removed: { at: '2026-01-01T00:00:00.000Z', period: 'x' } } as never },
  ])
    expect([set, await change(set)]).toEqual([set, refused])
  const gone = (id: string) => house.db.delete(files).where(eq(files.id, id)).catch(sqlState)
  expect(await gone(paper.id)).toBe(refused)
  const bound = { selfCheck: 'entry' }
  await house.db.update(files).set(bound).where(eq(files.id, other.id))
  expect(await gone(other.id)).toBe(refused)
  await expect(house.db.execute(sql`TRUNCATE files`).catch(sqlState)).resolves.toBe(refused)
  const chain = await chainOf(caseId)
  expect(chain).toMatchObject({ valid: true, brokenAt: null, changedFiles: [] })
})

test('a file whose row was pointed at other bytes is named by the verification of its case', async () => {
  const [paper, untouched] = [await upload('a.txt', '原件'), await upload('b.txt', '附件')]
  const forged = await upload('c.txt', '伪造')
  const caseId = await reported([paper.id, untouched.id])
  await aroundTheLock(() =>
    house.db.update(files).set({ sha256: forged.sha256 }).where(eq(files.id, paper.id)),
  )
  expect(await chainOf(caseId)).toMatchObject({
    valid: false,
    brokenAt: null,
    changedFiles: [{ seq: 1, file: paper.id }],
  })
  const timeline = (await house.as('lin', `/api/cases/${caseId}/timeline`)).body
  expect(timeline.chain).toMatchObject({ valid: false, changedFiles: [{ file: paper.id }] })
  await aroundTheLock(() => house.db.delete(files).where(eq(files.id, untouched.id)))
  expect((await chainOf(caseId)).changedFiles).toHaveLength(2)
})

test('bytes that are not what their hash says are handed to nobody', async () => {
  const paper = await upload('a.txt', '现场笔录')
  expect(await (await read(paper.id)).text()).toBe('现场笔录')
  expect(paper.sha256).toBe(sha256('现场笔录'))
  writeFileSync(join(house.filesDir, paper.sha256.slice(0, 2), paper.sha256), '改过笔录')
  const answer = await read(paper.id)
  expect([answer.status, (await answer.text()).includes('改过笔录')]).toEqual([500, false])
})
