// What is said when a penalty takes a licence away for a time, what if it is replaced meanwhile, and when does its holder have it back?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { leader } from '../licensing/addresses.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import type { SendDefinition } from '../model/link-definition.ts'
import type { CaseRecord } from '../model/record.ts'
import { enterprise } from '../organisation/addresses.ts'

const mainCase = field
  .caseNumber('处罚案件', 'Case of the penalty')
  .hint('例如 衢柯执法〔2026〕0012号', 'As printed on that case')
  .shownTo('party')

/** The place of the penalty that another case has decided: nobody types it. */
export const decidedIn = field.filled(v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))))

const article = '《行政处罚法》（2021）第九条'
const suspendedUntil = field.date('暂扣至', 'Suspended until').shownTo('party')

const goesOn: Pick<SendDefinition, 'process' | 'words' | 'article'> = {
  process: 'hazchem-licence',
  words: text('新证继续暂扣', 'The new licence stays suspended'),
  article,
}
const continued = ({ snapshot: { context } }: CaseRecord, to: unknown) => {
  const { suspendedBy, suspendedUntil } = context
  if (typeof to !== 'string' || typeof suspendedBy !== 'string') return []
  return [{ type: 'continue-suspension', data: { mainCase: suspendedBy, suspendedUntil }, to }]
}

/** A change or a renewal makes nobody free to trade before the last day of his penalty. */
export const handsOnSuspension: SendDefinition = {
  ...goesOn,
  target: 'named',
  act: (record) =>
    record.snapshot.context.handedOn === true
      ? []
      : continued(record, record.data['replace-licence']?.applicationId),
}

/** 许可法 50: renewed it goes on from its last day, and so does its suspension, before the new paper is there. */
export const handsOnAtItsEnd: SendDefinition = {
  ...goesOn,
  target: 'named',
  act: (record) => {
    const { handedOn, successor } = record.snapshot.context
    return handedOn === true ? continued(record, successor) : []
  },
}

/** 处罚法 9: brought about by the case of the penalty; by hand where that stands elsewhere. */
export const suspensionActs = {
  'suspend-licence': act({
    words: text('暂扣许可证', 'Suspend the licence'),
    party: text(
      '许可证已被暂扣至{suspendedUntil}（含当日），依据{mainCase}的处罚决定。',
      'The licence is suspended until {suspendedUntil}, that day included, by the penalty of {mainCase}.',
    ),
    fields: {
      mainCase,
      suspendedUntil,
      decidedIn,
      reason: field.longText('理由', 'Reason').shownTo('party'),
    },
    by: [leader],
    refersTo: 'mainCase',
    linked: true,
    consequence: {
      effect: text(
        '暂扣期间不得经营，期满自动恢复。',
        'Meanwhile there is no trading; it ends by itself.',
      ),
      article,
    },
    notify: enterprise,
  }),
  'continue-suspension': act({
    words: text('新证继续暂扣', 'The new licence stays suspended'),
    party: text(
      '原许可证的暂扣未满，本证继续暂扣至{suspendedUntil}（含当日）。',
      'The suspension of the licence held before goes on: this one is suspended until {suspendedUntil}, that day included.',
    ),
    fields: { mainCase, suspendedUntil },
    by: [],
    refersTo: 'mainCase',
    linked: true,
    notify: enterprise,
  }),
  'lift-suspension': act({
    words: text('解除暂扣', 'Lift the suspension'),
    party: text(
      '暂扣已解除，许可证恢复有效。',
      'The suspension is lifted: the licence is in force.',
    ),
    fields: { mainCase, reason: field.longText('理由', 'Reason').shownTo('party') },
    by: [leader],
    refersTo: 'mainCase',
    linked: true,
    notify: enterprise,
  }),
  'suspension-ended': clockAct(
    '暂扣期限届满',
    'The suspension has ended',
    text('暂扣期限已届满，许可证恢复有效。', 'The suspension has ended: the licence is in force.'),
    { notify: enterprise },
  ),
}
