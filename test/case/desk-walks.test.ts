// Whatever people do with the tasks of a case in whatever order: does it go on, does each hand count once, does the record explain it?
import { expect, test } from 'vitest'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { samples as hazardForms, reported } from '../hazard-rectification/samples.ts'
import { applied, samples as licenceForms } from '../hazchem-licence/samples.ts'
import { actor, everybody, licensing } from '../support/cast.ts'
import { startsOf } from '../support/desk-starts.ts'
import { deskWalk } from '../support/desk-walk.ts'
import { fourSteps } from '../support/four-steps.ts'

/** Many more at night: `npm run test:deep`. */
const walks = Number(process.env.ANJIAN_WALKS ?? 2_000)
const steps = 24
const at = '2026-03-02T01:00:00.000Z'
const four = { add: [{ n: 1 }, { n: 9 }], check: [{}], approve: [{}], close: [{}], drop: [{}] }

const settings = [
  { process: fourSteps, by: actor('lin'), data: { region: '330802', date: '2026-03-10' }, people: everybody(), forms: four },
  { process: hazardRectification, by: actor('qi'), data: reported, people: everybody(), forms: hazardForms },
  { process: hazchemLicence, by: actor('mao'), data: applied, people: licensing(), forms: licenceForms },
]

test.each(settings)('$process.id', { timeout: 3_600_000 }, (one) => {
  const starts = startsOf({ ...one, at }, 3_000)
  expect(starts.length).toBeGreaterThan(2)
  const wrong: string[] = []
  for (let seed = 1; seed <= walks && wrong.length < 3; seed += 1) wrong.push(...deskWalk({ ...one, starts }, seed, steps))
  expect(wrong).toEqual([])
})
