// Which situations can this matter come into, with everybody and every clock acting?
import { actor } from '../../../../test/support/people/cast.ts'
import { explore, opened } from '../../../../test/support/walks/walk.ts'
import { exampleMatter } from '../../domain/example-matter/process.ts'
import { day, matter, samples } from './samples.ts'

/** One of each post. */
export const answering = () => ['qi', 'lin', 'chen', 'gao'].map(actor)

export const situations = explore(
  exampleMatter,
  [opened(exampleMatter, actor('qi'), matter, `${day}T01:00:00.000Z`)],
  answering(),
  samples,
  200,
)
