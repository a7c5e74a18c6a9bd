// Who stands in for whom at a moment, with which posts, and who is notified in his place?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recipientsOf } from '../../../activities/recipients.ts'
import { personAt } from '../../../db/cases/case-store.ts'
import { appointments } from '../../../db/schema/organisation/organisation.ts'
import { endSubstitution, findSubstitution } from '../../../db/tasks/substitution-orders.ts'
import { substitutedPosts, substitutesOf } from '../../../db/tasks/substitutions.ts'
import { later } from '../../../domain/time/instant.ts'
import { after, before, chief, long, now, type Orders, office, openOrders } from './ordering.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const somebody: Orders['somebody'] = (...all) => opened.somebody(...all)
const ordered: Orders['ordered'] = (...all) => opened.ordered(...all)
const pair: Orders['pair'] = (...all) => opened.pair(...all)

/** What somebody may do for others then, told both ways. */
const standing = async (absent: string, other: string, at = now) => {
  const posts = await substitutedPosts(opened.db, other, at)
  const texts = await substitutesOf(opened.db, [absent], at)
  return [posts.map(({ role }) => role), texts.map(({ substitute }) => substitute.id === other)]
}
const [stands, none] = [
  [['section-chief'], [true]],
  [[], []],
]

describe('somebody stands in', () => {
  test('with the posts of the absent one, in his name and by the order', async () => {
    const { absent, other } = await pair()
    expect(await standing(absent, other)).toEqual(stands)
    expect(await substitutedPosts(opened.db, other, now, true)).toEqual([
      {
        office,
        region: '330802',
        role: 'section-chief',
        onBehalfOf: { id: absent, name: `甲${absent}`, order: '衢应急〔2026〕1号' },
      },
    ])
    expect((await personAt(opened.db, other, now))?.appointments.map(({ role }) => role)).toEqual([
      'inspector',
      'section-chief',
    ])
  })
  test('from the first instant to the last one before its end', async () => {
    const { absent, other } = await pair()
    expect(await standing(absent, other, before)).toEqual(stands)
    expect(await standing(absent, other, later(before, -1))).toEqual(none)
    expect(await standing(absent, other, later(after, -1))).toEqual(stands)
    expect(await standing(absent, other, after)).toEqual(none)
  })
  test('only once everybody who is asked has agreed', async () => {
    const waiting = await pair({}, null)
    expect(await standing(waiting.absent, waiting.other)).toEqual(none)
    const agreed = await pair({}, now)
    expect(await standing(agreed.absent, agreed.other, later(now, -1))).toEqual(none)
    expect(await standing(agreed.absent, agreed.other)).toEqual(stands)
  })
  test('until it is ended before its time', async () => {
    const { absent, other, id } = await pair()
    const end = { substitution: id, endedBy: absent, endedAt: now, reason: '已回' }
    expect(await endSubstitution(opened.db, end)).toBe(true)
    expect(await endSubstitution(opened.db, { ...end, endedAt: after })).toBe(false)
    expect(await standing(absent, other, later(now, -1))).toEqual(stands)
    expect(await standing(absent, other)).toEqual(none)
    expect(await findSubstitution(opened.db, id)).toMatchObject({
      endedAt: now,
      endedBy: absent,
      endReason: '已回',
    })
  })
  test('for no post that the absent one does not hold then, nor for more than was ordered', async () => {
    const [absent, other] = [
      await somebody([
        { role: 'section-chief', since: now },
        { role: 'leader', until: now },
        { role: 'inspector' },
      ]),
      await somebody([{ role: 'inspector' }]),
    ]
    const posts = [chief, `${office}/leader`]
    await ordered(absent, other, { posts })
    const held = async (at: string) =>
      (await substitutedPosts(opened.db, other, at)).map(({ role }) => role)
    expect([await held(later(now, -1)), await held(now)]).toEqual([['leader'], ['section-chief']])
  })
  test('for nobody who has left, and for nobody’s administration', async () => {
    const [gone, historyRecorder, other] = [
      await somebody([{ role: 'section-chief' }], false),
      await somebody([{ role: 'administrator' }]),
      await somebody([{ role: 'inspector' }]),
    ]
    await ordered(gone, other)
    await ordered(historyRecorder, other, { posts: [`${office}/administrator`] })
    expect(await substitutedPosts(opened.db, other, now)).toEqual([])
  })
  test('for others no more where he has no post of his own, and is not notified for them', async () => {
    const absent = await somebody([{ role: 'section-chief' }])
    const [none, left, gone] = [
      await somebody([]),
      await somebody([{ role: 'inspector', until: now }]),
      await somebody([{ role: 'inspector' }], false),
    ]
    for (const other of [none, left, gone]) await ordered(absent, other)
    expect(await substitutesOf(opened.db, [absent], now)).toEqual([])
    expect((await personAt(opened.db, left, now))?.appointments).toEqual([])
    expect((await substitutesOf(opened.db, [absent], later(now, -1))).length).toBe(1)
    expect(await substitutesOf(opened.db, [], now)).toEqual([])
  })
})

describe('a notice', () => {
  const texts = async (groups: string[], people: string[] = []) =>
    (await recipientsOf(opened.db, groups, now, people)).map(({ id, onBehalfOf }) => [
      id,
      onBehalfOf.map((one) => one.id),
    ])
  const alone = async () => {
    // Whoever held the post in other tests holds it no more.
    await opened.db.update(appointments).set({ until: long })
  }
  test('goes to the absent one and to his substitute, who reads for whom', async () => {
    await alone()
    const { absent, other } = await pair()
    expect(await texts([chief])).toEqual([
      [absent, []],
      [other, [absent]],
    ])
  })
  test('goes to nobody in the place of one who holds another post, and to a substitute once for each', async () => {
    await alone()
    const { absent, other } = await pair({ posts: [`${office}/leader`] })
    expect(await texts([chief])).toEqual([[absent, []]])
    const second = await somebody([{ role: 'section-chief' }])
    await ordered(absent, other)
    await ordered(absent, other)
    await ordered(second, other, { createdAt: later(long, 1) })
    const all = await texts([chief])
    expect(all.find(([id]) => id === other)).toEqual([other, [absent, second]])
  })
  test('to two posts goes to no substitute for the one that only somebody else holds', async () => {
    await alone()
    const { absent } = await pair({ posts: [`${office}/leader`] })
    const leader = await somebody([{ role: 'leader' }])
    expect((await texts([chief, `${office}/leader`])).map(([id]) => id).sort()).toEqual(
      [absent, leader].sort(),
    )
  })
  test('by name goes to whoever is there, whatever post he holds, and to his substitute', async () => {
    await alone()
    const { absent, other } = await pair()
    const gone = await somebody([], false)
    expect(await texts([], [absent, gone, 'nobody'])).toEqual([
      [absent, []],
      [other, [absent]],
    ])
    expect(await texts([])).toEqual([])
  })
  test('goes to nobody by a post that has ended, has not begun, or whose holder has left', async () => {
    await alone()
    const here = await somebody([{ role: 'section-chief', since: now }])
    await somebody([{ role: 'section-chief', until: now }])
    await somebody([{ role: 'section-chief', since: later(now, 1) }])
    await somebody([{ role: 'section-chief' }], false)
    await somebody([{ role: 'leader' }])
    expect(await texts([chief])).toEqual([[here, []]])
  })
})
