// What does the relay of lost wakes do while its database is away, and when it is stopped?
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startRelay } from '../../commit/relay.ts'

/** A relay whose database answers so; `turns`: how often it was asked. */
const relaying = (answer: () => Promise<unknown>) => {
  const asked = { turns: 0 }
  const warned: string[] = []
  const execute = () => {
    asked.turns += 1
    return answer()
  }
  const relay = startRelay(
    { execute } as never,
    async () => undefined,
    (kind) => warned.push(kind),
  )
  return { asked, warned, relay }
}
const nothing = async () => ({ rows: [] })

test('a relay whose database is away warns, and looks again a second later', async () => {
  const { asked, warned, relay } = relaying(() => Promise.reject(new RangeError('away')))
  await expect.poll(() => asked.turns, { timeout: 5_000 }).toBe(2)
  await relay.stop()
  expect(warned).toEqual(['RangeError', 'RangeError'])
})

test('what is thrown and is no error is told as unknown', async () => {
  const { warned, relay } = relaying(() => Promise.reject('林检查 statement'))
  await relay.stop()
  expect(warned).toEqual(['unknown'])
})

test('a relay that is stopped waits for its turn, and for no other', async () => {
  let answer: (() => void) | undefined
  const { asked, warned, relay } = relaying(async () => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return { rows: [] }
  })
  let stopped = false
  const stopping = relay.stop().then(() => {
    stopped = true
  })
  await sleep(20)
  expect(stopped).toBe(false)
  answer?.()
  await stopping
  await sleep(1_100)
  expect([asked.turns, warned]).toEqual([1, []])
})

test('a relay that is stopped between two turns does not wait for the second', async () => {
  const { asked, relay } = relaying(nothing)
  await expect.poll(() => asked.turns).toBe(1)
  const late = sleep(700).then(() => 'late')
  expect(await Promise.race([relay.stop().then(() => 'at once'), late])).toBe('at once')
  await late
  expect(asked.turns).toBe(1)
})
