// In which order do several runs of one case's effects come, and does one case wait for another?
import { expect, test } from 'vitest'
import { createRunEffects } from '../../activities/run-effects.ts'

/** Runs that have begun, each of which ends when it is told to; what they do is nothing here. */
const begun = () => {
  const ends: (() => void)[] = []
  const now = () =>
    new Promise<never>((_, refuse) => {
      ends.push(() => refuse(new Error('ended')))
    })
  const effectsOf = createRunEffects({ db: null, now } as never)
  const run = (caseId: string) => {
    effectsOf({ caseId, process: 'counter' }).catch(() => undefined)
  }
  return { run, ends }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('of one case the next run begins when the one before it has ended, also where a third comes meanwhile', async () => {
  const { run, ends } = begun()
  run('a')
  run('a')
  await settled()
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await settled()
  expect(ends).toHaveLength(2)
  run('a')
  await settled()
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await settled()
  expect(ends).toHaveLength(3)
})

test('another case does not wait', async () => {
  const { run, ends } = begun()
  run('a')
  run('b')
  await settled()
  expect(ends).toHaveLength(2)
})
