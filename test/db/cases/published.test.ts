// Is everybody shown what was published and is in force, page after page, and nothing else of a case?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PublishedQuery, readPublished } from '../../../db/cases/published-reads.ts'
import { cases } from '../../../db/schema/cases/cases.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import { exerciseMark } from '../../../domain/model/exercises/exercise.ts'
import { caseIn } from '../tasks/waiting.ts'
import { factIn, openStore, type Store, second } from './stored.ts'

let opened: Store
beforeAll(async () => {
  opened = await openStore()
  const firm = { code: 'x', pinyin: '', region: '330802' as const, industry: '', address: '' }
  await opened.db.insert(enterprises).values({ id: 'e', name: '衢江化工', principal: '', ...firm })
})
afterAll(() => opened?.close())
beforeEach(() => opened.db.delete(cases))

const process = 'hazard-rectification'
const type = (name: string, more: object = {}) => ({
  process,
  type: name,
  fields: ['words'],
  withdrawnBy: [] as string[],
  ...more,
})
const ask = (more: Partial<PublishedQuery> = {}) =>
  readPublished(opened.db, {
    types: [type('publish')],
    region: null,
    q: null,
    after: null,
    limit: 10,
    ...more,
  })
const places = async (more: Partial<PublishedQuery> = {}) =>
  (await ask(more)).rows.map(({ caseId, seq }) => `${caseId} ${seq}`)
const published = (caseId: string, seq: number, more: object = {}) =>
  factIn(opened.db, { caseId, seq, type: 'publish', audience: 'public', ...more })
const newCase = (more: object = {}) => caseIn(opened.db, { id: randomUUID(), ...more })

describe('what everybody reads', () => {
  test('is what was published of a kind that is asked for, with what is publicly known of its case', async () => {
    const id = await newCase({ owner: 'e', level: 2, number: '衢 7' })
    await published(id, 1, { data: { words: '重大隐患' } })
    await published(id, 2, { audience: 'internal' })
    await published(id, 3, { type: 'other' })
    const elsewhere = await newCase({ process: 'another' })
    await published(elsewhere, 1)
    expect((await ask()).rows).toEqual([
      {
        caseId: id,
        seq: 1,
        type: 'publish',
        audience: 'public',
        occurredAt: second(1),
        data: { words: '重大隐患' },
        process,
        number: '衢 7',
        region: '330802',
        level: 2,
        enterprise: '衢江化工',
        others: [],
      },
    ])
    expect(await places({ types: [] })).toEqual([])
    const both = [type('publish'), type('publish', { process: 'another' })]
    expect((await places({ types: both })).sort()).toEqual([`${elsewhere} 1`, `${id} 1`].sort())
  })
  test('is no exercise', async () => {
    await published(await newCase({ title: `${exerciseMark}泄漏` }), 1)
    expect(await places()).toEqual([])
  })
  test('is gone once it was withdrawn, and comes back with what is published after that', async () => {
    const id = await newCase()
    const types = [type('publish', { withdrawnBy: ['withdraw', 'revoke'] })]
    await published(id, 1)
    expect(await places({ types })).toEqual([`${id} 1`])
    await factIn(opened.db, { caseId: id, seq: 2, type: 'revoke' })
    expect(await places({ types })).toEqual([])
    expect(await places()).toEqual([`${id} 1`])
    await published(id, 3)
    expect(await places({ types })).toEqual([`${id} 3`])
    expect((await ask({ types })).rows[0]?.others).toEqual([])
  })
  test('says what it says now where it was corrected, also when another of its kind follows, and is found by no word that was removed', async () => {
    const id = await newCase()
    const correct = (seq: number, about: number, is: string) =>
      factIn(opened.db, {
        caseId: id,
        seq,
        type: 'approve-correction',
        data: { seq: about, about: 'publish', fields: ['words'], was: ['…'], is: [is] },
      })
    await published(id, 1, { data: { words: '张三举报', medium: '网站' } })
    await published(id, 2, { data: { words: 'second' } })
    await correct(3, 1, '李四举报')
    await correct(4, 1, '有人举报')
    const said = async () => (await ask()).rows.map(({ data }) => data)
    const corrected = { words: '有人举报', medium: '网站' }
    expect(await said()).toEqual([{ words: 'second' }, corrected])
    await correct(5, 2, 'the second, corrected')
    await published(id, 6, { data: { words: 'third' } })
    expect(await said()).toEqual([
      { words: 'third' },
      { words: 'the second, corrected' },
      corrected,
    ])
    expect(await places({ q: '有人' })).toEqual([`${id} 1`])
    for (const removed of ['张三', '李四']) expect(await places({ q: removed })).toEqual([])
  })
  test('names what else was published of the same case, the oldest first', async () => {
    const id = await newCase()
    const types = [type('publish'), type('lift')]
    await published(id, 3, { type: 'lift' })
    await published(id, 1)
    await published(id, 2, { audience: 'internal' })
    await published(id, 4, { type: 'unknown' })
    const { rows } = await ask({ types })
    expect(rows.map(({ seq, others }) => [seq, others])).toEqual([
      [3, [{ type: 'publish', occurredAt: second(1) }]],
      [1, [{ type: 'lift', occurredAt: second(3) }]],
    ])
  })
})

describe('whoever looks through it', () => {
  test('finds it by region, enterprise, number and the words that are shown, and by no others', async () => {
    const [one, other] = [
      await newCase({ owner: 'e', number: '衢 100%' }),
      await newCase({ region: '330881' }),
    ]
    await published(one, 1, { data: { words: '油桶露天', secret: 'telephone' } })
    await published(other, 2, { data: { secret: '油桶' } })
    const found = async (more: Partial<PublishedQuery>) => (await places(more)).length
    expect(await places({ region: '330881' })).toEqual([`${other} 2`])
    for (const q of ['化工', '100%', '露天']) expect(await places({ q })).toEqual([`${one} 1`])
    expect([await found({ q: 'telephone' }), await found({ q: '1_0' })]).toEqual([0, 0])
    expect(await places({ q: '油桶' })).toEqual([`${one} 1`])
    const types = [type('publish', { fields: [] })]
    expect(await places({ types, q: '露天' })).toEqual([])
  })
  test('reads it newest first, page after page, of one moment each once, and the last page says that it is', async () => {
    const ids = [await newCase(), await newCase()].sort() as [string, string]
    const at = { occurredAt: second(5) }
    for (const seq of [9, 10]) await published(ids[0], seq, at)
    await published(ids[1], 1, at)
    await published(ids[1], 2, { occurredAt: second(6) })
    const wanted = [`${ids[1]} 2`, `${ids[1]} 1`, `${ids[0]} 10`, `${ids[0]} 9`]
    for (const limit of [1, 2, 3, 4]) {
      const seen: string[] = []
      let pages = 0
      for (let after: PublishedQuery['after'] = null; pages < 9; ) {
        const { rows, next } = await ask({ limit, after })
        pages += 1
        seen.push(...rows.map(({ caseId, seq }) => `${caseId} ${seq}`))
        if (next === null) break
        after = next
      }
      expect([seen, pages]).toEqual([wanted, Math.ceil(4 / limit)])
    }
    expect(await ask({ q: 'nothing' })).toEqual({ rows: [], next: null })
  })
  test('behind a place that is none of a case begins where its moment is', async () => {
    const id = await newCase()
    await published(id, 1)
    expect(await places({ after: { at: second(2), id: 'x' } })).toEqual([`${id} 1`])
    expect(await places({ after: { at: second(1), id: '' } })).toEqual([])
  })
})
