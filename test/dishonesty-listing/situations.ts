// Which situations can a listing come into, with everybody and every clock acting?
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { obeyLink } from '../../domain/engine/linked.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt, explore, opened, type Situation } from '../support/walks/walk.ts'
import { day, listed, listingOf, matter, removable, repaired, sample, samples } from './samples.ts'

/** One of each post, and a second officer. */
export const answering = () => ['lin', 'wu', 'chen', 'gao', 'mao'].map(actor)

/** No walk waits a year. */
const later = (...lines: Line[]): Situation => ({
  record: listingOf(matter, day, ...lines).record(),
  decisionContext: decisionContextAt(`${removable}T02:00:00.000Z`),
  path: ['lin propose-listing', ...lines.map(([who, type]) => `${who} ${type}`)],
})

/** The case of the penalty brings it about, and no person. */
const annulled = (before: Situation): Situation => ({
  ...before,
  record: obeyLink(
    dishonestyListing,
    before.record,
    { type: 'penalty-annulled', data: sample('penalty-annulled'), at: before.decisionContext.at },
    before.decisionContext,
  ).record,
  path: [...before.path, 'penalty-annulled'],
})

export const situations = explore(
  dishonestyListing,
  [
    opened(dishonestyListing, actor('lin'), matter, `${day}T01:00:00.000Z`),
    later(...listed, ['until', removable]),
    later(...repaired),
    annulled(later(...listed)),
  ],
  answering(),
  samples,
  400,
)
