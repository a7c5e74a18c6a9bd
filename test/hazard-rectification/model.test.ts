// Is every state of a hazard reached and left, is every transition of the chart taken by somebody, and is every snapshot whole?
import { describe } from 'vitest'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { handlingEnded } from '../../domain/hazard-rectification/regions/ends.ts'
import { actor, everybody } from '../support/cast.ts'
import { itHolds } from '../support/chart-model.ts'
import { exploreNovel, opened } from '../support/walk.ts'
import { reported, samples } from './samples.ts'

const at = '2026-03-02T01:00:00.000Z'

describe('the model', () => {
  const hotline = { ...reported, source: 'hotline' }
  const starts = [opened(process, actor('qi'), reported, at), opened(process, actor('lin'), hotline, at)]
  const situations = exploreNovel(process, starts, everybody(), samples)
  const deciding = ['zhou', 'yu', 'ji', 'sheng', 'chen', 'qi'].map(actor)
  // More time was granted once, or the hazard was not listed.
  const memories = [{}, { extensions: 1 }, { order: 'ordinary' }]
  itHolds({ process, situations, samples, deciding, memories, ended: { event: handlingEnded, by: actor('zhou'), at } })
})
