// How many files may one account leave that nothing has taken up?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isLoose } from '../../../db/files/loose.ts'
import type { NewFile } from '../../../db/files/uploads.ts'
import { files } from '../../../db/schema/cases/files.ts'
import { uploads } from '../../../db/schema/cases/uploads.ts'
import { mostLoose } from '../../../domain/evidence/loose.ts'
import { hazard } from '../house.ts'
import { openLooseHouse } from './loose-house.ts'

let at: Awaited<ReturnType<typeof openLooseHouse>>
beforeAll(async () => {
  at = await openLooseHouse()
})
afterAll(() => at.house.close())
beforeEach(async () => {
  await at.house.db.delete(uploads)
  await at.house.db.delete(files).where(isLoose)
})

const upload: typeof at.upload = (...about) => at.upload(...about)
const begin = (who: string, size: number) =>
  at.house.as(who, '/api/uploads', { json: { name: 'a.txt', size } })
const finish = (who: string, id: string, bytes: string) =>
  at.house.as(who, `/api/uploads/${id}`, {
    method: 'PATCH',
    body: bytes,
    headers: { 'upload-offset': '0' },
  })
const left = async (count: number, more: Partial<NewFile> = {}) => {
  const rows = await Promise.all(Array.from({ length: count }, () => at.row(more)))
  await at.house.db.insert(files).values(rows)
}

describe('what one account has uploaded and not handed in', () => {
  test('is no more than is declared, also where two come at once; what is refused leaves no byte', async () => {
    await left(mostLoose.files - 1)
    const both = await Promise.all([upload('qi', 'one of two'), upload('qi', 'two of two')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429])
    const refused = both.find(({ status }) => status === 429)
    expect(refused?.headers.get('content-type')).toContain('application/problem+json')
    expect(refused?.body).toMatchObject({
      code: 'upload-quota',
      reasons: [
        {
          zh: '已上传而尚未提交的文件最多300个、共2048 MB：请先提交；30天内未提交的会自动清除',
          en: expect.stringMatching(/^Up to 300 files of 2048 MB together/),
        },
      ],
    })
    expect([at.isThere('one of two'), at.isThere('two of two')].sort()).toEqual([false, true])
    expect((await begin('qi', 10)).body.code).toBe('upload-quota')
    expect((await upload('mao', 'of somebody else')).status).toBe(201)
  })

  test('is weighed by its bytes, what is still on its way included', async () => {
    await left(1, { size: mostLoose.bytes - 30 })
    expect((await begin('qi', 31)).body.code).toBe('upload-quota')
    const [first, second] = [await begin('qi', 15), await begin('qi', 15)]
    expect((await begin('qi', 1)).body.code).toBe('upload-quota')
    await left(1, { size: 15 })
    const ends = await Promise.all([
      finish('qi', first.body.id, 'x'.repeat(15)),
      finish('qi', second.body.id, 'y'.repeat(15)),
    ])
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 429])
    expect((await upload('qi', 'one more')).body.code).toBe('upload-quota')
  })

  test('is no longer what an act or an entry of the ledger has taken up, and the same sent again is one', async () => {
    await left(mostLoose.files - 1)
    const picture = (await upload('qi', 'the last one')).body.id
    expect((await upload('qi', 'one too many')).status).toBe(429)
    const reported = await at.house.as('qi', '/api/cases/hazard-rectification', {
      json: { data: hazard({ photos: [picture] }) },
    })
    expect(reported.status).toBe(201)
    const sent = () => upload('qi', 'again', 'the-same-again')
    const [one, other] = await Promise.all([sent(), sent()])
    expect([one.status, other.status, one.body.id === other.body.id]).toEqual([201, 201, true])
    const entry = { day: '2026-03-01', place: '库区', checked: '消防', found: [], note: '无' }
    const written = await at.house.as('qi', '/api/self-checks', {
      json: { ...entry, photos: [one.body.id] },
    })
    expect([written.status, (await upload('qi', 'after the entry')).status]).toEqual([201, 201])
    expect((await at.rowOf(one.body.id))?.selfCheck).toBe(written.body.id)
  })

  test('begun at once it passes the limit of unfinished ones no more than one by one', async () => {
    for (let nth = 0; nth < 29; nth += 1) expect((await begin('qi', 10)).status).toBe(201)
    const both = await Promise.all([begin('qi', 10), begin('qi', 10)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429])
  })
})
