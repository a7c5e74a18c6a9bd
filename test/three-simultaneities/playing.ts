// How is a project played in memory, from its registration on?
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { type Line, playedBy, sampleIn } from '../support/processes/lines.ts'
import { hazchem, samples } from './samples.ts'

export const sample = sampleIn(samples)
export const registering = playedBy(threeSimultaneities, 'mao', sample)

/** Looked at by two on site, their opinion endorsed. */
export const reviewed: Line[] = [
  ['shen', 'begin-site-check'],
  ['shen', 'site-check-passed'],
  ['song', 'sign', {}],
  ['shen', 'submit-opinion'],
  ['song', 'sign', {}],
  ['chen', 'endorse'],
]
export const applied = (what: string): Line[] => [
  ['mao', what],
  ['kou', 'accept'],
]
export const served = (servedOn: string): Line[] => [
  ['kou', 'serve-approval', { ...sample('serve-approval'), servedOn }],
]
/** Drawings judged without the site, the opinion endorsed. */
export const onPaper: Line[] = [['shen', 'waive-site-check'], ...reviewed.slice(3)]

/** A hazchem project whose conditions were passed on a day. */
export const passed = (day: string) =>
  registering(
    hazchem,
    day,
    ...applied('apply-conditions'),
    ...reviewed,
    ['gao', 'pass-conditions'],
    ...served(day),
  )
