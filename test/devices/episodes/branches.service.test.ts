// Does a case hear of each older occurrence that its device still holds, however many wait to be told?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { besides } from '../../../devices/episodes/besides.ts'
import { makePartitions } from '../../../devices/readings/partitions.ts'
import { type Desk, openDesk } from '../desk.ts'
import { condition, openPlant, type Plant } from '../plant.ts'

let plant: Plant
let desk: Desk
beforeEach(async () => {
  plant = await openPlant()
  await makePartitions(plant.db, new Date())
  desk = await openDesk(plant)
})
afterEach(async () => {
  await desk.close()
  await plant.close()
})

const waiting = async () => {
  const notes = (await plant.rows.outbox()).filter(
    ({ kind, doneAt }) => kind === 'branch' && doneAt === null,
  )
  const [note] = notes
  if (!note || notes.length > 1) throw new Error(`${notes.length} notes wait`)
  return besides(plant.db, note, 'note-branch')
}
const tells = async (branches: string[]): Promise<void> => {
  for (const [n, branch] of branches.entries())
    await desk.take(
      [condition('fault', true, { level: 2, branch })],
      new Date(Date.now() + 1_000 * (n + 1)),
    )
}

test('one note names them all, each once, in their order', async () => {
  await desk.take([condition('fault', true, { level: 2 })])
  await tells(['b-1'])
  expect(await waiting()).toEqual({ branch: 'b-1' })
  await tells(['b-2', 'b-1', 'b-3'])
  expect(await waiting()).toEqual({ branch: 'b-1、b-2、b-3' })
})

test('of very many it names as many as a line holds, and says how many there are', async () => {
  await desk.take([condition('fault', true, { level: 2 })])
  const many = Array.from({ length: 60 }, (_, n) => `${n}`.padStart(32, 'b'))
  await tells(many)
  const { branch } = (await waiting()) as { branch: string }
  expect(branch.length).toBeLessThanOrEqual(200)
  expect(branch).toMatch(new RegExp(`^${many[0]}、.*…（60）$`))
})
