// Is every state of a project reached and left, is every transition of the chart taken by somebody, and is every snapshot whole?
import { describe } from 'vitest'
import { threeSimultaneities as process } from '../../domain/three-simultaneities/process.ts'
import { handlingEnded } from '../../domain/three-simultaneities/regions/ends.ts'
import { actor } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import { samples } from './samples.ts'
import { reviewing, situations } from './situations.ts'

describe('the model', () => {
  const ended = { event: handlingEnded, by: actor('gao'), at: '2026-03-02T01:00:00.000Z' }
  /** An answer is owed for weeks; the day of a hearing has come. */
  const memories = [{}, { askedOn: '2014-01-06' }, { heldOn: '2014-01-06', chairs: ['chen'] }]
  itHolds({ process, situations, samples, deciding: reviewing(), ended, memories })
})
