// Does a bar on applying again bind its builder in all his projects, also in one that he had registered before?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject, refusal } from './part.ts'
import { sample } from './playing.ts'

let at: Awaited<ReturnType<typeof openProject>>
beforeAll(async () => {
  at = await openProject('2026-03-02T01:00:00.000Z')
}, 120_000)
afterAll(() => at?.close())

test('a barred builder applies for nothing of another project', async () => {
  const [refused, other] = [
    await at.registers('hazchem'),
    await at.registers('hazchem', { name: '二期储罐' }),
  ]
  await at.does(refused, ['boss', 'apply-conditions'])
  await at.does(refused, ['clerk', 'refuse-acceptance', sample('refuse-acceptance', 2)])
  const said = await refusal(() => at.does(other, ['boss', 'apply-conditions']))
  expect(said).toMatch(/2027-03-02.*第七十八条/)
}, 120_000)
