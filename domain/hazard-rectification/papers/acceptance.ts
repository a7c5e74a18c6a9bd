// Which documents end a hazard, from the application for acceptance to the public notice?

import {
  letter,
  ofTheParty,
  openedOn,
  paragraph,
  signedBy,
  table,
  today,
} from '../../documents/wording.ts'
import { text } from '../../language/words.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { documents } from './documents.ts'
import { enterprise, hazard, isListed, limit, listedAt } from './parts.ts'

export const acceptance: DocumentDefinition[] = [
  ofTheParty(
    'resumption',
    text('恢复生产申请', 'Application to resume'),
    ['apply-acceptance'],
    (source) => ({
      blocks: [
        table(
          enterprise(source),
          hazard(source),
          source.rows(['description', 'results', 'resume']),
        ),
        paragraph('上述隐患已治理完毕并经评估，现申请验收和恢复生产。'),
      ],
    }),
  ),
  ofTheParty(
    'assessment',
    text('重大事故隐患治理评估报告', 'Assessment of the governance'),
    ['apply-acceptance'],
    (source) => ({
      blocks: [
        table(
          enterprise(source),
          hazard(source),
          source.rows(['description', 'results', 'assessment']),
        ),
      ],
      signatureLines: [{ label: '评估人员（签名）', names: '' }],
    }),
  ),
  {
    id: 're-check',
    words: documents['re-check-passed'],
    on: ['re-check-passed', 're-check-failed'],
    form: 'record',
    by: 'bureau',
    series: { word: '复查' },
    audience: 'party',
    wording: (source) => ({
      blocks: [
        table(
          enterprise(source),
          hazard(source),
          ['复查日期', today(source)],
          source.rows(['results', 'findings', 'reasons']),
        ),
        paragraph(
          source.act.type === 're-check-passed'
            ? '复查意见：复查合格。'
            : `复查意见：复查不合格，责令于${limit(source)}（含当日）前继续整改并书面报告本机关。`,
        ),
      ],
      signatureLines: [
        signedBy('复查人员（签名）', source),
        { label: '被复查单位负责人（签名）', names: '' },
      ],
    }),
  },
  letter('approve-resume', documents['approve-resume'], '复产', (source) => ({
    title: '关于同意恢复生产的批复',
    blocks: [
      paragraph(
        `你单位的恢复生产申请收悉。经审查，“${source.record.title}”重大事故隐患已经排除。根据《中华人民共和国安全生产法》第六十五条第一款第三项的规定，同意恢复生产经营。`,
      ),
      paragraph(source.value('reply')),
    ],
  })),
  letter(
    'write-off',
    documents['write-off'],
    '销',
    (source) => ({
      blocks: [
        paragraph(
          `你单位“${source.record.title}”事故隐患（${openedOn(source)}登记，案件编号：${source.record.number}）已整改完毕并经复查合格，决定予以核销。`,
        ),
        paragraph(source.value('publicSummary')),
      ],
    }),
    { when: (source) => !isListed(source) },
  ),
  letter(
    'de-list',
    documents['de-list'],
    '销督',
    (source) => ({
      title: '关于核销重大事故隐患并解除挂牌督办的决定',
      blocks: [
        paragraph(
          `你单位“${source.record.title}”重大事故隐患，经《挂牌督办通知书》${source.number('list-hazard')}挂牌督办，现已治理完毕并验收合格。根据《安全生产事故隐患排查治理暂行规定》第二十三条的规定，决定予以核销，解除挂牌督办。`,
        ),
        paragraph(source.value('publicSummary')),
      ],
    }),
    { by: 'committee', level: listedAt },
  ),
]

const notice = (id: 'publish-listing' | 'publish-delisting', title: string): DocumentDefinition =>
  letter(
    id,
    documents[id],
    '告',
    (source) => ({
      title,
      to: null,
      blocks: [paragraph(source.value('publicSummary')), paragraph('特此公告。')],
    }),
    {
      by: 'committee',
      audience: 'public',
      level: listedAt,
    },
  )

export const notices: DocumentDefinition[] = [
  notice('publish-listing', '重大事故隐患挂牌督办公告'),
  notice('publish-delisting', '重大事故隐患摘牌公告'),
]
