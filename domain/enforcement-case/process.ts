// Enforcement case 行政执法案件, ordinary procedure (处罚法第五章第三节): an act is investigated, its party heard, a penalty decided, served and performed.
// States: filing → investigating → reviewing → notifying → serving-notice → awaiting (→ hearing) → weighing (→ legal-review) (→ discussing) → deciding →
// serving → performing → closing → closed. Or not-filed, withdrawn, not-punished, transferred. See regions/handling.ts; beside it the payment of the fine and the publication.
// Clocks: the case, the statement or request for a hearing, hearing, transfer, service, publication, payment. See clocks.ts.
// Rules: rules.ts; what the case remembers, and what the law says of its penalty: memory/. Acts: acts.ts. Papers: documents.ts. Names: words.ts.

import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { describe, proposeFiling } from './acts/filing.ts'
import { events } from './acts.ts'
import { clocks } from './clocks.ts'
import { documents } from './documents.ts'
import { corrected } from './memory/context.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const enforcementCase: ProcessDefinition = {
  id: 'enforcement-case',
  version: 1,
  title: text('行政执法案件', 'Enforcement case'),
  summary: text(
    '违法行为从立案、调查、告知、陈述申辩（听证）、法制审核、决定、送达、履行到结案（普通程序）。',
    'A violation is filed, investigated, notified, heard, reviewed in law, decided, served, performed and closed (ordinary procedure).',
  ),
  numberWord: '执法',
  law: '《行政处罚法》（2021）第五十四条至第六十六条；安监总政法〔2016〕72号',
  machine,
  settled: 'handling.closed',
  start: proposeFiling,
  events,
  rules,
  clocks,
  words,
  usual: usualActs,
  reopen: null,
  describe,
  corrected,
  level: () => null,
  migrations: [],
  documents,
}
