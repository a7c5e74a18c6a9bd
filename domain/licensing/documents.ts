// Which documents do all licences go through, and what do they say?

import { clause, letter, list, say, signedBy, table, today } from '../documents/wording.ts'
import { text } from '../language/words.ts'
import { citeOnPaper } from '../law/citation.ts'
import type { DocumentDefinition, Said } from '../model/document.ts'
import {
  applicant,
  type Licensing,
  licenceLetter,
  licenceOpened,
  licencePhrase,
  licenceSubject,
  paperRows,
  reasoned,
  sheet,
} from './document-parts.ts'
import { isJoint } from './joint-rules.ts'
import { licensingDocumentWords } from './words.ts'

const receipt = (kind: Licensing): DocumentDefinition => ({
  id: 'receipt',
  words: text('申请材料接收凭证', 'Receipt of the application'),
  on: kind.applies ?? [kind.start],
  form: 'table',
  by: 'bureau',
  series: 'case',
  audience: 'party',
  says: (said) => ({
    blocks: [
      table(
        applicant(said),
        ['申请事项', licenceSubject(said, kind)],
        said.rows(kind.application),
        ...paperRows(said, kind.missing(said.record)),
        ['收到日期', today(said)],
      ),
      say(
        `上述申请材料已于${today(said)}收到。本机关将于${said.due('acceptance')}前告知是否受理；逾期不告知的，自收到申请材料之日起即为受理（《中华人民共和国行政许可法》第三十二条）。`,
      ),
    ],
  }),
})

const intake = (kind: Licensing): DocumentDefinition[] => [
  receipt(kind),
  licenceLetter('require-supplement', `${kind.word}补`, (said) => ({
    blocks: [
      say(
        `${licenceOpened(said, kind)}，经审查，申请材料不齐全或者不符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知你单位须补正的全部内容：`,
      ),
      list(said.lines('items')),
      ...(said.value('explanation') ? [say(said.value('explanation'))] : []),
      say('请按上述内容补正后重新提交。本机关自收到全部补正材料之日起重新计算受理期限。'),
    ],
  })),
  licenceLetter('accept', `${kind.word}受`, (said) => ({
    blocks: [
      say(
        `${licenceOpened(said, kind)}，申请材料齐全、符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第五项的规定，本机关决定自${today(said)}起予以受理。`,
      ),
      say(
        `本机关将于${said.due(kind.review(said))}前作出决定（${citeOnPaper(said.article(kind.review(said)))}）。${kind.notCounted(said)}所需时间不计算在内。`,
      ),
    ],
  })),
  licenceLetter('refuse-acceptance', `${kind.word}不受`, (said) => ({
    blocks: reasoned(
      said,
      `${licenceOpened(said, kind)}，经审查：${clause(said.value('ground'))}。根据《中华人民共和国行政许可法》第三十二条的规定，本机关决定不予受理。`,
      'reasons',
    ),
  })),
]

/** 许可法 42: who has lengthened it, and where it was not the authority itself under which number. */
const approval = (said: Said): string =>
  isJoint(said.record.snapshot.context)
    ? `本级人民政府负责人批准（${said.value('governmentApproval')}）`
    : '本机关负责人批准'

const delays = (kind: Licensing): DocumentDefinition[] => [
  licenceLetter('begin-expert-review', `${kind.word}评`, (said) => ({
    blocks: [
      say(
        `${licenceOpened(said, kind)}，须经专家评审。评审事项：${clause(said.value('reason'))}。`,
      ),
      say(
        `评审自${today(said)}起，预计至${said.value('until')}结束。根据《中华人民共和国行政许可法》第四十五条的规定，专家评审所需时间不计算在审查期限内，特此告知。`,
      ),
    ],
  })),
  licenceLetter('extend-review', `${kind.word}延`, (said) => ({
    blocks: [
      say(
        `${licenceOpened(said, kind)}，在法定期限内不能作出决定。理由：${clause(said.value('reason'))}。`,
      ),
      say(
        `根据《中华人民共和国行政许可法》第四十二条的规定，经${approval(said)}，审查期限延长${said.value('by')}个工作日，延长后的期限至${said.due(kind.review(said))}，特此告知。`,
      ),
    ],
  })),
]

const review = (kind: Licensing): DocumentDefinition[] => [
  sheet({
    id: 'site-check',
    words: licensingDocumentWords['site-check-passed'],
    on: ['site-check-passed', 'site-check-failed'],
    form: 'record',
    word: `${kind.word}核`,
    audience: 'internal',
    says: (said) => ({
      blocks: [
        table(
          applicant(said),
          ['核查地点', said.record.site ?? ''],
          ['核查日期', today(said)],
          ['核查依据', kind.law],
          ['核查情况', said.value('findings')],
          ['核查结论', said.act.type === 'site-check-passed' ? '符合条件' : '不符合条件'],
        ),
      ],
      hands: [signedBy('核查人员（签名）', said), { label: '申请人现场负责人（签名）', names: '' }],
    }),
  }),
  sheet({
    id: 'submit-opinion',
    words: licensingDocumentWords['submit-opinion'],
    on: ['submit-opinion'],
    form: 'table',
    word: `${kind.word}审`,
    audience: 'internal',
    says: (said) => ({
      blocks: [
        table(
          applicant(said),
          ['申请事项', licenceSubject(said, kind)],
          said.rows(kind.application, kind.start),
          said.rows(['findings', 'advice']),
        ),
      ],
      hands: [signedBy('审查人员（签名）', said)],
    }),
  }),
]

const whyHeard = (said: Said): string =>
  said.act.data.ground === 'refusal'
    ? `经审查，本机关拟不予许可，理由：${said.value('reason')}`
    : `直接涉及申请人与他人之间重大利益关系：${said.value('reason')}`

/** 许可法 46–48. */
const hearing = (kind: Licensing): DocumentDefinition[] => [
  licenceLetter('tell-hearing-right', `${kind.word}听告`, (said) => ({
    blocks: [
      say(`${licenceOpened(said, kind)}，${whyHeard(said)}`),
      say(
        `根据《中华人民共和国行政许可法》第四十七条的规定，你单位及利害关系人享有要求听证的权利。要求听证的，应当在${said.due('hearing-request')}前提出申请；逾期不提出的，视为放弃。听证不收取费用。`,
      ),
    ],
  })),
  licenceLetter('notify-hearing', `${kind.word}听通`, (said) => ({
    blocks: [
      say(`${licenceOpened(said, kind)}，本机关决定举行听证。`),
      table(said.rows(['heldOn', 'place', 'chair'])),
      say(
        '你单位认为主持人与本案有直接利害关系的，有权申请回避；可以亲自参加听证，也可以委托代理人参加（《中华人民共和国行政许可法》第四十八条）。',
      ),
    ],
  })),
  sheet({
    id: 'close-hearing',
    words: licensingDocumentWords['close-hearing'],
    on: ['close-hearing'],
    form: 'record',
    word: `${kind.word}听录`,
    audience: 'party',
    says: (said) => ({
      blocks: [
        table(
          applicant(said),
          ['申请事项', licenceSubject(said, kind)],
          said.rows(['heldOn', 'place', 'chair'], 'notify-hearing'),
        ),
        table(said.rows(['record'])),
      ],
      hands: [
        { label: '听证主持人（签名）', names: '' },
        { label: '听证参加人（签名或者盖章）', names: '' },
      ],
    }),
  }),
]

const decision = (kind: Licensing): DocumentDefinition[] => [
  letter(
    'grant',
    text('准予行政许可决定书', 'Decision to grant'),
    `${kind.word}许`,
    (said) => ({
      title: granted(said),
      blocks: [
        say(
          `${licenceOpened(said, kind)}，经审查，符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第一款和${kind.law}的规定，本机关决定：`,
        ),
        say(`准予你单位${licencePhrase(said, kind.phrase).granted}${kind.matter}。`),
        ...(kind.application.length > 0 ? [table(said.rows(kind.application, kind.start))] : []),
        say(
          `本机关将于${said.due('certificate-delivery')}前向你单位颁发、送达许可证件（《中华人民共和国行政许可法》第四十四条）。`,
        ),
      ],
    }),
    { servedBy: ['serve-licence'] },
  ),
  letter(
    'refuse',
    text('不予行政许可决定书', 'Decision to refuse'),
    `${kind.word}不许`,
    (said) => ({
      blocks: reasoned(
        said,
        `${licenceOpened(said, kind)}，经审查，不符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第二款的规定，本机关决定不予行政许可。`,
        'reasons',
        ...(said.act.data.falseMaterial === true
          ? [
              say(
                '因隐瞒有关情况或者提供虚假材料，你单位在一年内不得再次申请该行政许可（《中华人民共和国行政许可法》第七十八条）。',
              ),
            ]
          : []),
      ),
    }),
    { servedBy: ['serve-refusal'] },
  ),
]

const titles: Record<string, string> = {
  change: '准予变更行政许可决定书',
  renewal: '准予延续行政许可决定书',
}
const granted = ({ record }: Said): string =>
  titles[String(record.snapshot.context.kind)] ?? '准予行政许可决定书'

/** 许可法 32, 34, 38, 42, 44, 45: from the receipt of an application to the decision on it. */
export const licensingDocuments = (kind: Licensing): DocumentDefinition[] => [
  ...intake(kind),
  ...delays(kind),
  ...review(kind),
  ...hearing(kind),
  ...decision(kind),
]
