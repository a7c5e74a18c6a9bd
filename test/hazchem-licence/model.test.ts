// Is every state of a licence reached and left, is every transition of the chart taken by somebody, and is every snapshot whole?
import { describe } from 'vitest'
import { hazchemLicence as process } from '../../domain/hazchem-licence/process.ts'
import { handlingEnded } from '../../domain/hazchem-licence/regions/ends.ts'
import { actor, licensing } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import { samples } from './samples.ts'
import { situations } from './situations.ts'

describe('the model', () => {
  const ended = { event: handlingEnded, by: actor('gao'), at: '2026-03-02T01:00:00.000Z' }
  /** A suspension is over, and the clock that ends it waits to be confirmed; one goes on; an answer is owed for weeks; the day of a hearing has come, over which the chief presides. */
  const memories = [
    {},
    { suspendedUntil: '2026-03-01' },
    { suspendedBy: '衢柯执法〔2026〕0001号' },
    { askedOn: '2026-01-05' },
    { heldOn: '2026-03-02', chairs: ['chen'] },
  ]
  itHolds({ process, situations, samples, deciding: licensing(), ended, memories })
})
