// Who is told to be away on which days, by an order that somebody stands in for him?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAbsences } from '../../../db/tasks/absences-reads.ts'
import { endSubstitution } from '../../../db/tasks/substitution-orders.ts'
import { later } from '../../../domain/time/instant.ts'
import { after, now, type Orders, openOrders } from './ordering.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

/** Who stands in, and from when to when, for these people between these days. */
const away = async (people: string[], from: string, to = from) =>
  (await readAbsences(opened.db, people, from, to)).map((one) => [one.from, one.to, one.substitute])
const end = (substitution: string, endedAt: string) =>
  endSubstitution(opened.db, { substitution, endedBy: 'p-chief', endedAt, reason: '已回' })

test('an absence is told with the name of the substitute, on its first and its last day and on none beside them', async () => {
  const { absent, other } = await opened.pair({ fromDay: '2026-03-05', toDay: '2026-03-07' })
  expect(await readAbsences(opened.db, [absent], '2026-03-01', '2026-03-31')).toEqual([
    { person: absent, from: '2026-03-05', to: '2026-03-07', substitute: `甲${other}` },
  ])
  const told = ['2026-03-05', '2026-03-07', `甲${other}`]
  expect(await away([absent], '2026-03-04')).toEqual([])
  expect(await away([absent], '2026-03-05')).toEqual([told])
  expect(await away([absent], '2026-03-07')).toEqual([told])
  expect(await away([absent], '2026-03-08')).toEqual([])
  expect(await away([absent], '2026-03-01', '2026-03-05')).toEqual([told])
  expect(await away([absent], '2026-03-07', '2026-03-31')).toEqual([told])
})

test('an order that somebody still has to agree to makes nobody absent', async () => {
  const { absent } = await opened.pair({}, null)
  expect(await away([absent], '2026-03-05')).toEqual([])
})

test('an absence that was ended before its time is told no more, one that was ended with its time is', async () => {
  const [early, last] = [await opened.pair(), await opened.pair()]
  await end(early.id, later(after, -1))
  await end(last.id, after)
  expect(await away([early.absent], '2026-03-05')).toEqual([])
  expect(await away([last.absent], '2026-03-05')).toHaveLength(1)
})

test('absences of several people come by their first day, and of nobody who was not asked about', async () => {
  const [third, first, second, stranger] = [
    await opened.pair({ fromDay: '2026-03-04' }),
    await opened.pair({ fromDay: '2026-03-02' }),
    await opened.pair({ fromDay: '2026-03-03' }),
    await opened.pair(),
  ]
  const people = [third.absent, first.absent, second.absent]
  expect((await away(people, '2026-03-05')).map(([from]) => from)).toEqual([
    '2026-03-02',
    '2026-03-03',
    '2026-03-04',
  ])
  expect(await away([stranger.other], '2026-03-05')).toEqual([])
  expect(await away([], '2026-03-05')).toEqual([])
})

test('somebody with two substitutes on other days is away on both', async () => {
  const { absent, other } = await opened.pair({ fromDay: '2026-03-05', toDay: '2026-03-05' })
  await opened.ordered(absent, other, { fromDay: '2026-03-06', toDay: '2026-03-09', since: now })
  expect((await away([absent], '2026-03-05', '2026-03-06')).map(([from]) => from)).toEqual([
    '2026-03-05',
    '2026-03-06',
  ])
  expect(await away([absent], '2026-03-07')).toHaveLength(1)
})
