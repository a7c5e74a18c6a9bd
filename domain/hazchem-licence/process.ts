// Hazardous chemicals business licence 危险化学品经营许可证 (条例 35, 令55号): applied for, accepted, reviewed, decided, issued, in force, ended.
// States: receiving ⇄ supplementing → reviewing (preparing → checking ⇄ reworking, expert-review, opining → endorsing → deciding)
// → issuing → serving → valid → expired, cancelled, revoked, annulled, replaced; or refusing → refused, not-accepted, withdrawn.
// See regions/handling.ts. Beside them hearing and joint handling (../licensing/regions.ts), and the bar on applying again (none → barred → lifted).
// Clocks: acceptance (silence accepts), review, renewal, change, joint decision, hearing, deemed renewal, delivery, promises, validity, bars. See clocks.ts.
// Rules: rules.ts; which authority jurisdiction.ts; names of documents documents.ts; how to apply guide.ts; what the register says register.ts.
// Acts: application.ts opens; acts.ts has all others, decision.ts and licence.ts its own ones; words.ts names. What every licence shares is in ../licensing.

import { text } from '../language/words.ts'
import { barredBy, licensingLevel } from '../licensing/bar.ts'
import { noticeCorrected } from '../licensing/hearing-rules.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { hazchemActs } from './acts.ts'
import { application, describe } from './application.ts'
import { clocks } from './clocks.ts'
import { corrected } from './context.ts'
import { declared } from './documents.ts'
import { guide } from './guide.ts'
import { correctionLawful } from './held.ts'
import { renewedBy } from './pending.ts'
import { filingNotice, register } from './register.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const hazchemLicence: ProcessDefinition = {
  id: 'hazchem-licence',
  version: 1,
  since: '2012-09-01',
  title: text('危险化学品经营许可证', 'Hazardous chemicals business licence'),
  summary: text(
    '申请当场接收，五个工作日内受理或一次告知补正，两人现场核查，关系重大利益的告知听证，需要时与其他部门联合办理，科长复核、局领导决定，窗口发证；有效期三年，到期前提醒延期，届满未决定视为准予延续。',
    'An application is received at once, accepted or sent back once within five working days, checked on site by two, heard where significant interests are at stake, handled jointly where others are concerned, endorsed, decided and issued; the licence lasts three years, and a renewal nobody decides on is deemed granted.',
  ),
  numberWord: '经营',
  law: '《危险化学品安全管理条例》第三十三条、第三十五条；总局令第55号；《行政许可法》',
  machine,
  start: { ...application, sends: [filingNotice], followable: () => true },
  settled: 'handling.valid',
  sort: ({ kind }) => String(kind),
  events: hazchemActs,
  rules,
  clocks,
  words,
  usual: usualActs,
  reopen: null,
  describe,
  corrected,
  correctionLawful: noticeCorrected(correctionLawful),
  // A renewal filed late.
  level: licensingLevel('late'),
  // A licence that a barred enterprise still holds may have to be changed.
  hindrance: (other, act) =>
    (act.data.kind === 'change' ? null : barredBy(other)) ?? renewedBy(other, act),
  migrations: [],
  register,
  guide,
  documents: declared,
  servedElectronically: ({ data }) => data.apply?.electronic === true,
}
