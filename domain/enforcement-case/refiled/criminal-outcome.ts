// How may a criminal matter have ended, and when is what a court has imposed written down whole (处罚法 27, 35)?
import { type Text, text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import { mostYuan } from '../memory/kinds.ts'
import { personsIn } from '../memory/with-police.ts'

/** 处罚法 27(1): what leaves room for an administrative penalty, and a conviction. */
export const criminalOutcomes = {
  dropped: text('撤销案件', 'The police have dropped it'),
  'not-prosecuted': text('不起诉', 'Not prosecuted'),
  exempted: text('免予刑事处罚', 'Guilty, and exempted from punishment'),
  acquitted: text('宣告无罪', 'Acquitted'),
  convicted: text('判处刑罚', 'Sentenced'),
} as const satisfies Record<string, Text>

/** What a case was returned with that was closed as transferred before: also that it was never filed. */
export const returnedOutcomes = {
  'not-filed': text('不予立案', 'Not filed by the police'),
  ...criminalOutcomes,
} as const satisfies Record<string, Text>

type Also = Readonly<Record<string, readonly string[]>>

/** 刑诉法 259: judged, it is over when the judgment has effect, and not under appeal. `outcome`: the answer that says how it ended. */
export const judgmentFields = (outcome: string, also: Also = {}) => {
  const judged = [{ ...also, [outcome]: ['convicted', 'acquitted', 'exempted'] }]
  const sentenced = [{ ...also, [outcome]: ['convicted'] }]
  return {
    effectiveOn: field
      .date('裁判生效日期', 'The judgment has effect since')
      .optional()
      .with({ where: judged, needed: judged })
      .hint(
        '上诉、抗诉期间裁判尚未生效，不登记',
        'Under appeal it has no effect and is not entered',
      ),
    criminalFine: field
      .yuan('判处罚金（元）', 'Fine of the court (yuan)', 1, mostYuan)
      .optional()
      .with({ where: sentenced })
      .hint(
        '判处罚金的，对同一当事人不再给予罚款；移送前已缴的罚款折抵罚金',
        'Who was fined by the court is fined no more; a fine paid before is set off',
      ),
    partyFined: field
      .boolean('罚金由本案当事人承担', 'The party of this case bears it')
      .optional()
      .with({ where: sentenced }),
    persons: field
      .text('承担罚金的个人的身份证件号码', 'Identity numbers of persons who bear it', 400)
      .optional()
      .hint('多人的以空格隔开', 'Several with a space between them')
      .with({ where: sentenced, confidential: true }),
  }
}

type Judgment = {
  outcome: unknown
  effectiveOn: unknown
  criminalFine: unknown
  partyFined: unknown
  persons: unknown
}
export type OutcomeFault = { field: 'effectiveOn' | 'criminalFine'; words: Text }

const ineffective = text(
  '裁判尚未生效，生效后方可恢复办理',
  'The judgment has no effect yet: the case goes on once it has',
)
const unborne = text(
  '判处罚金的，须填写罚金数额并指明承担人',
  'A fine of the court has an amount and somebody who bears it',
)

/** 处罚法 35(2): a fine of the court is that of a conviction, and somebody bears it. */
export const judgmentFault = (judgment: Judgment, today: string): OutcomeFault | null => {
  const { outcome, effectiveOn, criminalFine, partyFined, persons } = judgment
  if (typeof effectiveOn === 'string' && !(isCivilDate(effectiveOn) && effectiveOn <= today))
    return { field: 'effectiveOn', words: ineffective }
  if (outcome !== 'convicted') return null
  const borne = partyFined === true || personsIn(persons).length > 0
  const fined = typeof criminalFine === 'number' && criminalFine > 0
  return borne === fined ? null : { field: 'criminalFine', words: unborne }
}

/** The same as the verdict of a rule. */
export const judgmentWhole = (judgment: Judgment, today: string): Verdict =>
  judgmentFault(judgment, today)?.words ?? true
