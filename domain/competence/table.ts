// What does the table of competences say before anybody has changed it, and what with all changes that two people have made?
import type { Competence, CompetenceTable } from '../organisation/competence.ts'
import { alarmMatter, type CompetentKind, eventMatter, matters } from './matters.ts'

/** By the division of work among the members of the safety committee (三管三必须); whatever is not named the command keeps. */
const named: Record<string, CompetentKind> = {
  [alarmMatter('position')]: 'transport',
  [alarmMatter('fire')]: 'fire',
  [alarmMatter('trapped')]: 'market-regulation',
  [alarmMatter('water-level')]: 'water-resources',
  [alarmMatter('pollution')]: 'environment',
  [eventMatter('fire')]: 'fire',
  [eventMatter('collapse')]: 'housing',
  [eventMatter('poisoning')]: 'health',
  [eventMatter('traffic')]: 'transport',
  [eventMatter('lift')]: 'market-regulation',
  [eventMatter('equipment')]: 'market-regulation',
}

/** Before every case. */
const always = '2000-01-01'

/** For the whole city, the county's own office first. */
export const firstCompetences: readonly Competence[] = Object.keys(matters).map((matter) => ({
  id: `first:${matter}`,
  matter,
  region: null,
  office: named[matter] ?? 'command',
  level: 'county',
  from: always,
  until: null,
}))

/** `approved`: in the order of their approval. */
export const competenceTable = (
  approved: readonly Competence[],
  offices: readonly string[],
): CompetenceTable => ({ rows: [...firstCompetences, ...approved], offices })
