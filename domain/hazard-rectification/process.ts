// Hazard rectification with supervision 隐患排查治理·挂牌督办 (令16号): a hazard is reported, verified, ordered, rectified, re-checked, written off.
// States: verifying → ordering → (serving) → rectifying ⇄ rechecking → accepting → written-off; a major one first measuring → planning →
// plan-review → listing, and at the end resuming → delisting. Or rejected, withdrawn, joined, transferred, closed-down. See regions/handling.ts.
// Beside them supervision (none → red → city → province), listing and filing, measures, force and supply, instruction, reporter. See regions/.
// Clocks: verification, rectification (escalation policy overdue, red, city, province), re-check, those of listing, extension, answers. See clocks.ts.
// Rules: rules.ts, dates.ts, extension.ts, sanctions.ts; criteria of a major hazard domain/law/criteria/. Statistics: statistics.ts.
// Acts: report.ts opens; acts.ts lists what goes on; words.ts names.
// Charts: statechart.ts is the present one (2), statechart@1.ts the first; migration.ts leads from one to the other.

import { retentionOf } from '../evidence/retention.ts'
import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { countyLeader } from '../organisation/addresses.ts'
import { hazardActs } from './acts.ts'
import { clocks } from './clocks.ts'
import { corrected, reopened } from './memory/context.ts'
import { correctionLawful } from './memory/dates.ts'
import { fromVersion1 } from './migration.ts'
import { papers } from './papers/papers.ts'
import { sectionChief } from './regions/addresses.ts'
import { describe, report } from './report.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { statistics } from './statistics/statistics.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

/** The mark in lists: 1 province, 2 city, 3 county supervision (red card), 4 a major hazard without supervision; it ends with the case. */
const level = ({ snapshot, status }: CaseRecord): 1 | 2 | 3 | 4 | null => {
  if (status === 'closed') return null
  const { supervision } = snapshot.value as { supervision: string | Record<string, string> }
  const { listedBy } = snapshot.context
  if (typeof supervision === 'object')
    return 'province' in supervision ? 1 : 'city' in supervision ? 2 : 3
  if (listedBy === 'province' || listedBy === 'city') return listedBy === 'province' ? 1 : 2
  return snapshot.context.grade === 'major' ? 4 : null
}

export const hazardRectification: ProcessDefinition = {
  id: 'hazard-rectification',
  version: 2,
  since: '2026-02-01',
  title: text('隐患排查治理·挂牌督办', 'Hazard rectification and supervision'),
  summary: text(
    '隐患从报告、核实、责令整改、复查到核销；重大隐患先控制、再治理、挂牌督办；逾期未改的由县、市、省逐级督办。',
    'A hazard is reported, verified, ordered to be rectified, re-checked and written off; a major one is secured, planned for and listed; when it is late, county, city and province supervise in turn.',
  ),
  numberWord: '隐患',
  law: '《安全生产法》（2021）第四十一条、第六十五条、第一百零二条；总局令第16号；国发〔2010〕23号',
  machine,
  settled: 'handling.written-off',
  sort: ({ suspectedMajor }) => String(suspectedMajor === true),
  start: report,
  events: hazardActs,
  rules,
  clocks,
  words,
  reopen: {
    value: {
      handling: 'verifying',
      supervision: 'none',
      listing: 'none',
      filing: 'none',
      measures: 'none',
      force: 'none',
      supply: 'none',
      instruction: 'none',
      reporter: 'none',
    },
    context: reopened,
    by: [sectionChief, countyLeader],
  },
  describe,
  corrected,
  correctionLawful,
  level,
  usual: usualActs,
  wallActs: ['raise-supervision', 'instruct'],
  migrations: [fromVersion1],
  documents: papers,
  recordings: { retention: retentionOf.visits },
  statistics,
}
