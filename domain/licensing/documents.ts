// Which documents do all licences go through, and what do they say?

import { clause, letter, list, paragraph, signedBy, table, today } from '../documents/wording.ts'
import { text } from '../language/words.ts'
import { citeOnPaper } from '../law/citation.ts'
import type { DocumentDefinition, DocumentSource } from '../model/document.ts'
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
  wording: (source) => ({
    blocks: [
      table(
        applicant(source),
        ['申请事项', licenceSubject(source, kind)],
        source.rows(kind.application),
        ...paperRows(source, kind.missing(source.record)),
        ['收到日期', today(source)],
      ),
      paragraph(
        `上述申请材料已于${today(source)}收到。本机关将于${source.due('acceptance')}前告知是否受理；逾期不告知的，自收到申请材料之日起即为受理（《中华人民共和国行政许可法》第三十二条）。`,
      ),
    ],
  }),
})

const intake = (kind: Licensing): DocumentDefinition[] => [
  receipt(kind),
  licenceLetter('require-supplement', `${kind.word}补`, (source) => ({
    blocks: [
      paragraph(
        `${licenceOpened(source, kind)}，经审查，申请材料不齐全或者不符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知你单位须补正的全部内容：`,
      ),
      list(source.lines('items')),
      ...(source.value('explanation') ? [paragraph(source.value('explanation'))] : []),
      paragraph('请按上述内容补正后重新提交。本机关自收到全部补正材料之日起重新计算受理期限。'),
    ],
  })),
  licenceLetter('accept', `${kind.word}受`, (source) => ({
    blocks: [
      paragraph(
        `${licenceOpened(source, kind)}，申请材料齐全、符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第五项的规定，本机关决定自${today(source)}起予以受理。`,
      ),
      paragraph(
        `本机关将于${source.due(kind.review(source))}前作出决定（${citeOnPaper(source.article(kind.review(source)))}）。${kind.notCounted(source)}所需时间不计算在内。`,
      ),
    ],
  })),
  licenceLetter('refuse-acceptance', `${kind.word}不受`, (source) => ({
    blocks: reasoned(
      source,
      `${licenceOpened(source, kind)}，经审查：${clause(source.value('ground'))}。根据《中华人民共和国行政许可法》第三十二条的规定，本机关决定不予受理。`,
      'reasons',
    ),
  })),
]

/** 许可法 42: who has lengthened it, and where it was not the authority itself under which number. */
const approval = (source: DocumentSource): string =>
  isJoint(source.record.snapshot.context)
    ? `本级人民政府负责人批准（${source.value('governmentApproval')}）`
    : '本机关负责人批准'

const delays = (kind: Licensing): DocumentDefinition[] => [
  licenceLetter('begin-expert-review', `${kind.word}评`, (source) => ({
    blocks: [
      paragraph(
        `${licenceOpened(source, kind)}，须经专家评审。评审事项：${clause(source.value('reason'))}。`,
      ),
      paragraph(
        `评审自${today(source)}起，预计至${source.value('until')}结束。根据《中华人民共和国行政许可法》第四十五条的规定，专家评审所需时间不计算在审查期限内，特此告知。`,
      ),
    ],
  })),
  licenceLetter('extend-review', `${kind.word}延`, (source) => ({
    blocks: [
      paragraph(
        `${licenceOpened(source, kind)}，在法定期限内不能作出决定。理由：${clause(source.value('reason'))}。`,
      ),
      paragraph(
        `根据《中华人民共和国行政许可法》第四十二条的规定，经${approval(source)}，审查期限延长${source.value('by')}个工作日，延长后的期限至${source.due(kind.review(source))}，特此告知。`,
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
    wording: (source) => ({
      blocks: [
        table(
          applicant(source),
          ['核查地点', source.record.site ?? ''],
          ['核查日期', today(source)],
          ['核查依据', kind.law],
          ['核查情况', source.value('findings')],
          ['核查结论', source.act.type === 'site-check-passed' ? '符合条件' : '不符合条件'],
        ),
      ],
      signatureLines: [
        signedBy('核查人员（签名）', source),
        { label: '申请人现场负责人（签名）', names: '' },
      ],
    }),
  }),
  sheet({
    id: 'submit-opinion',
    words: licensingDocumentWords['submit-opinion'],
    on: ['submit-opinion'],
    form: 'table',
    word: `${kind.word}审`,
    audience: 'internal',
    wording: (source) => ({
      blocks: [
        table(
          applicant(source),
          ['申请事项', licenceSubject(source, kind)],
          source.rows(kind.application, kind.start),
          source.rows(['findings', 'advice']),
        ),
      ],
      signatureLines: [signedBy('审查人员（签名）', source)],
    }),
  }),
]

const hearingGround = (source: DocumentSource): string =>
  source.act.data.ground === 'refusal'
    ? `经审查，本机关拟不予许可，理由：${source.value('reason')}`
    : `直接涉及申请人与他人之间重大利益关系：${source.value('reason')}`

/** 许可法 46–48. */
const hearing = (kind: Licensing): DocumentDefinition[] => [
  licenceLetter(
    'tell-hearing-right',
    `${kind.word}听告`,
    (source) => ({
      blocks: [
        paragraph(`${licenceOpened(source, kind)}，${hearingGround(source)}`),
        paragraph(
          `根据《中华人民共和国行政许可法》第四十七条的规定，你单位及利害关系人享有要求听证的权利。要求听证的，应当自收到本告知书之日起${source.period('licensing.hearing-request')}内向本机关提出申请（收到当日不计入，自次一工作日起算）；逾期不提出的，视为放弃。听证不收取费用。`,
        ),
      ],
    }),
    { servedBy: ['serve-hearing-notice'] },
  ),
  licenceLetter('notify-hearing', `${kind.word}听通`, (source) => ({
    blocks: [
      paragraph(`${licenceOpened(source, kind)}，本机关决定举行听证。`),
      table(source.rows(['heldOn', 'place', 'chair'])),
      paragraph(
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
    wording: (source) => ({
      blocks: [
        table(
          applicant(source),
          ['申请事项', licenceSubject(source, kind)],
          source.rows(['heldOn', 'place', 'chair'], 'notify-hearing'),
        ),
        table(source.rows(['record'])),
      ],
      signatureLines: [
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
    (source) => ({
      title: granted(source),
      blocks: [
        paragraph(
          `${licenceOpened(source, kind)}，经审查，符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第一款和${kind.law}的规定，本机关决定：`,
        ),
        paragraph(`准予你单位${licencePhrase(source, kind.phrase).granted}${kind.matter}。`),
        ...(kind.application.length > 0 ? [table(source.rows(kind.application, kind.start))] : []),
        paragraph(
          `本机关将于${source.due('certificate-delivery')}前向你单位颁发、送达许可证件（《中华人民共和国行政许可法》第四十四条）。`,
        ),
      ],
    }),
    { servedBy: ['serve-licence'] },
  ),
  letter(
    'refuse',
    text('不予行政许可决定书', 'Decision to refuse'),
    `${kind.word}不许`,
    (source) => ({
      blocks: reasoned(
        source,
        `${licenceOpened(source, kind)}，经审查，不符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第二款的规定，本机关决定不予行政许可。`,
        'reasons',
        ...(source.act.data.falseMaterial === true
          ? [
              paragraph(
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
const granted = ({ record }: DocumentSource): string =>
  titles[String(record.snapshot.context.kind)] ?? '准予行政许可决定书'

/** 许可法 32, 34, 38, 42, 44, 45: from the receipt of an application to the decision on it. */
export const licensingDocuments = (kind: Licensing): DocumentDefinition[] => [
  ...intake(kind),
  ...delays(kind),
  ...review(kind),
  ...hearing(kind),
  ...decision(kind),
]
