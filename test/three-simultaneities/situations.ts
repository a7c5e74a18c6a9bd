// Which situations can projects of every kind come into, by the law of today and of 2014, with everybody and every clock acting?
import type { Person } from '../../domain/organisation/actor.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { actor } from '../support/people/cast.ts'
import { done, exploreNovel, opened, type Situation } from '../support/walks/walk.ts'
import { days, hazchem, mine, other, samples } from './samples.ts'

/** One of each post, two reviewers; the city's own for what is handed to it. */
export const reviewing = (): Person[] =>
  ['mao', 'kou', 'shen', 'song', 'chen', 'gao', 'bai'].map(actor)

const registered = (form: Record<string, unknown>, day: string) =>
  opened(threeSimultaneities, actor('mao'), form, `${day}T01:00:00.000Z`)

/** What the law of 2014 has for itself: the filing of the trial plan, and the completion that the authority decides on. */
const ofItsTime = Object.fromEntries(
  Object.entries(samples).filter(
    ([type]) => !/change|jurisdiction|annul|joint|hearing|extend/.test(type),
  ),
)

const afterAct = (
  from: Situation,
  who: string,
  type: string,
  data = samples[type]?.at(-1),
): Situation => done(threeSimultaneities, from, actor(who), type, data)

const ways: Record<string, string[]> = {
  conditions: [
    'mao apply-conditions',
    'kou accept',
    'shen begin-site-check',
    'shen site-check-passed',
    'song sign',
  ],
  design: ['mao apply-design', 'kou accept', 'shen waive-site-check'],
  decided: ['shen submit-opinion', 'song sign', 'chen endorse'],
  passed: ['gao pass-conditions', 'kou serve-approval'],
  approved: ['gao approve-design', 'kou serve-approval'],
}

/** Built in 2014 by the shortest way. */
const built = (): Situation => {
  const path = ['conditions', 'decided', 'passed', 'design', 'decided', 'approved'].flatMap(
    (part) => ways[part] ?? [],
  )
  const approved = path.reduce(
    (from, step) => afterAct(from, ...(step.split(' ') as [string, string])),
    registered(hazchem, days[1] as string),
  )
  return afterAct(
    afterAct(approved, 'mao', 'begin-construction'),
    'mao',
    'finish-construction',
    samples['finish-construction']?.[0],
  )
}

const today = exploreNovel(
  threeSimultaneities,
  [hazchem, mine, other].map((form) => registered(form, days[0] as string)),
  reviewing(),
  samples,
)
const then = exploreNovel(threeSimultaneities, [built()], reviewing(), ofItsTime)

export const situations = [...today, ...then]
