// Which situations can applications of every kind come into, with everybody and every clock acting?
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { actor, licensing } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt, exploreNovel, opened, type Situation } from '../support/walks/walk.ts'
import { applying, checked, issued, opined } from './playing.ts'
import { applied, change, lateRenewal, renewal, samples } from './samples.ts'

const at = '2026-03-02T01:00:00.000Z'
const kinds = [applied, renewal, lateRenewal, change]

/** What another case brings about, and no person. */
const linked = (form: Record<string, unknown>, ...lines: Line[]): Situation => ({
  record: applying(form, '2026-03-02', ...lines).record(),
  decisionContext: decisionContextAt(at),
  path: lines.map(([who, type]) => `${who} ${type}`),
})
const granted: Line[] = [
  ['kou', 'accept'],
  ...checked,
  ...opined,
  ['gao', 'grant'],
  ...issued('2026-03-02'),
]

/** 许可法 50: undecided when the licence held ended, and suspended since. */
const deemed: Line[] = [
  ['kou', 'accept'],
  ['until', '2026-06-16'],
  ['link', 'continue-suspension'],
]

const explored = exploreNovel(
  hazchemLicence,
  kinds.map((form) => opened(hazchemLicence, actor('mao'), form, at)),
  licensing(),
  samples,
)

export const situations = [
  ...explored,
  linked(renewal, ['kou', 'accept'], ['link', 'note-held-ended']),
  linked(applied, ...granted, ['link', 'replace-licence']),
  linked(applied, ...granted, ['link', 'continue-suspension']),
  linked({ ...renewal, expiresOn: '2026-06-15' }, ...deemed),
  linked({ ...renewal, expiresOn: '2026-06-15' }, ...deemed, ['kou', 'issue-licence']),
]
