// Does each published frame of a protocol leave behind what it is to, in each way in which it may come?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomesOf } from './outcomes.ts'
import { expected, type Played, type Playing, play, type Sample, type Stage } from './playing.ts'
import type { Way } from './ways.ts'

/** All of them are played before the first test looks. */
export const testPublished = (stage: Stage, samples: Sample[], ways: Way[]): void => {
  const outcomes = outcomesOf(stage.protocol)
  const all = samples.flatMap((sample): Played[] => {
    const outcome = outcomes.find(({ frame }) => frame === sample.name)
    return outcome ? [{ ...outcome, ...sample }] : []
  })
  let playing: Playing
  beforeAll(async () => {
    playing = await play(stage, all, ways)
  })
  afterAll(() => playing.close())

  test('every frame has its outcome', () => {
    expect(outcomes.map(({ frame }) => frame)).toEqual(samples.map(({ name }) => name))
  })
  describe.each(ways)('%s', (way) => {
    test('the feed has counted what was refused, and knows when it received the last', async () => {
      const refused = all
        .flatMap((one) => expected(one, way).stands)
        .filter((line) => line.startsWith('refused: '))
      expect(await playing.health(way)).toEqual({
        faults: refused.length,
        lastSeen: playing.lastAt,
      })
    })
    test.each(all)('$name $note', async (one) => {
      expect(await playing.left(one, way)).toEqual(expected(one, way))
    })
  })
}
