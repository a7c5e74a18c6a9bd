// Do readings wait for each other in their order, and does a turn that was taken always end?
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { connect } from '../../db/client.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { createTurns, readInTurn } from '../../db/turns.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { createDatabase } from '../support/servers/infra.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('turns', () => {
  test('no more are taken than there are; whoever waits comes in the order of his asking', async () => {
    const turns = createTurns(2)
    const log: string[] = []
    const ask = (name: string) =>
      turns.take('behind').then((end) => {
        log.push(name)
        return end
      })
    const [a, b, c, d] = [ask('a'), ask('b'), ask('c'), ask('d')]
    await settled()
    expect(log).toEqual(['a', 'b'])
    ;(await a)()
    await c
    ;(await b)()
    await d
    expect(log).toEqual(['a', 'b', 'c', 'd'])
  })

  test('those that go ahead pass the others, but not for ever', async () => {
    const turns = createTurns(1)
    const log: string[] = []
    let end = await turns.take('ahead')
    const asked = ['long', ...Array.from({ length: 8 }, () => 'short')]
    const all = asked.map((name) =>
      turns.take(name === 'short' ? 'ahead' : 'behind').then((next) => {
        log.push(name)
        end = next
      }),
    )
    for (const _ of all) {
      end()
      await settled()
    }
    await Promise.all(all)
    expect(log.indexOf('long')).toBe(3)
    expect(log).toHaveLength(9)
  })

  test('one turn ends once, and whoever has waited too long is refused and takes none', async () => {
    const turns = createTurns(1)
    const end = await turns.take('ahead')
    await expect(turns.take('behind', 1)).rejects.toMatchObject({ code: 'unavailable' })
    end()
    end()
    await turns.take('behind')
    await expect(turns.take('behind', 1)).rejects.toMatchObject({ code: 'unavailable' })
  })
})

test('a read that fails ends its turn, and one that belongs to an act waits for none', async () => {
  const { url, drop } = await createDatabase()
  const { pool, close } = connect(url, 40)
  const county: Scope = { regions: ['330802'], caseRegions: ['330802'], owner: null, person: 'lin' }
  const read = (statement: string) =>
    withScope(pool, county, (tx: Reader) => tx.execute(sql.raw(statement)))
  const broken = Array.from({ length: 40 }, () =>
    readInTurn('behind', () => read('SELECT 1 / 0')).then(
      () => 'read',
      () => 'refused',
    ),
  )
  expect(new Set(await Promise.all(broken))).toEqual(new Set(['refused']))
  const slow = Array.from({ length: 20 }, () =>
    readInTurn('behind', () => read('SELECT pg_sleep(0.2)')),
  )
  const began = Date.now()
  let slowDone = 0
  for (const one of slow) void one.then(() => (slowDone += 1))
  await read('SELECT 1')
  expect(slowDone).toBeLessThan(20)
  await Promise.all(slow)
  expect(Date.now() - began).toBeGreaterThan(200)
  await close()
  await drop()
})
