// Which documents end a hazard, from the application for acceptance to the public notice?

import {
  letter,
  ofTheParty,
  openedOn,
  say,
  signedBy,
  table,
  today,
} from '../../documents/wording.ts'
import { text } from '../../language/words.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { documents } from './documents.ts'
import { enterprise, hazard, isMajor, limit, listedAt } from './parts.ts'

export const acceptance: DocumentDefinition[] = [
  ofTheParty(
    'resumption',
    text('恢复生产申请', 'Application to resume'),
    ['apply-acceptance'],
    (said) => ({
      blocks: [
        table(enterprise(said), hazard(said), said.rows(['description', 'results', 'resume'])),
        say('上述隐患已治理完毕并经评估，现申请验收和恢复生产。'),
      ],
    }),
  ),
  ofTheParty(
    'assessment',
    text('重大事故隐患治理评估报告', 'Assessment of the governance'),
    ['apply-acceptance'],
    (said) => ({
      blocks: [
        table(enterprise(said), hazard(said), said.rows(['description', 'results', 'assessment'])),
      ],
      hands: [{ label: '评估人员（签名）', names: '' }],
    }),
  ),
  {
    ...{
      id: 're-check',
      words: documents['re-check-passed'],
      on: ['re-check-passed', 're-check-failed'],
      form: 'record',
      by: 'bureau',
    },
    ...{ series: { word: '复查' }, audience: 'party' },
    says: (said) => ({
      blocks: [
        table(
          enterprise(said),
          hazard(said),
          ['复查日期', today(said)],
          said.rows(['results', 'findings', 'reasons']),
        ),
        say(
          said.act.type === 're-check-passed'
            ? '复查意见：复查合格。'
            : `复查意见：复查不合格，责令于${limit(said)}（含当日）前继续整改并书面报告本机关。`,
        ),
      ],
      hands: [signedBy('复查人员（签名）', said), { label: '被复查单位负责人（签名）', names: '' }],
    }),
  },
  letter('approve-resume', documents['approve-resume'], '复产', (said) => ({
    title: '关于同意恢复生产的批复',
    blocks: [
      say(
        `你单位的恢复生产申请收悉。经审查，“${said.record.title}”重大事故隐患已经排除。根据《中华人民共和国安全生产法》第六十五条第一款第三项的规定，同意恢复生产经营。`,
      ),
      say(said.value('reply')),
    ],
  })),
  letter(
    'write-off',
    documents['write-off'],
    '销',
    (said) => ({
      blocks: [
        say(
          `你单位“${said.record.title}”事故隐患（${openedOn(said)}登记，案件编号：${said.record.number}）已整改完毕并经复查合格，决定予以核销。`,
        ),
        say(said.value('publicSummary')),
      ],
    }),
    { when: (said) => !isMajor(said) },
  ),
  letter(
    'de-list',
    documents['de-list'],
    '销督',
    (said) => ({
      title: '关于核销重大事故隐患并解除挂牌督办的决定',
      blocks: [
        say(
          `你单位“${said.record.title}”重大事故隐患，经《挂牌督办通知书》${said.number('list-hazard')}挂牌督办，现已治理完毕并验收合格。根据《安全生产事故隐患排查治理暂行规定》第二十三条的规定，决定予以核销，解除挂牌督办。`,
        ),
        say(said.value('publicSummary')),
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
    (said) => ({ title, to: null, blocks: [say(said.value('publicSummary')), say('特此公告。')] }),
    {
      ...{ by: 'committee', audience: 'public', level: listedAt },
    },
  )

export const notices: DocumentDefinition[] = [
  notice('publish-listing', '重大事故隐患挂牌督办公告'),
  notice('publish-delisting', '重大事故隐患摘牌公告'),
]
