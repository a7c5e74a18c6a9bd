// Which situations can applications of every kind come into, with everybody and every clock acting?
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { actor, licensing } from '../support/people/cast.ts'
import { exploreNovel, opened } from '../support/walks/walk.ts'
import { applied, change, lateRenewal, renewal, samples } from './samples.ts'

const at = '2026-03-02T01:00:00.000Z'
const kinds = [applied, renewal, lateRenewal, change]

export const situations = exploreNovel(
  hazchemLicence,
  kinds.map((form) => opened(hazchemLicence, actor('mao'), form, at)),
  licensing(),
  samples,
)
