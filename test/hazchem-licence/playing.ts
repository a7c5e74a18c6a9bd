// How is an application played in memory, from its receipt on?
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { type Line, playedBy, sampleIn } from '../support/processes/lines.ts'
import { samples } from './samples.ts'

export const sample = sampleIn(samples)
export const applying = playedBy(hazchemLicence, 'mao', sample)

export const checked: Line[] = [
  ['shen', 'begin-site-check'],
  ['shen', 'site-check-passed'],
  ['song', 'sign', {}],
]
export const opined: Line[] = [
  ['shen', 'submit-opinion'],
  ['song', 'sign', {}],
  ['chen', 'endorse'],
]
/** Issued and served on a day. */
export const issued = (servedOn: string): Line[] => [
  ['kou', 'issue-licence'],
  ['kou', 'serve-licence', { ...sample('serve-licence'), servedOn }],
]
