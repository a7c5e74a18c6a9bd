// Which person is named as a further party, and what of it is kept secret (处罚到人)?
import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { isIdentityNumber } from '../../organisation/identity-number.ts'
import { sectionChief } from '../regions/addresses.ts'
import { personal } from '../regions/personal.ts'

/** 主要负责人 and the like: as whom the law punishes a person beside the unit. */
export const partyRoles = {
  principal: text('主要负责人', 'Principal'),
  'safety-officer': text('安全生产管理人员', 'Safety officer'),
  trader: text('个体工商户经营者', 'Individual trader'),
  person: text('其他直接责任人员', 'Other person directly responsible'),
} as const satisfies Record<string, Text>

export type PartyRole = keyof typeof partyRoles

const identity = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{16}[\dX]$/),
  v.check(isIdentityNumber, '公民身份号码校验不符 | The check character does not follow from it'),
)

/** 处罚法 4, 安全法 94–96: the person is punished beside the unit, in the same case. */
export const nameParty = act({
  words: text('追加当事人（个人）', 'Name a further party'),
  fields: {
    role: field.choice(partyRoles, '当事人身份', 'As whom'),
    personName: field.text('姓名', 'Name', 50).with({ confidential: personal }),
    identity: field
      .text('公民身份号码', 'Identity number')
      .accepting(identity)
      .hint('十八位，末位为校验码', 'Eighteen characters; the last one checks the others')
      .with({ confidential: personal }),
    mobile: field
      .text('联系电话', 'Telephone')
      .accepting(v.pipe(v.string(), v.regex(/^[\d+\- ]{5,20}$/)))
      .optional()
      .with({ confidential: personal }),
    annualIncome: field
      .yuan('上一年年收入（元）', 'Income of the year before (yuan)', 1, 1_000_000_000)
      .optional()
      .hint(
        '因事故处罚主要负责人的须填写（《安全生产法》第九十五条）',
        'Needed where a principal is fined for an accident (Work Safety Law art. 95)',
      )
      .with({ confidential: personal, where: [{ role: ['principal'] }] }),
    conduct: field.longText('个人涉嫌违法的事实', 'What the person is suspected of', 2000),
  },
  by: [inspectors, sectionChief],
  appendsOnly: true,
  consequence: {
    effect: text(
      '该当事人单独告知、听取陈述申辩、决定、送达和履行；办结之前案件不得结案。',
      'This party is notified, heard, punished and served by itself; until it is done with the case stays open.',
    ),
    article: '《行政处罚法》第四条、《安全生产法》第九十四条至第九十六条',
  },
})
