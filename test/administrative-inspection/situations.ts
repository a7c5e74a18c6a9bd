// Which situations can an inspection come into, with everybody and every clock acting?

import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { actor } from '../support/people/cast.ts'
import { explore, opened } from '../support/walks/walk.ts'
import { day, matter, samples, tip } from './samples.ts'

/** One of each post, and a second officer. */
export const inspecting = () => ['lin', 'wu', 'chen', 'gao', 'mao'].map(actor)

const begun = (form: Record<string, unknown>) =>
  opened(administrativeInspection, actor('lin'), form, `${day}T01:00:00.000Z`)

export const situations = explore(
  administrativeInspection,
  [begun(matter), begun(tip)],
  inspecting(),
  samples,
  3_000,
)
