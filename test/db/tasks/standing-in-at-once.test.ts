// Who waits for whom while somebody orders, agrees to, or works by a substitution?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appointments, persons } from '../../../db/schema/organisation/organisation.ts'
import {
  findSubstitution,
  keepConsent,
  keepSubstitution,
} from '../../../db/tasks/substitution-orders.ts'
import { substitutedPosts } from '../../../db/tasks/substitutions.ts'
import { later } from '../../../domain/time/instant.ts'
import { someoneWaits } from '../who-waits.ts'
import { now, type Orders, openOrders } from './ordering.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const side = 'giving' as const

describe('of two orders for one absent person', () => {
  test('that are agreed to at once, the second is judged by the first, and one for somebody else waits for neither', async () => {
    const { absent, other, id } = await opened.pair({}, null)
    const [second, elsewhere] = [
      await opened.ordered(absent, other, {}, null),
      await opened.pair({}, null),
    ]
    const judged: string[][] = []
    const agree = (
      one: string,
      person: string,
      before: () => Promise<unknown> = async () => null,
    ) =>
      keepConsent(opened.db, { id: one, person, by: other, at: now }, async (_, __, others) => {
        judged.push(others.map((found) => found.id))
        await before()
        return { side, last: true }
      })
    const waiting: Promise<void>[] = []
    await agree(id, absent, async () => {
      await agree(elsewhere.id, elsewhere.absent)
      waiting.push(agree(second, absent))
      expect(await someoneWaits(opened.db)).toBe('waits')
    })
    await Promise.all(waiting)
    expect(judged).toEqual([[], [], [id]])
  })
  test('the same one given twice at once is kept once, and both are told the same', async () => {
    const [absent, other] = [await opened.somebody([]), await opened.somebody([])]
    const wanted = opened.wantedFor(absent, other, { createdAt: now })
    let asked = 0
    const give = () =>
      keepSubstitution(opened.db, wanted, side, () => {
        asked += 1
      })
    const [one, same] = await Promise.all([give(), give()])
    expect([asked, one]).toEqual([1, same])
    expect(await findSubstitution(opened.db, wanted.id)).toEqual(one)
  })
})

describe('whoever works by the posts of somebody absent', () => {
  const during = async <Result>(
    change: typeof persons | typeof appointments,
    absent: string,
    work: () => Promise<Result>,
  ) => {
    const found: Promise<Result>[] = []
    const waits = await opened.db.transaction(async (tx) => {
      if (change === persons)
        await tx.update(persons).set({ mail: 'x' }).where(eq(persons.id, absent))
      else
        await tx
          .update(appointments)
          .set({ until: later(now, -1) })
          .where(eq(appointments.person, absent))
      found.push(work())
      return Promise.race([someoneWaits(opened.db), found[0]?.then(() => 'nobody waits')])
    })
    return [waits, await found[0]]
  }
  test('waits for whoever takes one of them away just now, and has it no more', async () => {
    const { absent, other } = await opened.pair()
    const acting = () => substitutedPosts(opened.db, other, now, true)
    expect(await during(appointments, absent, acting)).toEqual(['waits', []])
  })
  test('waits for nobody who changes the address of the absent one', async () => {
    const { absent, other } = await opened.pair()
    const acting = () => substitutedPosts(opened.db, other, now, true)
    expect(await during(persons, absent, acting)).toEqual([
      'nobody waits',
      [expect.objectContaining({ role: 'section-chief' })],
    ])
  })
  test('who only reads of them waits for nobody', async () => {
    const { absent, other } = await opened.pair()
    const reading = () => substitutedPosts(opened.db, other, now)
    expect(await during(appointments, absent, reading)).toEqual([
      'nobody waits',
      [expect.objectContaining({ role: 'section-chief' })],
    ])
  })
})
