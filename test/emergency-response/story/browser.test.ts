// Is the fire at an overfilled tank run to its end: alarm, three duty rooms, five orders of a registered plan, a warning, a death on day 20, and the evaluation a year later?
import { afterAll, beforeAll, test } from 'vitest'
import { quiet } from '../../support/browser/browser.ts'
import { death, evaluation, followUp, investigation } from './aftermath.ts'
import { bureaus, lateReport, orders, overfill, raisedAndEnded, threeRooms } from './response.ts'
import { createStory } from './story.ts'
import { warning } from './warning.ts'

const story = createStory()
beforeAll(story.open)
afterAll(story.close)

test('promise (emergencies): a fire at an overfilled tank is run from its alarm to the evaluation of the year after', async () => {
  await overfill(story)
  await threeRooms(story)
  await orders(story)
  await bureaus(story)
  await lateReport(story)
  await warning(story)
  await raisedAndEnded(story)
  await death(story)
  await investigation(story)
  await followUp(story)
  await evaluation(story)
  for (const visitor of Object.values(story.at)) quiet(visitor)
})
