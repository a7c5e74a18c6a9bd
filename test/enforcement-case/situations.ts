// Which situations can an enforcement case come into, with everybody and every clock acting?
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { actor } from '../support/people/cast.ts'
import { exploreNovel, opened } from '../support/walks/walk.ts'
import { day, matter, samples } from './samples.ts'

/** One of each post, and a second and third officer. */
export const prosecutors = () => ['lin', 'wu', 'zhou', 'chen', 'gao', 'fa', 'mao'].map(actor)

const { enterprise: _, ...nameless } = matter

export const situations = exploreNovel(
  enforcementCase,
  [
    opened(enforcementCase, actor('lin'), matter, `${day}T01:00:00.000Z`),
    opened(
      enforcementCase,
      actor('lin'),
      { ...nameless, partyKind: 'individual', partyName: '某个人' },
      `${day}T01:00:00.000Z`,
    ),
  ],
  prosecutors(),
  samples,
)
