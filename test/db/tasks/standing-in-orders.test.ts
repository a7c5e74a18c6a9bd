// How is it ordered that somebody stands in, who agrees, and who reads of it?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Place } from '../../../db/keyset.ts'
import { substitutionConsents } from '../../../db/schema/organisation/substitutions.ts'
import {
  findSubstitution,
  keepConsent,
  keepSubstitution,
  namesOf,
  ownPostsOf,
  readSubstitutions,
} from '../../../db/tasks/substitution-orders.ts'
import { later } from '../../../domain/time/instant.ts'
import { after, before, long, now, type Orders, office, openOrders } from './ordering.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const somebody: Orders['somebody'] = (...all) => opened.somebody(...all)
const ordered: Orders['ordered'] = (...all) => opened.ordered(...all)
const pair: Orders['pair'] = (...all) => opened.pair(...all)
const wantedFor: Orders['wantedFor'] = (...all) => opened.wantedFor(...all)

describe('an order', () => {
  test('is kept once under its id, with the consent of whoever gave it, and judged by what is agreed', async () => {
    const [absent, other] = [
      await somebody([{ role: 'section-chief' }]),
      await somebody([{ role: 'inspector' }]),
    ]
    const seen: string[][] = []
    const keep = (row: ReturnType<typeof wantedFor>) =>
      keepSubstitution(opened.db, row, 'self' as never, (others) => {
        seen.push(others.map(({ id }) => id))
      })
    const agreed = await ordered(absent, other)
    await ordered(absent, other, {}, null)
    await ordered(absent, other, { until: long })
    const row = wantedFor(absent, other, { createdAt: now })
    const kept = await keep(row)
    expect([await keep(row), seen]).toEqual([kept, [[agreed]]])
    expect(kept).toMatchObject({
      id: row.id,
      agreedAt: null,
      endedAt: null,
      endedBy: null,
      endReason: null,
      consents: [{ person: absent, side: 'self', at: now }],
    })
  })
  test('is agreed with the last consent, and not before', async () => {
    const { id, absent, other } = await pair({}, null)
    const consent = (by: string, last: boolean, at: string) =>
      keepConsent(opened.db, { id, person: absent, by, at }, async (_, one, others) => {
        expect([one.id, others]).toEqual([id, []])
        return { side: 'self' as never, last }
      })
    await consent(other, false, now)
    expect((await findSubstitution(opened.db, id))?.agreedAt).toBe(null)
    await consent(absent, true, later(now, 5))
    expect(await findSubstitution(opened.db, id)).toMatchObject({
      agreedAt: later(now, 5),
      consents: [{ person: other }, { person: absent }],
    })
    const unknown = { id: 'none', person: absent, by: other, at: now }
    await keepConsent(opened.db, unknown, async () => expect.unreachable())
    const kept = await opened.db
      .select()
      .from(substitutionConsents)
      .where(eq(substitutionConsents.substitution, id))
    expect(kept).toHaveLength(2)
  })
  test('is read by whom it names, and by whoever keeps an office or a region of the absent one', async () => {
    const { id, absent, other } = await pair()
    const waiting = await ordered(absent, other, {}, null)
    const over = await ordered(absent, other, { until: long })
    const read = async (more: object) => {
      const query = {
        reader: 'x',
        offices: [],
        regions: [],
        led: [],
        past: false,
        at: now,
        after: null,
        limit: 200,
        ...more,
      }
      const ids = (await readSubstitutions(opened.db, query)).map((one) => one.id)
      return [id, waiting, over].map((one) => ids.includes(one))
    }
    for (const more of [
      { reader: absent },
      { reader: other },
      { offices: [office] },
      { regions: ['330802'] },
    ])
      expect([more, await read(more)]).toEqual([more, [true, true, false]])
    expect(await read({ reader: absent, past: true })).toEqual([true, true, true])
    expect(await read({})).toEqual([false, false, false])
    expect(await read({ led: ['330802'] })).toEqual([false, true, false])
    expect(await read({ offices: ['330881-bureau'], regions: ['330881'] })).toEqual([
      false,
      false,
      false,
    ])
  })
})

test('an order is not read by an office that the absent one left before it begins, or joins after it ends', async () => {
  const moving = (since: string, until: string | null) =>
    somebody([{ role: 'inspector', office: '330803-bureau', region: '330803', since, until }])
  const other = await somebody([{ role: 'inspector' }])
  const read = async (person: string, more: object, agreedAt: string | null = long) => {
    const id = await ordered(person, other, {}, agreedAt)
    const query = { reader: 'x', offices: [], regions: [], led: [], past: true, at: now }
    const found = await readSubstitutions(opened.db, { ...query, ...more, after: null, limit: 200 })
    return found.some((one) => one.id === id)
  }
  const ways = [{ offices: ['330803-bureau'] }, { regions: ['330803'] }]
  for (const way of ways) {
    expect(await read(await moving(long, before), way)).toBe(false)
    expect(await read(await moving(long, later(before, 1)), way)).toBe(true)
    expect(await read(await moving(later(after, -1), null), way)).toBe(true)
    expect(await read(await moving(after, null), way)).toBe(false)
  }
  expect(await read(await moving(long, before), { led: ['330803'] }, null)).toBe(false)
  expect(await read(await moving(long, null), { led: ['330803'] }, null)).toBe(true)
})

test('orders come the newest first, by name where two are of one moment, in pages that neither overlap nor leave out', async () => {
  const { absent, other, id: last } = await pair({ createdAt: later(long, 2) })
  const made = [
    last,
    ...(await Promise.all(
      [0, 1, 1].map((n) => ordered(absent, other, { createdAt: later(long, n) })),
    )),
  ]
  const fixed = { reader: absent, offices: [], regions: [], led: [], past: false, at: now }
  const page = (limit: number, after: Place | null = null) =>
    readSubstitutions(opened.db, { ...fixed, limit, after })
  const seen: string[] = []
  for (let after: Place | null = null; seen.length < made.length; ) {
    const rows = await page(1, after)
    expect(rows).toHaveLength(seen.length < made.length - 1 ? 2 : 1)
    seen.push(rows[0]!.id)
    after = { at: rows[0]!.createdAt, id: rows[0]!.id }
  }
  const [, first, ...twins] = made
  expect(seen).toEqual([last, ...twins.toSorted().toReversed(), first])
  expect((await page(10)).map(({ id }) => id)).toEqual(seen)
})

test('people are named, also who has left, and nobody else', async () => {
  const [one, gone] = [await somebody([]), await somebody([], false)]
  const named = [
    [one, `甲${one}`],
    [gone, `甲${gone}`],
  ] as const
  expect(await namesOf(opened.db, [one, gone, 'nobody'])).toEqual(new Map(named))
  expect(await namesOf(opened.db, [])).toEqual(new Map())
})

test('own posts are those of the moment, and who has none is told so', async () => {
  const id = await somebody([
    { role: 'leader', since: now },
    { role: 'inspector', until: now },
  ])
  const held = async (at: string) =>
    (await ownPostsOf(opened.db, [id], at)).get(id)?.map(({ role }) => role)
  expect([await held(later(now, -1)), await held(now)]).toEqual([['inspector'], ['leader']])
  expect(await ownPostsOf(opened.db, ['nobody'], now)).toEqual(new Map([['nobody', []]]))
  expect((await ownPostsOf(opened.db, [], now)).size).toBe(0)
})
