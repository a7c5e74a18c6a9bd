// Do cases on the real Temporal open one another and tell one another, also by the act by which one ends?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/servers/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const region = '330802'
const linksOf = async (id: string) => (await stage.record(id)).links ?? []
const isThere = (id: string) =>
  stage.record(id).then(
    () => true,
    () => false,
  )
const statusOf = (caseId: string, process: string) =>
  stage.client.status({ caseId, process, generation: 1 })

/** A case that asks, and as many as it has asked for help. */
const asked = async (times: number) => {
  const opener = await stage.start('asking', 'lin', { region })
  for (let nth = 0; nth < times; nth += 1) await stage.act(opener, 'lin', 'call')
  const helpers = (await linksOf(opener)).map(({ id }) => id)
  for (const id of helpers) await expect.poll(() => isThere(id)).toBe(true)
  return { opener, helpers }
}

test('the act by which a case ends reaches its opener, and its outcome is kept before the workflow ends', async () => {
  const { opener, helpers } = await asked(1)
  const [helper = ''] = helpers
  expect((await stage.record(helper)).opener).toEqual({ process: 'asking', id: opener })
  await stage.act(helper, 'lin', 'finish', { n: 2 })
  await expect.poll(async () => (await linksOf(helper))[0]?.status).toBe('done')
  expect((await stage.record(opener)).data.answered).toEqual({ n: 2 })
  await expect.poll(() => statusOf(helper, 'helping')).toBe('COMPLETED')
  expect(await statusOf(opener, 'asking')).toBe('RUNNING')
})

test('what the opener tells reaches each case that it has opened, and one that has ended is told as such', async () => {
  const { opener, helpers } = await asked(2)
  const [first = '', second = ''] = helpers
  await stage.act(second, 'lin', 'finish', { n: 1 })
  await expect.poll(() => statusOf(second, 'helping')).toBe('COMPLETED')
  await stage.act(opener, 'lin', 'tell')
  await expect
    .poll(async () => (await linksOf(opener)).slice(2).map(({ to, status }) => [to, status]))
    .toEqual([
      [first, 'done'],
      [second, 'closed'],
    ])
  expect((await stage.record(first)).data.heed).toEqual({ n: 1 })
})
