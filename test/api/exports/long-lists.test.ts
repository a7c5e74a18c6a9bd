// Does an exported list cost little, however long it is?
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serve } from '@hono/node-server'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createUnpacker } from '../../../ui/list/export.ts'
import { deep } from '../../support/deep.ts'
import {
  connections,
  fetched,
  house,
  multiply,
  titles,
  useExportHouse,
  workbook,
} from './export-house.ts'

useExportHouse()

const many = 10_000

describe('a long list', () => {
  beforeAll(() => multiply('330802', many, '批'), 120_000)
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 400))
  /** Pages of a list that is read whole, and a few for who asks. */
  const ofTheWhole = 48
  /** How often the database was asked, once it is no more; a page may still be under way on a busy machine. */
  const allConnections = async () => {
    for (let known = -1; known !== connections; ) {
      known = connections
      await quiet()
    }
    return connections
  }
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  /** What is held, in MB, garbage swept. */
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }

  test.each(['csv', 'xlsx'])(
    'of %s comes whole, in frames that count, within a bound of memory',
    async (format) => {
      const answer = await fetched('zhou', `format=${format}&progress=1`)
      const parts: Uint8Array[] = []
      const steps = new Set<number>()
      const unpack = createUnpacker((rows, part) => {
        steps.add(rows)
        parts.push(part)
      })
      const before = held()
      let most = before
      for await (const chunk of answer.body!) {
        const known = steps.size
        unpack.take(chunk)
        if (steps.size > known && steps.size % 8 === 0) most = Math.max(most, held())
      }
      console.log(
        `${format}: ${many} rows, ${(most - before).toFixed(0)} MB above ${before.toFixed(0)} MB`,
      )
      expect(unpack.whole()).toBe(true)
      expect(Math.max(...steps)).toBe(many + titles.length)
      expect(steps.size).toBeGreaterThan(10)
      expect(most - before).toBeLessThan(40)
      const bytes = Buffer.concat(parts)
      const rows =
        format === 'xlsx'
          ? (await workbook(new Response(bytes))).map((row) => row[0])
          : bytes.toString().match(/^批\d+/gm)!
      const numbers = rows.filter((number) => String(number).startsWith('批'))
      expect(numbers).toEqual(Array.from({ length: many }, (_, n) => `批${n + 1}`))
    },
  )
  test('is read no faster than it is taken', async () => {
    const answer = await fetched('zhou', 'format=csv')
    const before = connections
    const reader = answer.body!.getReader()
    await reader.read()
    await reader.read()
    const taken = (await allConnections()) - before
    await reader.cancel()
    expect(taken).toBeLessThan(ofTheWhole / 4)
  })
  test('never looks whole when its request was aborted, and is not read on', async () => {
    const gone = new AbortController()
    const answer = await fetched('zhou', 'format=csv', gone.signal)
    const reader = answer.body!.getReader()
    for (let n = 0; n < 3; n += 1) await reader.read()
    gone.abort()
    const before = connections
    const drain = async () => {
      while (!(await reader.read()).done);
    }
    await expect(drain()).rejects.toThrow()
    // a page that was under way, and the record of the end with its moment
    expect(connections - before).toBeLessThanOrEqual(3)
  })
  test('is read no further once its reader has gone', async () => {
    const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/exports/cases?format=`
    const headers = { cookie: await house.signIn('fang') }
    const before = connections
    for (let n = 0; n < 4; n += 1) {
      const gone = new AbortController()
      const answer = await fetch(url + (n % 2 ? 'csv' : 'xlsx'), { headers, signal: gone.signal })
      expect(answer.status).toBe(200)
      await answer.body!.getReader().read()
      gone.abort()
      await quiet()
    }
    expect((await allConnections()) - before).toBeLessThan(2 * ofTheWhole)
    await new Promise((resolve) => server.close(resolve))
  })
  test('of more rows than may leave at once is refused before the first one, and keeps no place', async () => {
    Object.assign(house.deps.settings, { mostExported: many })
    for (let n = 0; n < 3; n += 1) {
      const { status, body } = await house.as('zhou', '/api/exports/cases?format=csv')
      expect([status, body.reasons[0].en]).toEqual([
        422,
        `${many + titles.length} cases; at most ${many} at once, narrow the filter`,
      ])
    }
    Object.assign(house.deps.settings, { mostExported: undefined })
  })
  test.runIf(deep)('of more than 200,000 rows is refused', async () => {
    // Nothing is looked up any more in this database, and in parts each has its time.
    await house.db.execute(sql`
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT indexrelid::regclass AS name FROM pg_index WHERE indrelid = 'cases'::regclass AND NOT indisunique
        LOOP EXECUTE 'DROP INDEX ' || one.name; END LOOP;
      END $$`)
    for (let from = 1; from <= 200_001; from += 25_000)
      await house.db.execute(sql`
        INSERT INTO cases (id, process, chart, number, generation, revision, status, region, title, search, state, record, opened_at)
        SELECT '超' || n, 'none', 1, '超' || n, 1, 1, 'open', '330881', '', '', '', '{}', now()
        FROM generate_series(${from}::int, least(${from}::int + 24999, 200001)) n`)
    const { status, body } = await house.as('jiang', '/api/exports/cases?format=csv&process=none')
    expect([status, body.reasons[0].en]).toEqual([
      422,
      '200001 cases; at most 200000 at once, narrow the filter',
    ])
  })
})
