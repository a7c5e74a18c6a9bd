// Which posts has a person when he acts, and what is looked up of whom and of which fact his act names?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUp, personAt } from '../../../db/cases/case-store.ts'
import { signatures } from '../../../db/schema/cases/signatures.ts'
import { appointments, persons } from '../../../db/schema/organisation/organisation.ts'
import {
  after,
  before,
  chief,
  long,
  now,
  type Orders,
  office,
  openOrders,
} from '../tasks/ordering.ts'
import { someoneWaits } from '../who-waits.ts'
import { factIn } from './stored.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const inspector = `${office}/inspector`
const rolesAt = async (id: string, at = now) =>
  (await personAt(opened.db, id, at))?.appointments.map(({ role }) => role)
const signs = (person: string, version: number, sha256: string | null, at: string) =>
  opened.db
    .insert(signatures)
    .values({ id: randomUUID(), person, version, sha256, way: 'drawn', at })

describe('a person who acts', () => {
  test('has the posts of that moment: from the one at which they begin, to the one before they end', async () => {
    const id = await opened.somebody([
      { role: 'inspector', since: now },
      { role: 'section-chief', since: after },
      { role: 'leader', until: now },
      { role: 'legal-reviewer', until: after },
    ])
    expect((await rolesAt(id))?.sort()).toEqual(['inspector', 'legal-reviewer'])
    expect((await rolesAt(id, before))?.sort()).toEqual(['leader', 'legal-reviewer'])
    expect(await personAt(opened.db, id, now)).toEqual({
      kind: 'person',
      id,
      name: `甲${id}`,
      enterprise: null,
      appointments: expect.arrayContaining([{ office, region: '330802', role: 'inspector' }]),
    })
  })
  test('without a post is still himself; one that has left, or never was, is nobody', async () => {
    expect(await rolesAt(await opened.somebody([]))).toEqual([])
    expect(await rolesAt(await opened.somebody([{ role: 'leader', until: now }]))).toEqual([])
    expect(await personAt(opened.db, await opened.somebody([], false), now)).toBe(null)
    const left = await opened.somebody([{ role: 'inspector' }], false)
    expect(await personAt(opened.db, left, now)).toBe(null)
    expect(await personAt(opened.db, 'nobody', now)).toBe(null)
  })
  test('acts with what an absent person holds too, in his name, but only with a post of his own', async () => {
    const { absent, other } = await opened.pair()
    expect((await personAt(opened.db, other, now))?.appointments).toEqual([
      { office, region: '330802', role: 'inspector' },
      {
        office,
        region: '330802',
        role: 'section-chief',
        onBehalfOf: { id: absent, name: `甲${absent}`, order: '衢应急〔2026〕1号' },
      },
    ])
    expect(await rolesAt(other, after)).toEqual(['inspector'])
    const later = await opened.somebody([{ role: 'inspector', since: after }])
    await opened.ordered(absent, later)
    expect(await rolesAt(later)).toEqual([])
  })
  test('signs with the picture that was the latest by then, and without one where it was withdrawn', async () => {
    const id = await opened.somebody([{ role: 'inspector' }])
    expect(await personAt(opened.db, id, now)).not.toHaveProperty('picture')
    await signs(id, 1, 'p-1', before)
    await signs(id, 2, 'p-2', now)
    await signs(id, 3, null, after)
    expect((await personAt(opened.db, id, before))?.picture).toBe('p-1')
    expect((await personAt(opened.db, id, now))?.picture).toBe('p-2')
    expect(await personAt(opened.db, id, after)).not.toHaveProperty('picture')
  })
  test('loses no post while his act is decided: whoever takes it waits, whoever decides beside him does not', async () => {
    const id = await opened.somebody([{ role: 'inspector' }])
    const taken = await opened.db.transaction(async (tx) => {
      await personAt(tx, id, now)
      await opened.db.transaction((beside) => personAt(beside, id, now))
      const update = opened.db.update(appointments).set({ until: now })
      const taking = update.where(eq(appointments.person, id)).then(() => undefined)
      expect(await someoneWaits(opened.db)).toBe('waits')
      return { taking }
    })
    await taken.taking
    expect(await rolesAt(id)).toEqual([])
  })
  test('in another’s place keeps him from losing the post too while his act is decided', async () => {
    const { absent, other } = await opened.pair()
    const taken = await opened.db.transaction(async (tx) => {
      await personAt(tx, other, now)
      const update = opened.db.update(appointments).set({ until: now })
      const taking = update.where(eq(appointments.person, absent)).then(() => undefined)
      expect(await someoneWaits(opened.db)).toBe('waits')
      return { taking }
    })
    await taken.taking
    expect(await rolesAt(other)).toEqual(['inspector'])
  })
})

describe('what an act names', () => {
  const look = (data: Record<string, unknown>, caseId = 'nowhere') =>
    lookUp(opened.db, caseId, data, now)

  test('where it is a person is told with his own posts alone', async () => {
    const { absent, other } = await opened.pair()
    expect(await look({ to: other })).toEqual({
      people: [{ id: other, name: `甲${other}`, groups: [inspector] }],
      posts: [],
      fact: null,
    })
    expect((await look({ to: absent })).people[0]?.groups).toEqual([chief])
    expect(await look({ to: 'nobody' })).toEqual({ people: [], posts: [], fact: null })
    expect(await look({ to: 7 })).toEqual({ people: [], posts: [], fact: null })
  })
  test('where it is a post is told with how many hold it then, each person once', async () => {
    const post = { office: `o-${randomUUID()}`, role: 'inspector' }
    const group = `${post.office}/inspector`
    expect((await look({ to: group })).posts).toMatchObject([{ group, holders: 0 }])
    const twice = await opened.somebody([
      { ...post, since: long },
      { ...post, since: now },
    ])
    await opened.somebody([{ ...post, since: now, until: after }])
    await opened.somebody([{ ...post, since: after }])
    await opened.somebody([{ ...post, until: now }])
    await opened.somebody([{ ...post, role: 'leader' }])
    await opened.somebody([post], false)
    expect((await look({ to: group })).posts).toMatchObject([{ group, holders: 2 }])
    await opened.db.update(persons).set({ active: false }).where(eq(persons.id, twice))
    expect((await look({ to: group })).posts).toMatchObject([{ holders: 1 }])
    expect((await look({ to: inspector })).posts?.at(0)?.name).toBe('柯城区应急管理局·执法检查员')
  })
  test('where it is a fact is told with whether it is the latest of its kind in its case', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()]
    await factIn(opened.db, { caseId, seq: 1, type: 'add', data: { n: 1 } })
    await factIn(opened.db, { caseId, seq: 2, type: 'note', actor: { kind: 'clock' } })
    await factIn(opened.db, { caseId, seq: 3, type: 'add', data: { n: 3 } })
    await factIn(opened.db, { caseId: other, seq: 4, type: 'note' })
    await factIn(opened.db, { caseId: other, seq: 1, type: 'end' })
    expect((await look({ seq: 1 }, caseId)).fact).toEqual({
      seq: 1,
      type: 'add',
      at: expect.any(String),
      data: { n: 1 },
      actor: 'lin',
      latest: false,
    })
    expect((await look({ seq: 2 }, caseId)).fact).toMatchObject({ actor: null, latest: true })
    expect((await look({ seq: 3 }, caseId)).fact).toMatchObject({ data: { n: 3 }, latest: true })
    expect(await look({ seq: 4 }, caseId)).toEqual({ people: [], posts: [], fact: null })
  })
  test.each([0, -1, 1.5, 2_147_483_648, Number.NaN, '1', null])(
    'where the number %s is no fact’s, none is told and nothing fails',
    async (seq) => {
      const caseId = randomUUID()
      await factIn(opened.db, { caseId, seq: 1 })
      expect((await look({ seq }, caseId)).fact).toBe(null)
    },
  )
  test('where the number is the greatest the column holds, it is looked for', async () => {
    const caseId = randomUUID()
    await factIn(opened.db, { caseId, seq: 2_147_483_647 })
    expect((await look({ seq: 2_147_483_647 }, caseId)).fact).toMatchObject({ latest: true })
  })
})
