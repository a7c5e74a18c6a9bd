// Does a file that takes too much cost only its own process, and is it refused in words?
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inOwnProcess } from '../../api/http/own-process.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Wish } from './greedy-process.ts'

const asking = (processes: number, patienceMs = 30_000) =>
  inOwnProcess<Wish, unknown>(join(import.meta.dirname, 'greedy-process.ts'), {
    processes,
    megabytes: 64,
    patienceMs,
    tooMuch: text('太多了', 'That is too much'),
  })

const refusalOf = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'none',
    (error) => (error instanceof DomainError ? [error.code, error.reasons[0]?.en] : error.message),
  )
const tooMuch = ['file-unsafe', 'That is too much']

describe('a process of its own', () => {
  test('answers one question after the other, and refuses with the words of its judge', async () => {
    const ask = asking(1)
    const first = await ask('name')
    expect(await refusalOf(ask('refuse'))).toEqual(['file-type-refused', 'Not this'])
    await expect(ask('refuse')).rejects.toMatchObject({ details: { size: 3 } })
    expect(await refusalOf(ask('fail'))).toMatch(/^Error: a defect/)
    expect(await ask('name')).toBe(first)
  })
  test('that takes too much memory or time is ended, another one answers, and this one is free meanwhile', async () => {
    const ask = asking(1, 8_000)
    const names = [await ask('name')]
    let beats = 0
    const beating = setInterval(() => {
      beats += 1
    }, 10)
    for (const wish of ['memory', 'loop'] as const) {
      expect([wish, await refusalOf(ask(wish))]).toEqual([wish, tooMuch])
      names.push(await ask('name'))
    }
    clearInterval(beating)
    expect([new Set(names).size, beats > 10]).toEqual([3, true])
  })
  test('that ends by itself is a defect and no refusal', async () => {
    const ask = asking(1)
    expect(await refusalOf(ask('end'))).toMatch(/ended/)
    expect(await ask('name')).toEqual(expect.any(Number))
  })
  test('knows nothing of our settings', async () => {
    expect(await asking(1)('secrets')).toEqual([])
  })
  test('is one of as many as there may be; the others wait', async () => {
    const ask = asking(2)
    const names = await Promise.all(Array.from({ length: 5 }, () => ask('pause')))
    expect(new Set(names).size).toBe(2)
    // Nobody waits for it any more, and it is there all the same.
    await setTimeout(50)
    expect(names).toContain(await ask('name'))
  })
})
