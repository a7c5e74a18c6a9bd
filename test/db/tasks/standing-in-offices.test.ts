// Who is shown to the head of an office as standing in for its people?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingInOffices } from '../../../db/tasks/standing-in-reads.ts'
import { endSubstitution } from '../../../db/tasks/substitution-orders.ts'
import { later } from '../../../domain/time/instant.ts'
import { after, before, chief, long, now, type Orders, office, openOrders } from './ordering.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const window = '330802-window'
const names = async (absent: string, at = now, offices = [office]) =>
  (await standingInOffices(opened.db, offices, at)).get(absent)?.map(({ name }) => name)

test('a substitute is shown with the days and the order, in the office of the absent one and in no other', async () => {
  const { absent, other } = await opened.pair()
  const found = await standingInOffices(opened.db, [office], now)
  expect(found.get(absent)).toEqual([
    { name: `甲${other}`, from: '2026-03-05', to: '2026-03-05', order: '衢应急〔2026〕1号' },
  ])
  expect((await standingInOffices(opened.db, ['330881-bureau'], now)).size).toBe(0)
  expect((await standingInOffices(opened.db, [], now)).size).toBe(0)
})

test('a substitute is shown from the first instant to the last, once all have agreed, and until the order is ended', async () => {
  const [{ absent, other, id }, waiting] = [await opened.pair(), await opened.pair({}, null)]
  const shown = [`甲${other}`]
  expect(await names(absent, later(before, -1))).toBeUndefined()
  expect(await names(absent, before)).toEqual(shown)
  expect(await names(absent, later(after, -1))).toEqual(shown)
  expect(await names(absent, after)).toBeUndefined()
  expect(await names(waiting.absent)).toBeUndefined()
  await endSubstitution(opened.db, {
    substitution: id,
    endedBy: absent,
    endedAt: now,
    reason: '已回',
  })
  expect(await names(absent, later(now, -1))).toEqual(shown)
  expect(await names(absent)).toBeUndefined()
})

test('a substitute of two posts of an office is shown once', async () => {
  const absent = await opened.somebody([{ role: 'section-chief' }, { role: 'inspector' }])
  const other = await opened.somebody([{ role: 'inspector' }])
  await opened.ordered(absent, other, { posts: [chief, `${office}/inspector`] })
  expect(await names(absent)).toEqual([`甲${other}`])
})

test('several substitutes of one person are shown in the order in which they were ordered', async () => {
  const { absent, other } = await opened.pair({ createdAt: later(long, 2) })
  const others = [
    [await opened.somebody([{ role: 'inspector' }]), later(long, 3)],
    [await opened.somebody([{ role: 'inspector' }]), later(long, 1)],
  ] as const
  for (const [id, createdAt] of others) await opened.ordered(absent, id, { createdAt })
  expect(await names(absent)).toEqual([others[1][0], other, others[0][0]].map((id) => `甲${id}`))
})

describe('nobody is shown who can do nothing for the absent one:', () => {
  const of = async (
    absentPosts: Parameters<Orders['somebody']>[0],
    posts = [chief],
    active = true,
  ): Promise<string> => {
    const absent = await opened.somebody(absentPosts, active)
    await opened.ordered(absent, await opened.somebody([{ role: 'inspector' }]), { posts })
    return absent
  }
  test('no substitute who has left, or whose own posts have ended or not begun', async () => {
    const absent = await opened.somebody([{ role: 'section-chief' }])
    for (const other of [
      await opened.somebody([{ role: 'inspector' }], false),
      await opened.somebody([{ role: 'inspector', until: now }]),
      await opened.somebody([{ role: 'inspector', since: later(now, 1) }]),
      await opened.somebody([]),
    ])
      await opened.ordered(absent, other)
    expect(await names(absent)).toBeUndefined()
  })
  test('nobody for one who has left, or who holds the post no more or not yet', async () => {
    expect(await names(await of([{ role: 'section-chief' }], [chief], false))).toBeUndefined()
    expect(await names(await of([{ role: 'section-chief', until: now }]))).toBeUndefined()
    expect(await names(await of([{ role: 'section-chief', since: later(now, 1) }]))).toBeUndefined()
    expect(await names(await of([{ role: 'section-chief', since: now }]))).toHaveLength(1)
  })
  test('nobody for a post that he does not hand over, or that he holds in another office', async () => {
    expect(await names(await of([{ role: 'inspector' }]))).toBeUndefined()
    const both = [{ role: 'section-chief' }, { role: 'clerk', office: window }]
    const absent = await of(both, [`${window}/clerk`])
    expect(await names(absent)).toBeUndefined()
    expect(await names(absent, now, [window])).toHaveLength(1)
    const keeper = await of([{ role: 'administrator' }], [`${office}/administrator`])
    expect(await names(keeper)).toBeUndefined()
  })
})
