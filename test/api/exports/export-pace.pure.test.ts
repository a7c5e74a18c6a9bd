// Does an export rest while others are being answered, and only then?
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { paced } from '../../../api/exports/export-pace.ts'

async function* pages(): AsyncGenerator<number> {
  for (const page of [1, 2, 3]) {
    await sleep(20)
    yield page
  }
}

const taken = async (others: () => number): Promise<{ pages: number[]; ms: number }> => {
  const began = performance.now()
  const got: number[] = []
  for await (const page of paced(pages(), others)) got.push(page)
  return { pages: got, ms: performance.now() - began }
}

describe('an export', () => {
  it('works a third of the time at most while others are being answered', async () => {
    const { pages, ms } = await taken(() => 1)
    expect(pages).toEqual([1, 2, 3])
    expect(ms).toBeGreaterThan(3 * 3 * 19)
  })

  it('asks before each part whether anybody is there', async () => {
    let query = 0
    await taken(() => {
      query += 1
      return 0
    })
    expect(query).toBe(3)
  })

  it('ends when its reader goes', async () => {
    for await (const page of paced(pages(), () => 1)) {
      expect(page).toBe(1)
      break
    }
  })
})
