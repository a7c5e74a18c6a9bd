// What do the acts ask for by which a performance agreement is approved, concluded, kept, found broken, or ended?

import * as v from 'valibot'
import { spellFen, spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import type { PaymentRequest } from '../../model/collection/collection.ts'
import { field } from '../../model/field.ts'
import { files } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { todayOf } from '../memory/penalties.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'
import { type AgreementContext, caseOf, missingNow } from './agreement-context.ts'
import { owedAgain, termsInWords } from './agreement-terms.ts'

const opinion = { opinion: field.opinion() }
const contextOf = (context: Record<string, unknown>) => context as AgreementContext

const payerOf = ({ party }: AgreementContext): NonNullable<PaymentRequest['of']> =>
  party === 0 ? 'case' : { kind: 'party', nth: party }

/** 处罚法 67: the code asks for what is missing of this stage, and no more. */
const billOfStage = (context: Record<string, unknown>): PaymentRequest[] => {
  const { stageAskedFen: amountFen } = contextOf(context)
  return amountFen > 0 ? [{ ask: 'bill', amountFen, of: payerOf(contextOf(context)) }] : []
}

/** What stands again is asked for whole, as after the service of the decision. */
const billOfAll = (context: Record<string, unknown>): PaymentRequest[] => {
  const { standsFen } = contextOf(context)
  return standsFen > 0
    ? [{ ask: 'bill', amountFen: standsFen, of: payerOf(contextOf(context)) }]
    : []
}

const agreedTerms = field.reckoning('协议内容', 'What was agreed').shownTo('party')
const statedTerms = ({ snapshot }: CaseRecord) => ({
  agreedTerms: termsInWords(contextOf(snapshot.context)),
})

/** How the stage that is due stands, beside the form. */
const stageHint = (record: CaseRecord, law: { at: string }): { hint: Text } => {
  const context = contextOf(record.snapshot.context)
  const event = { data: {}, by: { kind: 'system' as const }, signatures: [] }
  const around = record.around ? { ofCase: record.around } : {}
  const { fineFen, surchargeFen } = missingNow(context, { ...event, ...around, at: law.at })
  const { owed = 0 } = caseOf(context, around)
  return {
    hint: text(
      `第${context.stage + 1}期至${context.stageDue ?? ''}：尚欠罚款${spellFen(fineFen)}元、加处罚款${spellFen(surchargeFen)}元；罚款共欠${spellYuan(owed)}元`,
      `Stage ${context.stage + 1}, by ${context.stageDue ?? ''}: ${spellFen(fineFen)} yuan of the fine and ${spellFen(surchargeFen)} of the surcharge are missing; ${spellYuan(owed)} yuan of the fine in all`,
    ),
  }
}

const findings = (zh: string, en: string) => field.longText(zh, en, 2000).perCase(stageHint)

/** 强制法 42: signed by both before it binds. */
const concluding = {
  'approve-agreement': act({
    words: text('批准订立执行协议', 'Approve the agreement'),
    party: text(
      '执行协议书（{document}）已制作，请签订。',
      'The agreement was drawn up ({document}): please sign it.',
    ),
    fields: {
      document: field.document(documentWords['approve-agreement']).shownTo('party'),
      agreedTerms,
      ...opinion,
    },
    states: statedTerms,
    notify: [...enterprise, inspectors, sectionChief],
  }),
  'refuse-agreement': act({
    words: text('不批准订立执行协议', 'Do not approve it'),
    fields: { reason: field.longText('理由', 'Why', 1000), ...opinion },
    notify: [inspectors],
  }),
  'conclude-agreement': act({
    words: text('登记执行协议签订', 'Record that it was concluded'),
    party: text(
      '已于{concludedOn}签订执行协议，请按期履行。',
      'The agreement was concluded on {concludedOn}: please perform it in time.',
    ),
    fields: {
      concludedOn: field.date('签订日期', 'Concluded on').shownTo('party'),
      signer: field.text('当事人签字人', 'Who has signed for the party', 100).shownTo('party'),
      signed: field
        .files('双方签字盖章的执行协议书', 'The agreement signed by both')
        .accepting(v.pipe(files, v.minLength(1))),
      agreedTerms,
    },
    states: statedTerms,
    bills: billOfStage,
    consequence: {
      effect: text(
        '协议履行期间不申请法院强制执行；申请期限不因协议延长（暂行口径）。',
        'While it is performed the court is not asked; the period for that is not extended (provisional).',
      ),
      article: '《行政强制法》第四十二条、第五十三条',
    },
    notify: [...enterprise, leader, sectionChief],
  }),
  'drop-agreement': act({
    words: text('未签订，撤回执行协议', 'Not signed: withdraw it'),
    party: text('执行协议未签订。', 'The agreement was not concluded.'),
    fields: { reason: field.longText('情况说明', 'What has happened', 1000) },
    notify: [leader],
  }),
}

const performing = {
  'stage-over': clockAct(
    '本期履行期限届满',
    'The time of a stage is over',
    text('执行协议本期履行期限已届满。', 'The time of this stage of the agreement is over.'),
    { notify: [...enterprise, inspectors, sectionChief] },
  ),
  'confirm-stage': act({
    words: text('登记本期已履行', 'Record that this stage is performed'),
    party: text('执行协议本期已履行。', 'This stage of the agreement is performed.'),
    fields: { findings: findings('履行情况', 'How it was performed').optional() },
    bills: billOfStage,
    notify: enterprise,
  }),
  'perform-agreement': act({
    words: text('登记执行协议履行完毕', 'Record that all of it is performed'),
    party: text('执行协议已履行完毕。', 'The agreement is performed.'),
    fields: { findings: findings('履行情况', 'How it was performed').optional() },
    notify: [...enterprise, leader],
  }),
  'break-agreement': act({
    words: text('认定不履行执行协议，恢复强制执行', 'Found broken: enforcement goes on'),
    party: text(
      '因未履行执行协议，已恢复强制执行（{document}）。',
      'The agreement was not performed: the enforcement goes on ({document}).',
    ),
    states: ({ snapshot, around = {} }, event) => ({
      standing: owedAgain(
        caseOf(contextOf(snapshot.context), { ofCase: around }),
        todayOf(event),
        event,
      ),
    }),
    fields: {
      findings: findings('不履行的情况', 'What was not performed').shownTo('party'),
      standing: field
        .reckoning('恢复强制执行时欠缴', 'Owed as the enforcement goes on')
        .shownTo('party'),
      document: field.document(documentWords['break-agreement']).shownTo('party'),
      ...opinion,
    },
    bills: billOfAll,
    consequence: {
      effect: text(
        '恢复强制执行，减免的加处罚款恢复计算；申请法院强制执行的期限照旧计算。',
        'The enforcement goes on, what was reduced stands again, and the period of the court runs as it did.',
      ),
      article: '《行政强制法》第四十二条第二款',
    },
    notify: [...enterprise, leader, sectionChief, legalReviewers],
  }),
  'end-agreement': act({
    words: text('处罚决定变更或者案件移送，终止协议', 'Its basis is gone: end the agreement'),
    party: text('执行协议已终止。', 'The agreement has ended.'),
    fields: { reason: field.longText('情况说明', 'What has happened', 1000), ...opinion },
    bills: billOfAll,
    notify: [...enterprise, leader, sectionChief],
  }),
}

export const agreementActs = { ...concluding, ...performing }
