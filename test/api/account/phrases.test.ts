// Are phrases a person's own and nobody else's, those of an office kept by its head or an administrator, and never overwritten unseen?
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PhrasesView } from '../../../contract/writing/phrases.ts'
import { readPhrases } from '../../../db/organisation/phrases.ts'
import { phraseLists } from '../../../db/schema/organisation/phrases.ts'
import { withScope } from '../../../db/scope.ts'
import { longestPhrase, mostPhrases } from '../../../domain/phrases/phrases.ts'
import { type House, openHouse } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
const office = '330802-bureau'

beforeAll(async () => {
  house = await openHouse()
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
})
afterAll(() => house.close())

const read = async (who: string): Promise<PhrasesView> => {
  const { status, body } = await house.as(who, '/api/phrases')
  expect(status).toBe(200)
  return body as unknown as PhrasesView
}
const put = (who: string, whose: string, items: string[], revision: number) =>
  house.as(who, `/api/phrases/${whose}`, { method: 'PUT', json: { items, revision } })

describe('phrases of one’s own', () => {
  test('are added, changed, ordered and taken away, in an order that stays; an enterprise’s people have theirs', async () => {
    for (const who of ['lin', 'qi']) {
      expect((await read(who)).own).toEqual({ items: [], revision: 0 })
      expect((await put(who, 'own', [' 同意。 ', '拟同意，请领导审定。'], 0)).body).toEqual({
        items: ['同意。', '拟同意，请领导审定。'],
        revision: 1,
      })
      await put(who, 'own', ['请补充现场照片后再报。', '拟同意，请领导审定。', '同意。'], 1)
      await put(who, 'own', ['请补充现场照片后再报。', '同意。'], 2)
      expect((await read(who)).own).toEqual({
        items: ['请补充现场照片后再报。', '同意。'],
        revision: 3,
      })
    }
    expect((await read('qi')).offices).toEqual([])
  })
  test('are read by nobody else, whatever his post, also where a query forgets to ask', async () => {
    for (const who of ['wu', 'chen', 'gao', 'shi', 'hao'])
      expect(JSON.stringify(await read(who))).not.toContain('请补充现场照片')
    const scope = {
      regions: ['330802' as const, '330800' as const],
      caseRegions: ['330802' as const, '330800' as const],
      owner: null,
      person: 'gao',
    }
    expect(
      await withScope(house.deps.connection.pool, scope, (tx) => readPhrases(tx, 'lin', [])),
    ).toEqual([])
    const all = await withScope(house.deps.connection.pool, scope, (tx) =>
      tx.select().from(phraseLists),
    )
    expect(all.filter(({ person }) => person !== null)).toEqual([])
  })
  test('over a change made elsewhere are refused; the same sent twice is kept once', async () => {
    const { revision } = (await read('lin')).own
    await put('lin', 'own', ['甲'], revision)
    expect(await put('lin', 'own', ['乙'], revision)).toMatchObject({
      status: 409,
      body: { code: 'stale-revision' },
    })
    expect((await put('lin', 'own', ['甲'], revision)).body).toEqual({
      items: ['甲'],
      revision: revision + 1,
    })
  })
  test.each([
    ['empty', ['  ']],
    ['too long', ['长'.repeat(longestPhrase + 1)]],
    ['twice the same', ['同意', '同意 ']],
    ['too many', Array.from({ length: mostPhrases + 1 }, (_, at) => `第${at}条`)],
  ])('%s: refused, and nothing is kept', async (_name, items) => {
    expect((await put('wu', 'own', items, 0)).status).toBe(422)
    expect((await read('wu')).own.revision).toBe(0)
  })
  test('of the greatest length and number are kept', async () => {
    const items = Array.from({ length: mostPhrases }, (_, at) =>
      String(at).padEnd(longestPhrase, '长'),
    )
    expect((await put('zhou', 'own', items, 0)).status).toBe(200)
  })
})

describe('phrases of an office', () => {
  test('are kept by its head or an administrator, read by its people, and by no other office', async () => {
    expect((await put('lin', `offices/${office}`, ['同意'], 0)).status).toBe(403)
    expect((await put('jiang', `offices/${office}`, ['同意'], 0)).status).toBe(404)
    expect((await put('qi', `offices/${office}`, ['同意'], 0)).status).toBe(404)
    expect((await put('chen', `offices/${office}`, ['经核实，情况属实。'], 0)).status).toBe(200)
    expect(
      (await put('gao', `offices/${office}`, ['经核实，情况属实。', '请限期整改。'], 1)).status,
    ).toBe(200)
    const { offices } = await read('lin')
    expect(offices).toMatchObject([
      {
        office,
        keeps: false,
        mine: true,
        items: ['经核实，情况属实。', '请限期整改。'],
        revision: 2,
      },
    ])
    for (const who of ['jiang', 'yu', 'shi', 'hao'])
      expect(JSON.stringify(await read(who))).not.toContain('经核实')
  })
  test('an administrator keeps those of his region’s offices, without their standing in his own forms', async () => {
    const { offices } = await read('hao')
    expect(offices.filter(({ mine }) => !mine)).toMatchObject([
      { office: '330800-enforcement', keeps: true, items: [] },
    ])
    expect((await put('hao', 'offices/330800-enforcement', ['请支队核查。'], 0)).status).toBe(200)
    expect((await put('hao', `offices/${office}`, ['请支队核查。'], 2)).status).toBe(404)
    const [kept] = await house.db
      .select()
      .from(phraseLists)
      .where(eq(phraseLists.office, '330800-enforcement'))
    expect(kept).toMatchObject({ updatedBy: 'hao', person: null })
  })
  test('have the promised shape', async () => {
    for (const who of ['lin', 'chen', 'hao', 'qi'])
      fits('GET /api/phrases', await house.as(who, '/api/phrases'))
    fits('PUT /api/phrases/own', await put('fang', 'own', ['同意'], 0))
    fits('PUT /api/phrases/offices/{office}', await put('fang', `offices/${office}`, ['同意'], 2))
  })
})
