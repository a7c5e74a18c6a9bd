// Does what nobody sends again outlive the process, in its order, and does the newest win when there is no more room?
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSpool, type Spool } from '../../../devices/connections/spool.ts'
import type { Observation } from '../../../devices/port/port.ts'

let folder: string
const spools: Spool[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjian-spool-'))
})
afterEach(async () => {
  await Promise.all(spools.splice(0).map((one) => one.close()))
  rmSync(folder, { recursive: true, force: true })
})

const log: string[] = []
const opened = (more: Partial<Parameters<typeof createSpool>[0]> = {}): Spool => {
  const spool = createSpool({ folder, log: (line) => log.push(line), syncMs: 10, ...more })
  spools.push(spool)
  return spool
}
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second))
const place = (n: number): Observation => ({
  kind: 'position',
  device: `测H${n}`,
  at: at(n).toISOString(),
  lon: 118,
  lat: 28,
  speedKmh: 1,
  direction: 1,
  altitude: 1,
  alarmBits: 0,
  statusBits: 0,
  flags: [],
  message: `p${n}`,
})

/** What is taken out, as `device@second of its coming`. */
const taken = async (spool: Spool, feed = 'lorries'): Promise<string[]> => {
  const all: string[] = []
  await spool.empty(feed, async ([one], received) =>
    all.push(`${one?.device}@${received.getUTCSeconds()}`),
  )
  return all
}

test('what was kept comes back once, in its order, with the moment at which it came', async () => {
  const spool = opened()
  for (const n of [1, 2, 3]) await spool.keep('lorries', [place(n)], at(n + 10))
  await spool.keep('县/另一路', [place(9)], at(9))
  expect(await taken(spool)).toEqual(['测H1@11', '测H2@12', '测H3@13'])
  expect(await taken(spool)).toEqual([])
  expect(await taken(spool, '县/另一路')).toEqual(['测H9@9'])
})

test('a process that died has left it for the next one; which waits until it writes no more; a line that was cut off is left out, those before it are not', async () => {
  const dying = opened()
  await dying.keep('lorries', [place(1)], at(1))
  const [name = ''] = readdirSync(join(folder, 'lorries'))
  appendFileSync(join(folder, 'lorries', name), '{"received":"2026-01-01T00')
  const next = opened({ restMs: 50 })
  expect(await taken(next)).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(await taken(next)).toEqual(['测H1@1'])
})

test('what is not taken stays, whole; what comes meanwhile is behind it', async () => {
  const spool = opened()
  await spool.keep('lorries', [place(1)], at(1))
  await expect(
    spool.empty('lorries', () => Promise.reject(new Error('still away'))),
  ).rejects.toThrow('still away')
  await spool.keep('lorries', [place(2)], at(2))
  expect(await taken(spool)).toEqual(['测H1@1', '测H2@2'])
})

test('kept while it is being emptied: neither lost nor twice', async () => {
  const spool = opened()
  await spool.keep('lorries', [place(1)], at(1))
  const all: string[] = []
  const take = async ([one]: Observation[]): Promise<void> => {
    if (all.length === 0) await spool.keep('lorries', [place(2)], at(2))
    all.push(one?.device ?? '')
  }
  await spool.empty('lorries', take)
  await spool.empty('lorries', take)
  expect(all).toEqual(['测H1', '测H2'])
})

test('what PostgreSQL will never take stands aside, and what is behind it gets its turn', async () => {
  const spool = opened()
  for (const n of [1, 2, 3]) await spool.keep('lorries', [place(n)], at(n))
  const all: string[] = []
  await spool.empty('lorries', async ([one]) => {
    if (one?.device === '测H2')
      throw Object.assign(new Error('smallint out of range'), { code: '22003' })
    all.push(one?.device ?? '')
  })
  expect(all).toEqual(['测H1', '测H3'])
  expect(await taken(spool)).toEqual([])
  expect(readdirSync(join(folder, 'lorries'))).toEqual([expect.stringMatching(/\.jsonl\.refused$/)])
  expect(log.join()).toContain('refused for ever (22003)')
})

test('beyond its room the oldest goes, and that is said', async () => {
  const spool = opened({ mostBytes: 1_200, segmentBytes: 400 })
  for (let n = 1; n <= 20; n++) await spool.keep('lorries', [place(n)], at(n))
  const left = await taken(spool)
  expect(left.at(-1)).toBe('测H20@20')
  expect(left.length).toBeLessThan(10)
  expect(log.join()).toContain('the spool is full')
})

test('a disk that takes nothing is reported', async () => {
  const spool = opened({ folder: '/dev/null/spool' })
  await expect(spool.keep('lorries', [place(1)], at(1))).rejects.toThrow()
})
