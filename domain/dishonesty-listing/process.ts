// Listing for serious dishonesty 安全生产严重失信主体名单 (应急令11号): whoever has punished tells the party, hears it, decides, publishes, and ends it in time.
// States: notifying → serving-notice → awaiting → weighing → deciding → serving → listed ⇄ examining-repair → deciding-repair → removed (→ listed).
// Ends: not-listed, expired when the term is over, annulled when the penalty is, undone by the bureau itself. See statechart.ts.
// Opened by the penalty alone, when its decision is served, and ended by its annulment: linked acts.
// Clocks: decision, statement, service, application for early removal, the term of three years. See clocks.ts; numbers in domain/law/rules/secondary.ts.
// Rules: rules.ts. Acts: acts.ts, listed-acts.ts, ending-acts.ts. Papers: documents.ts. Grounds: domain/law/criteria/dishonesty-grounds.ts. Names: words.ts.

import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { describe, events, propose } from './acts.ts'
import { clocks } from './clocks.ts'
import { documents } from './documents.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const dishonestyListing: ProcessDefinition = {
  id: 'dishonesty-listing',
  version: 1,
  since: '2023-10-01',
  title: text('严重失信主体名单', 'Serious dishonesty listing'),
  summary: text(
    '处罚决定提请列入的，由作出处罚的部门事先告知、听取陈述申辩、书面决定，公示三年；满十二个月可申请提前移出；处罚被撤销的随之终止。',
    'Where a penalty proposes it, the bureau that has punished tells the party, hears it, decides and publishes it for three years; early removal after twelve months; it ends with an annulled penalty.',
  ),
  numberWord: '失信',
  law: '《安全生产严重失信主体名单管理办法》（应急管理部令第11号）',
  machine,
  settled: [],
  start: propose,
  events,
  rules,
  clocks,
  words,
  usual: usualActs,
  reopen: null,
  describe,
  level: () => null,
  migrations: [],
  documents,
}
