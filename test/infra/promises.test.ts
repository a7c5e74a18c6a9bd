// Does docs/generated/promises.md list every promise that a test holds, and nothing else?
import { expect, it } from 'vitest'
import { areas, promisesDocument, readPromises } from '../support/promises.ts'

it('the list of promises is that of the tests', async () => {
  await expect(promisesDocument(readPromises())).toMatchFileSnapshot(
    '../../docs/generated/promises.md',
  )
})

it('every area has its promises, and no sentence stands twice', () => {
  const promises = readPromises()
  for (const area of Object.keys(areas))
    expect(promises.filter((one) => one.area === area).length).toBeGreaterThan(2)
  const output = promises.map(({ words }) => words)
  expect(output.filter((words, at) => output.indexOf(words) !== at)).toEqual([])
})
