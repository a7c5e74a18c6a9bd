// What do the acts ask for by which an application is granted or refused, that is served, and what was granted is annulled?
import { consentFields, leftFields } from '../documents/service-form.ts'
import { type Text, text } from '../language/words.ts'
import { type ActDeclaration, act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { enterprise } from '../organisation/addresses.ts'
import { clerk, leader } from './addresses.ts'
import { remedies } from './fields.ts'

/** What one decision is called, what it tells the applicant, which document it is, and what it brings about. */
type Decision = Pick<ActDeclaration, 'words' | 'party' | 'linked' | 'sends'> & {
  document: Text
  effect: Text
  article: string
}

/** 许可法 38(1). */
export const approval = ({ document, effect, article, ...declaration }: Decision) =>
  act({
    ...declaration,
    consequence: { effect, article },
    fields: { document: field.document(document).shownTo('party'), opinion: field.opinion() },
    notify: [...enterprise, clerk],
  })

/** 许可法 38(2): reasons, and the remedies that stand open. */
export const refusal = ({ document, effect, article, ...declaration }: Decision) =>
  act({
    ...declaration,
    consequence: { effect, article },
    fields: {
      reasons: field.longText('理由', 'Reasons', 4000).shownTo('party'),
      remedies,
      falseMaterial: field
        .boolean('申请人隐瞒情况或者提供虚假材料', 'Facts hidden or material false')
        .optional()
        .hint('勾选后一年内不得再次申请', 'Ticked: no new application for a year')
        .shownTo('party'),
      document: field.document(document).shownTo('party'),
      opinion: field.opinion(),
    },
    notify: [...enterprise, clerk],
  })

/** 许可法 69, 79. */
export const annulment = (
  { document, effect, article, ...declaration }: Decision,
  organ: string,
) => {
  const grounds = {
    fraud: text('以欺骗、贿赂等不正当手段取得', 'Obtained by fraud or bribery'),
    office: text(`${organ}违法或者错误准予`, 'Granted against the law or by mistake'),
  }
  return act({
    ...declaration,
    consequence: { effect, article },
    fields: {
      ground: field.choice(grounds, '情形', 'Ground').shownTo('party'),
      reason: field.longText('理由', 'Reason').shownTo('party'),
      remedies,
      document: field.document(document).shownTo('party'),
      opinion: field.opinion(),
    },
    by: [leader],
    notify: enterprise,
  })
}

const methods = {
  direct: text('当面领取', 'Fetched in person'),
  post: text('邮寄', 'By post'),
  electronic: text('电子送达', 'Electronically'),
  left: text('留置送达', 'Left at the place'),
} as const satisfies Record<string, Text>

/** The act by which a decision is served. */
export const service = (declaration: Pick<ActDeclaration, 'words' | 'party' | 'sends'>) =>
  act({
    ...declaration,
    fields: {
      method: field.choice(methods, '送达方式', 'Method').shownTo('party'),
      servedOn: field.date('送达日期', 'Served on').shownTo('party'),
      receiver: field.text('签收人', 'Received by', 100).shownTo('party'),
      ...leftFields,
      ...consentFields,
      opinion: field.opinion(),
    },
    notify: enterprise,
  })

/** 许可法 78, 79: by itself, on the last day of the bar. */
export const barEnded = clockAct(
  '再次申请限制届满',
  'The bar has ended',
  text('不得再次申请的期限已届满。', 'You may apply again.'),
)
