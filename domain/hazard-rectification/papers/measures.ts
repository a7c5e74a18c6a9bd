// Which documents does a hazard begin with, and which order measures and force?

import {
  clause,
  letter,
  ofTheParty,
  paragraph,
  remedies,
  signedBy,
  table,
  today,
} from '../../documents/wording.ts'
import { text } from '../../language/words.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { countedOnPaper } from '../../penalties/counted-on-paper.ts'
import { documents } from './documents.ts'
import { enterprise, hazard } from './parts.ts'

export const ofTheReport: DocumentDefinition[] = [
  {
    id: 'registration',
    words: documents.report,
    on: ['verify'],
    form: 'table',
    by: 'bureau',
    series: 'case',
    audience: 'internal',
    wording: (source) => ({
      blocks: [
        table(
          enterprise(source),
          hazard(source),
          source.rows(['category', 'source', 'suspectedMajor', 'description']),
          ['登记日期', today(source)],
        ),
      ],
      signatureLines: [{ label: '登记人（签名）', names: '' }],
    }),
  },
  {
    ...ofTheParty(
      'major-report',
      text('重大事故隐患报告', 'Report of a major hazard'),
      ['report'],
      (source) => ({
        blocks: [
          table(enterprise(source), hazard(source), source.rows(['category', 'description'])),
          paragraph(
            '根据《安全生产事故隐患排查治理暂行规定》第十四条的规定，现将上述重大事故隐患向安全监管部门报告。',
          ),
        ],
      }),
    ),
    when: ({ act, record }) =>
      act.data.suspectedMajor === true && record.owner !== null && act.data.source === undefined,
  },
  {
    id: 'inspection',
    words: documents.verify,
    on: ['verify'],
    form: 'record',
    by: 'bureau',
    series: { word: '现记' },
    audience: 'internal',
    wording: (source) => ({
      blocks: [
        table(
          enterprise(source),
          hazard(source),
          ['检查日期', today(source)],
          source.rows(['grade', 'criteria', 'findings']),
        ),
      ],
      signatureLines: [
        signedBy('检查人员（签名）', source),
        { label: '被检查单位现场负责人（签名）', names: '' },
      ],
    }),
  },
]

export const measures: DocumentDefinition[] = [
  letter(
    'take-measures',
    documents['take-measures'],
    '现决',
    (source) => ({
      blocks: [
        paragraph(
          `经查，你单位${source.record.site ?? ''}存在“${source.record.title}”重大事故隐患。根据《中华人民共和国安全生产法》第六十五条第一款第三项的规定，本机关决定采取以下现场处理措施：${clause(source.value('measures'))}。`,
        ),
        paragraph(`范围和要求：${source.value('scope')}`),
        ...(source.value('until')
          ? [
              paragraph(
                `措施期限至${source.value('until')}。重大事故隐患排除后，经审查同意，方可恢复生产经营和使用。`,
              ),
            ]
          : []),
        remedies(source, '决定书'),
      ],
    }),
    { when: ({ act }) => act.data.measures !== 'none' },
  ),
  ofTheParty('file-plan', documents['file-plan'], ['file-plan'], (source) => ({
    blocks: [
      table(
        enterprise(source),
        hazard(source),
        source.rows(['goals', 'methods', 'funds', 'responsible', 'until', 'emergency']),
      ),
    ],
  })),
  letter('order-stop', documents['order-stop'], '停', (source) => ({
    blocks: [
      paragraph(
        `你单位${source.record.site ?? ''}存在的“${source.record.title}”事故隐患拒不整改或者逾期无法整改。根据《中华人民共和国安全生产法》第一百零二条的规定，本机关决定责令你单位停产停业整顿。`,
      ),
      paragraph(`停产停业范围：${source.value('scope')}`),
      remedies(source, '决定书'),
    ],
  })),
  letter('notify-power-cut', documents['notify-power-cut'], '停供', (source) => ({
    blocks: [
      paragraph(
        `因你单位存在“${source.record.title}”重大事故隐患，拒不执行本机关依法作出的决定，有发生生产安全事故的现实危险。理由：${source.value('reason')}`,
      ),
      paragraph(
        `根据《中华人民共和国安全生产法》第七十条的规定，本机关决定自${source.value('cutAt')}起，由${source.value('supplier')}对你单位停止供应${source.value('supply')}。你单位履行决定、采取相应措施消除事故隐患后，将及时解除。`,
      ),
      remedies(source, '通知书'),
    ],
    copies: `抄送：${source.value('supplier')}`,
  })),
  letter(
    'propose-closure',
    documents['propose-closure'],
    '提关',
    (source) => ({
      to: source.government,
      blocks: [
        paragraph(
          `${source.party.name}（统一社会信用代码：${source.party.code}）存在下列情形：${clause(source.value('ground'))}。理由：${source.value('reason')}`,
        ),
        ...countedOnPaper(source.act.data),
        paragraph('根据《中华人民共和国安全生产法》第一百一十三条的规定，提请决定予以关闭。'),
      ],
      signatureLines: [signedBy('负责人（签名）', source)],
    }),
    { audience: 'internal' },
  ),
  // The government decides on what it was told: it hears that the ground has gone.
  letter(
    'closure-report',
    documents['closure-report'],
    '关报',
    (source) => ({
      to: source.government,
      blocks: [
        paragraph(
          `本机关以《提请关闭报告》${source.number('propose-closure')}提请决定关闭${source.party.name}（统一社会信用代码：${source.party.code}）。现“${source.record.title}”事故隐患经复查合格，${source.act.type === 'lift-stop' ? '本机关已解除停产停业整顿' : '已予以核销'}。`,
        ),
        ...(source.value('reason') ? [paragraph(`理由：${source.value('reason')}`)] : []),
        paragraph('特此报告，请在作出决定时予以考虑。'),
      ],
    }),
    {
      on: ['lift-stop', 'write-off', 'de-list'],
      // The acts number a decision of their own, or none.
      series: 'case',
      audience: 'internal',
      when: ({ record }) => record.snapshot.context.closureProposed === true,
    },
  ),
]
