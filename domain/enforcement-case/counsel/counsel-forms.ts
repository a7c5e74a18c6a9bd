// What is said of a counsel when he is named, accepted, refused or withdrawn (委托代理)?
import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { isIdentityNumber } from '../../organisation/identity-number.ts'
import { documentWords } from '../acts/document-words.ts'
import { sectionChief } from '../regions/addresses.ts'
import { personal } from '../regions/personal.ts'

/** 民诉法 62: a special power names what it extends to; here waiving and asking for a hearing. */
export const counselScopes = {
  general: text('一般授权（代为查阅、陈述申辩）', 'General: to read, and to state the defence'),
  special: text(
    '特别授权（并可代为放弃权利、要求听证）',
    'Special: also to waive rights and to ask for a hearing',
  ),
} as const satisfies Record<string, Text>

const identityNumber = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{16}[\dX]$/),
  v.check(isIdentityNumber, '公民身份号码校验不符 | The check character does not follow from it'),
)
const mobile = v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/))

const name = field.text('代理人姓名', 'Name of the counsel', 50)
const identity = field
  .text('代理人身份证号码', 'Identity number of the counsel')
  .accepting(identityNumber)
  .with({ confidential: personal })
const telephone = field
  .text('代理人手机号码', 'Mobile number of the counsel')
  .accepting(mobile)
  .hint('查询时向该号码发送验证码', 'One-time codes are sent there')
  .with({ confidential: personal })
const firm = field.text('所在律师事务所或者单位', 'Law firm or employer', 100).optional()
const scope = field.choice(counselScopes, '授权范围', 'Extent of the power')
const power = field.files('授权委托书', 'Power of attorney')
const from = field.date('委托自', 'From')
const until = field.date('委托至', 'Until')

const consequence = {
  effect: text(
    '经执法人员核对同意后，代理人在委托期限内凭案件编号、查询码和手机验证码查阅被代理人的材料，并在授权范围内代为行使权利。',
    'Once an officer has agreed, the counsel reads what his principal reads, within these days, and acts within the power.',
  ),
  article: '《行政处罚法》第四十五条、第六十四条',
}

/** By the officers, for a person: the enterprise learns nothing of it. */
export const namePartyCounsel = act({
  words: text('登记个人的代理人', 'Name a counsel of a further party'),
  fields: {
    represents: field.integer('被代理的当事人（个人）号数', 'Of which further party (no.)', 1, 20),
    counselName: name.with({ confidential: personal }),
    counselIdentity: identity,
    counselMobile: telephone,
    firm,
    scope,
    counselPower: power.with({ confidential: personal }),
    from,
    until,
  },
  by: [inspectors, sectionChief],
  appendsOnly: true,
  consequence,
})

/** By the enterprise itself, or by the officers for one that comes on paper. */
export const nameEnterpriseCounsel = act({
  words: text('登记单位的代理人', 'Name a counsel of the enterprise'),
  party: text(
    '已登记代理人{agentName}，等待核对',
    'A counsel was named: {agentName}; to be examined',
  ),
  fields: {
    agentName: name.shownTo('party'),
    agentIdentity: identity,
    agentMobile: telephone,
    firm: firm.shownTo('party'),
    scope: scope.shownTo('party'),
    power,
    from: from.shownTo('party'),
    until: until.shownTo('party'),
  },
  by: [...enterprise, inspectors],
  appendsOnly: true,
  consequence,
  notify: [inspectors],
})

const reason = (zh: string, en: string) => field.longText(zh, en, 1000)

/** The same for either; `party`: what the enterprise reads of its own. */
const courseOf = (paper: Text, told: boolean) => {
  const party = (zh: string, en: string) => (told ? { party: text(zh, en) } : {})
  return {
    accept: act({
      words: text('同意代理', 'Accept the counsel'),
      ...party('代理人已核对同意', 'The counsel was accepted'),
      fields: { document: field.document(paper), opinion: field.opinion() },
    }),
    refuse: act({
      words: text('不同意代理', 'Refuse the counsel'),
      ...party('代理人未获同意：{reason}', 'The counsel was refused: {reason}'),
      fields: {
        reason: told ? reason('理由', 'Why').shownTo('party') : reason('理由', 'Why'),
      },
    }),
    withdraw: act({
      words: text('解除委托', 'Withdraw the power of attorney'),
      ...party('委托已解除', 'The power of attorney was withdrawn'),
      fields: { reason: reason('情况说明', 'What has happened') },
      consequence: {
        effect: text(
          '代理人自即时起不得查阅、办理；其经手的文书载有当事人本人查询码的，应当作废并重新制发。',
          'From now on the counsel reads and does nothing. Papers with the principal’s own code that went through his hands are issued anew.',
        ),
        article: '《民法典》第一百七十三条',
      },
      notify: [inspectors],
    }),
    lapsed: clockAct(
      '委托期限届满',
      'The power of attorney has ended',
      told ? text('委托期限届满', 'The power of attorney has ended') : text('', ''),
      { notify: [inspectors], audience: told ? 'party' : 'internal' },
    ),
  }
}

const ofParty = courseOf(documentWords['accept-party-counsel'], false)
const ofEnterprise = courseOf(documentWords['accept-enterprise-counsel'], true)

export const partyCounselActs = {
  'accept-party-counsel': ofParty.accept,
  'refuse-party-counsel': ofParty.refuse,
  'withdraw-party-counsel': ofParty.withdraw,
  'party-counsel-lapsed': ofParty.lapsed,
}
export const enterpriseCounselActs = {
  'accept-enterprise-counsel': ofEnterprise.accept,
  'refuse-enterprise-counsel': ofEnterprise.refuse,
  'withdraw-enterprise-counsel': ofEnterprise.withdraw,
  'enterprise-counsel-lapsed': ofEnterprise.lapsed,
}
