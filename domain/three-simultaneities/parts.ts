// Which parts of a project come to an end by themselves, so that it can be forecast when?
import type { SettledPart } from '../model/record.ts'
import type { Phase } from './regions/phase.ts'
import { endOfAcceptance, endsOfApplications } from './words.ts'

const review = (phase: Phase, ...until: string[]): SettledPart => ({
  words: endsOfApplications[phase],
  within: [`handling.${phase}`],
  until: until.map((state) => `handling.${state}`),
})

/** The authority's: what the builder does in between, and how long he builds, is his own matter. */
export const parts: SettledPart[] = [
  review('conditions', 'designing'),
  review('design', 'approved'),
  review('change', 'building', 'approved'),
  review('completion', 'in-use'),
  {
    words: endOfAcceptance,
    within: ['handling.supervising', 'handling.spot-check', 'handling.correcting'],
    until: ['handling.in-use'],
  },
]
