// Is every state of a hazard reached and left, is every transition of the chart taken by somebody, and is every snapshot whole?
import { describe } from 'vitest'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { handlingEnded } from '../../domain/hazard-rectification/regions/ends.ts'
import { actor } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import { samples } from './samples.ts'
import { at, situations } from './situations.ts'

describe('the model', () => {
  const deciding = ['zhou', 'yu', 'ji', 'sheng', 'chen', 'qi'].map(actor)
  // More time was granted once, the hazard was listed or not, nothing was stopped, its date passed while the answer was awaited, or the enterprise is to be closed down.
  const passed = { extensionAwaited: true, dueDate: '2026-03-01' }
  const memories = [
    {},
    { extensions: 1 },
    { listedBy: null },
    { listedBy: 'county' },
    { stopped: false },
    { passed: true, stopped: false },
    passed,
    { closureProposed: true },
  ]
  // Whichever office has listed it.
  const lister = {
    ...actor('ji'),
    appointments: ['ji', 'yu', 'sheng'].flatMap((id) => actor(id).appointments),
  }
  itHolds({
    process,
    situations,
    samples,
    deciding,
    memories,
    ended: { event: handlingEnded, by: lister, at },
  })
})
