import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlaces } from '../../../api/operation/live-places.ts'
import { type House, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (let tries = 0; !house.live.connected() && tries < 100; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
})
afterAll(() => house.close())

/** The events a person's stream brings, gathered until it is closed. */
const follow = async (who: string) => {
  const ending = new AbortController()
  const answer = await house.app.request('/api/live', {
    headers: { cookie: await house.signIn(who) },
    signal: ending.signal,
  })
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(answer.headers.get('content-encoding')).toBeNull()
  const received: string[] = []
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const done = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      received.push(value)
    }
  })()
  return { received: () => received.join(''), done, stop: () => reader.cancel() }
}
const until = async (yes: () => boolean): Promise<void> => {
  for (let tries = 0; !yes() && tries < 1_000; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('the live stream', () => {
  test('brings ids and revisions of cases in scope, and nothing else', async () => {
    const [lin, jiang, qi] = [await follow('lin'), await follow('jiang'), await follow('qi')]
    const id = await report(house)
    await until(() => lin.received().includes(id) && qi.received().includes(id))
    expect(lin.received()).toContain(
      `event: case\ndata: ${JSON.stringify({ kind: 'case', id, revision: 1 })}`,
    )
    expect(qi.received()).toContain(id)
    expect(jiang.received()).toContain('event: heartbeat')
    expect(jiang.received()).toContain('"waitsSince":null')
    expect(jiang.received()).not.toContain(id)
    expect(lin.received()).not.toMatch(/330802|"e-1"|防爆灯/)
    for (const one of [lin, jiang, qi]) await one.stop()
  })
  test('says of a change that shows in no inbox of the listener that it is others’', async () => {
    const [lin, gao] = [await follow('lin'), await follow('gao')]
    const id = await report(house)
    await until(() => lin.received().includes(id) && gao.received().includes(id))
    const told = (others: object) => JSON.stringify({ kind: 'case', id, revision: 1, ...others })
    expect(lin.received()).toContain(told({}))
    expect(gao.received()).toContain(told({ others: true }))
    for (const one of [lin, gao]) await one.stop()
  })
  test('ends when changes may have been missed, so that the client reads everything again', async () => {
    const lin = await follow('lin')
    await house.deps.connection.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'anjian-live' AND datname = current_database()",
    )
    await lin.done
    await until(() => house.live.connected())
    const again = await follow('lin')
    const id = await report(house)
    await until(() => again.received().includes(id))
    expect(again.received()).toContain(id)
    await again.stop()
  })
  test('promise (secrecy): the stream of somebody whose account is disabled or who signs out ends at once, and of nobody else', async () => {
    const [wu, zhou, chen] = [await follow('wu'), await follow('zhou'), await follow('chen')]
    await house.db.execute(sql`UPDATE persons SET active = false WHERE id = 'wu'`)
    await wu.done
    await house.send('/api/session', {
      method: 'DELETE',
      headers: { cookie: await house.signIn('zhou') },
    })
    await zhou.done
    const id = await report(house)
    await until(() => chen.received().includes(id))
    expect(wu.received() + zhou.received()).not.toContain(id)
    await chen.stop()
  })
  test('hears nothing more of a region as soon as the post there has ended', async () => {
    const [fang, lin] = [await follow('fang'), await follow('lin')]
    await house.db.execute(
      sql`UPDATE appointments SET until = now() - interval '1 minute' WHERE person = 'fang'`,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const id = await report(house)
    await until(() => lin.received().includes(id))
    expect(fang.received()).not.toContain(id)
    for (const one of [fang, lin]) await one.stop()
  })
  test('of one person’s pages hear twenty at once; the next is told so and comes again after a minute', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => follow('lin')))
    const next = await follow('lin')
    await next.done
    expect(next.received()).toBe(
      `event: full\ndata: ${JSON.stringify({ kind: 'full', id: '', revision: 0 })}\nretry: 60000\n\n`,
    )
    const other = await follow('chen')
    expect(other.received()).not.toContain('full')
    await all[0]?.stop()
    await until(() => true)
    const again = await follow('lin')
    const id = await report(house)
    await until(() => again.received().includes(id))
    expect(again.received()).toContain(id)
    for (const one of [...all.slice(1), other, again]) await one.stop()
  })
  test('who reads nothing of it is cut off, and nothing is kept for him', async () => {
    const answer = await house.app.request('/api/live', {
      headers: { cookie: await house.signIn('chen') },
    })
    const changed = { kind: 'case', revision: 1, region: '330802', owner: null }
    await house.db.execute(
      sql`SELECT pg_notify('case', (${JSON.stringify(changed)}::jsonb || jsonb_build_object('id', n))::text) FROM generate_series(1, 12000) n`,
    )
    const other = await follow('lin')
    const id = await report(house)
    await until(() => other.received().includes(id))
    await other.stop()
    const words = await Promise.race([answer.text(), new Promise((r) => setTimeout(r, 5_000))])
    expect(String(words).split('event: case').length).toBeLessThan(6_000)
    expect(words).not.toBe(undefined)
  })
  test('all together are not endlessly many either', () => {
    const { take } = createPlaces({ each: 2, all: 3 })
    const [a, b, c] = [take('a'), take('b'), take('c')]
    expect([a, b, c, take('d')]).toEqual([...Array(3).fill(expect.any(Function)), null])
    a?.()
    a?.()
    expect([take('b'), take('b')]).toEqual([expect.any(Function), null])
  })
  test('is for people signed in', async () => {
    expect((await house.send('/api/live')).status).toBe(401)
  })
})
