// What do the acts ask for by which a licence is granted, refused or deemed renewed, issued and served?
import { text } from '../language/words.ts'
import { clerk, sectionChief } from '../licensing/addresses.ts'
import { approval, refusal, service } from '../licensing/decision.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { lines } from '../model/fields.ts'
import type { Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { enterprise } from '../organisation/addresses.ts'
import { documents } from './documents.ts'
import { goods, goodsIn } from './goods.ts'
import { renewalGranted, renewalServed, replacesOld } from './register.ts'

/** Nobody types again what was applied for. */
const asAppliedFor = ({ data }: CaseRecord): Partial<Field> => {
  const named = goodsIn(data.apply ?? {})
  return {
    choices: Object.fromEntries(named.map((one) => [one, goods[one] ?? text(one, one)])),
    value: named.join('\n'),
  }
}

/** From the decision to the service of the licence or of the refusal. */
export const decisionActs = {
  grant: approval({
    words: text('准予许可', 'Grant the licence'),
    party: text(
      '已准予许可（{document}），十个工作日内颁发许可证。',
      'The licence is granted ({document}) and issued within ten working days.',
    ),
    document: documents.grant,
    effect: text(
      '申请人取得经营许可，窗口十个工作日内颁发、送达许可证。',
      'The applicant may trade; the window issues and serves the licence.',
    ),
    article: '《行政许可法》第三十八条、第四十四条',
    sends: [renewalGranted],
  }),
  refuse: refusal({
    words: text('不予许可', 'Refuse the licence'),
    party: text('不予许可（{document}）。', 'The licence is refused ({document}).'),
    document: documents.refuse,
    effect: text(
      '申请人不得经营；须说明理由并告知救济途径。提供虚假材料的，一年内不得再次申请。',
      'The applicant may not trade; reasons and remedies are told. With false material there is no new application for a year.',
    ),
    article: '《行政许可法》第三十八条第二款、第七十八条',
  }),
  'deem-renewed': clockAct(
    '届满未决定，视为准予延续',
    'Deemed renewed',
    text(
      '发证机关在许可证有效期届满前未作决定，视为准予延续（《行政许可法》第五十条）。',
      'The authority had not decided when the licence ended: it is deemed renewed (Licensing Law art. 50).',
    ),
    { notify: [clerk, sectionChief], sends: [renewalGranted] },
  ),
  'renewal-begins': clockAct(
    '原证届满，延续的许可证起算',
    'The licence held has ended: the one renewed goes on',
    text(
      '原许可证已届满，延续的许可自届满之日起继续有效，新证送达前以准予许可决定为凭（《行政许可法》第五十条）。',
      'The licence held has ended; renewed, it goes on from that day, by the decision until the new paper is served (Licensing Law art. 50).',
    ),
    { notify: [...enterprise, clerk, sectionChief], unusual: true },
  ),
  'issue-licence': act({
    words: text('制发许可证', 'Make out the licence'),
    party: text(
      '许可证已制发，编号{licenceNumber}，等待送达。',
      'The licence was made out as {licenceNumber} and is to be served.',
    ),
    fields: {
      licenceNumber: field
        .text('许可证编号', 'Number of the licence', 60)
        .optional()
        .with({ systemSupplied: true })
        .shownTo('party'),
      scope: field
        .choices(goods, '许可范围', 'Scope of the licence', 300)
        .accepting(lines(300, 80))
        .hint('按申请载明，可以缩减，不能增加', 'As applied for: it may be narrowed, not widened')
        .perCase(asAppliedFor)
        .shownTo('party'),
      opinion: field.opinion(),
    },
  }),
  'serve-licence': service({
    words: text('送达许可证', 'Serve the licence'),
    party: text('许可证已于{servedOn}送达。', 'The licence was served on {servedOn}.'),
    sends: [replacesOld, renewalServed],
  }),
  'serve-refusal': service({
    words: text('送达不予许可决定', 'Serve the refusal'),
    party: text('不予许可决定已于{servedOn}送达。', 'The refusal was served on {servedOn}.'),
  }),
}
