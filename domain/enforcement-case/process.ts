// Enforcement case 行政执法案件 (处罚法第五章), ordinary or on the spot: an act is investigated, its party heard, a penalty decided, served and performed.
// States: filing → investigating → reviewing → notifying → serving-notice → awaiting (→ hearing) → weighing (→ legal-review) (→ discussing) → deciding →
// serving → performing → closing → closed. On the spot: telling → punishing → performing. Or not-filed, withdrawn, not-punished; or over the police (transfer/) and back, or transferred. See regions/handling.ts; beside it the payment of the fine, the
// publication, the report for the record, the cash taken on the spot, the demand and the court where nothing is paid, and the remedies of the party.
// Clocks: the case, the statement or request for a hearing, hearing, transfer, service, publication, payment, demand, court, answers to remedies. See clocks.ts and periods/.
// Persons punished beside the enterprise are items, each with a chart, clocks and papers of its own: parties/, each with remedies of its own: party-remedies/. So is evidence registered and what is seized: measures/;
// powers of attorney: counsel/; an order to correct, whose refusal opens a case of a daily fine: corrections/; a proposal to close: closure/; an agreement how the fine is performed: agreements/.
// What the judicial organs send back after a transfer: refiled/. Rules: rules.ts; what the case remembers, and what the law says of its penalty: memory/. Acts: acts.ts. Papers: documents.ts. Names: words.ts.

import { retentionOf } from '../evidence/retention.ts'
import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { describe, proposeFiling } from './acts/filing.ts'
import { events } from './acts.ts'
import { agreement } from './agreements/agreement.ts'
import { agreementClocks } from './agreements/agreement-clocks.ts'
import { partyAgreement, partyAgreementClocks } from './agreements/party-agreement.ts'
import { clocks } from './clocks.ts'
import { closure } from './closure/closure.ts'
import { correction } from './corrections/correction.ts'
import { correctionClocks } from './corrections/correction-clocks.ts'
import { enterpriseConcern, enterpriseCounsel, partyCounsel } from './counsel/counsel.ts'
import { enterpriseCounselClocks, partyCounselClocks } from './counsel/counsel-clocks.ts'
import { discretion } from './discretion.ts'
import { documents } from './documents.ts'
import { dossier } from './dossier.ts'
import { measure } from './measures/measure.ts'
import { measureClocks } from './measures/measure-clocks.ts'
import { corrected } from './memory/corrected.ts'
import { party } from './parties/party.ts'
import { partyClocks } from './parties/party-clocks.ts'
import { partyRemedy } from './party-remedies/party-remedy.ts'
import { partyRemedyClocks } from './party-remedies/party-remedy-clocks.ts'
import { collections } from './payments/booking.ts'
import { leader, sectionChief } from './regions/addresses.ts'
import { correctionLawful } from './rule-parts/corrected-facts.ts'
import { notRecused } from './rule-parts/investigation-rules.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const enforcementCase: ProcessDefinition = {
  id: 'enforcement-case',
  version: 1,
  title: text('行政执法案件', 'Enforcement case'),
  summary: text(
    '违法行为从立案、调查、告知、陈述申辩（听证）、法制审核、决定、送达、履行到结案（普通程序），或者当场处罚（简易程序）。',
    'A violation is filed, investigated, notified, heard, reviewed in law, decided, served, performed and closed; or punished on the spot.',
  ),
  numberWord: '执法',
  law: '《行政处罚法》（2021）第五十一条至第七十三条；安监总政法〔2016〕72号',
  machine,
  settled: 'handling.closed',
  start: proposeFiling,
  events,
  rules,
  bars: notRecused,
  clocks: [
    ...clocks,
    ...partyClocks,
    ...partyRemedyClocks,
    ...measureClocks,
    ...correctionClocks,
    ...agreementClocks,
    ...partyAgreementClocks,
    ...partyCounselClocks,
    ...enterpriseCounselClocks,
  ],
  items: [
    party,
    partyRemedy,
    partyCounsel,
    enterpriseCounsel,
    measure,
    correction,
    closure,
    agreement,
    partyAgreement,
  ],
  concern: enterpriseConcern,
  words,
  usual: usualActs,
  reopen: {
    value: {
      handling: 'proposing-closing',
      remedy: 'none',
      payment: 'settled',
      compulsion: 'settled',
      publication: 'published',
      reporting: 'reported',
      cash: 'remitted',
    },
    by: [sectionChief, leader],
    rule: 'reopenLawful',
  },
  describe,
  corrected,
  correctionLawful,
  addsUp: ['record-instalment'],
  level: () => null,
  migrations: [],
  documents,
  dossier,
  recordings: { retention: retentionOf.penalties },
  discretion,
  collections,
}
