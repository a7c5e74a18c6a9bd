// Safety facilities of construction projects, the three simultaneities 建设项目安全设施"三同时" (安全法 31–34, 令36号, 令45号): registered, reviewed, built, tried out, in use.
// States: planning → conditions (hazchem only) → designing → design → approved → building (each ⇄ change) → commissioning ⇄ filing → trial
// → accepting (⇄ building) → supervising → spot-check ⇄ correcting → in-use, or, by the norm of before 2015, completion → in-use; abandoned, annulled.
// Each application goes receiving ⇄ supplementing → reviewing → serving or refusing. See regions/handling.ts and regions/phase.ts.
// Beside them the opinion's validity, the hearing, joint handling and the bar on applying again.
// Clocks: acceptance (silence accepts), reviews, joint decision, hearing, delivery, promises, validity, trial run, bars. See clocks.ts.
// Rules: rules.ts, dates.ts; parts with an end of their own parts.ts; which reviews kinds.ts; which authority jurisdiction.ts; names of documents documents.ts; how to apply guide.ts.
// Acts: registration.ts opens; acts.ts has all others, applications.ts, decision.ts and works.ts its own ones; words.ts names. What every licence shares is in ../licensing.

import { text } from '../language/words.ts'
import { leader, sectionChief } from '../licensing/addresses.ts'
import { barredBy, licensingLevel } from '../licensing/bar.ts'
import { noticeCorrected } from '../licensing/hearing-rules.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { projectActs } from './acts.ts'
import { clocks } from './clocks.ts'
import { corrected, reopened } from './context.ts'
import { correctionLawful } from './dates.ts'
import { declared } from './documents.ts'
import { guide } from './guide.ts'
import { parts } from './parts.ts'
import { describe, registration } from './registration.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const threeSimultaneities: ProcessDefinition = {
  id: 'three-simultaneities',
  version: 1,
  title: text('建设项目安全设施“三同时”', 'Safety facilities of construction projects'),
  summary: text(
    '登记项目后，危险化学品项目先经安全条件审查，再经安全设施设计审查；批准后施工，重大变更须重新审查，试运行后由建设单位组织竣工验收，监管部门抽查。',
    'A project is registered; the conditions of a hazardous chemicals project are reviewed, then the design; it is built, great changes are reviewed again, it is tried out, accepted by its builder and spot-checked.',
  ),
  numberWord: '三同',
  law: '《安全生产法》第三十一条至第三十四条；总局令第36号、第45号；《行政许可法》',
  machine,
  settled: parts,
  sort: ({ kind }) => String(kind),
  start: registration,
  events: projectActs,
  rules,
  clocks,
  words,
  usual: usualActs,
  // 许可法 69, 79: in use it is looked at again, and what was approved may be annulled.
  reopen: {
    value: {
      handling: 'supervising',
      opinion: 'closed',
      hearing: 'closed',
      joint: 'closed',
      bar: 'none',
    },
    context: reopened,
    by: [sectionChief, leader],
    rule: 'reopenLawful',
  },
  describe,
  level: licensingLevel('opinionExpired'),
  hindrance: barredBy,
  migrations: [],
  corrected,
  correctionLawful: noticeCorrected(correctionLawful),
  guide,
  documents: declared,
}
