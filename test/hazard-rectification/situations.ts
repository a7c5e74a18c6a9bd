// Which situations can a hazard come into? Found once for all that look at them.
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { actor, everybody } from '../support/people/cast.ts'
import { exploreNovel, opened } from '../support/walks/walk.ts'
import { reported, samples } from './samples.ts'

export const at = '2026-03-02T01:00:00.000Z'

const starts = [
  opened(hazardRectification, actor('qi'), reported, at),
  opened(hazardRectification, actor('lin'), { ...reported, source: 'hotline' }, at),
]

export const situations = exploreNovel(hazardRectification, starts, everybody(), samples)
