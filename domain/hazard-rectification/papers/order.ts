// Which documents order a rectification, serve it and answer a request for more time?

import { receiptRows } from '../../documents/service-form.ts'
import { letter, ofTheParty, paragraph, remedies, table } from '../../documents/wording.ts'
import type { DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documents } from './documents.ts'
import { enterprise, hazard, items, limit } from './parts.ts'

/** The form says it: left open is on the spot. */
const onTheSpot = ({ service }: Record<string, unknown>): boolean => service !== 'later'

export const order: DocumentDefinition[] = [
  letter(
    'list-hazard',
    documents['list-hazard'],
    '督',
    (source) => ({
      blocks: [
        paragraph(
          `你单位${source.record.site ?? ''}存在“${source.record.title}”重大事故隐患（案件编号：${source.record.number}）。经研究，决定对该隐患实行${source.value('level')}挂牌督办。`,
        ),
        ...items(source),
        paragraph(`治理期限：${limit(source)}（含当日）前完成治理。`),
        paragraph(`督办要求：${source.value('requirements')}`),
        paragraph('治理完成后，请组织评估并书面申请验收。挂牌和摘牌情况依法向社会公告。'),
      ],
      copies: `抄送：${source.government}`,
    }),
    {
      by: 'committee',
      level: ({ act }) =>
        act.data.level === 'city' || act.data.level === 'province' ? act.data.level : 'county',
      servedBy: ['serve'],
      servedAtOnce: onTheSpot,
    },
  ),
  letter(
    'issue-order',
    documents['issue-order'],
    '责改',
    (source) => ({
      blocks: [
        paragraph(
          `经查，你单位${source.record.site ?? ''}存在“${source.record.title}”事故隐患（案件编号：${source.record.number}）。`,
        ),
        ...items(source),
        paragraph(
          `根据《中华人民共和国安全生产法》第六十五条第一款第三项的规定，现责令你单位于${limit(source)}（含当日）前整改完毕，达到有关法律、法规、规章和标准规定的要求，并书面报告本机关。`,
        ),
        paragraph(`整改要求：${source.value('requirements')}`),
        ...(source.value('measures')
          ? [paragraph(`整改期间，你单位应当采取措施，确保安全：${source.value('measures')}`)]
          : []),
        remedies(source, '指令书'),
      ],
    }),
    { servedBy: ['serve'], servedAtOnce: onTheSpot },
  ),
  {
    id: 'serve',
    words: documents.serve,
    on: ['serve'],
    form: 'record',
    by: 'bureau',
    series: 'case',
    audience: 'party',
    wording: (source) => ({
      blocks: [
        table(
          ['受送达人', source.party.name],
          ['送达文书', served(source)],
          source.rows(receiptRows),
        ),
      ],
      signatureLines: [
        { label: '受送达人（签名或者盖章）', names: '' },
        { label: '送达人（签名）', names: '' },
      ],
    }),
  },
]

/** The latest of both orders that the case knows. */
const served = (source: DocumentSource): string =>
  (['list-hazard', 'issue-order'] as const)
    .filter((type) => source.record.data[type] !== undefined)
    .map((type) => `《${documents[type].zh}》${source.number(type)}`)
    .join('\n')

/** Once it has run out there is no day left to name. */
const until = (source: DocumentSource): string =>
  source.due('rectification')
    ? `请于${source.due('rectification')}（含当日）前完成整改。`
    : '请立即完成整改。'

export const extension: DocumentDefinition[] = [
  ofTheParty(
    'request-extension',
    documents['request-extension'],
    ['request-extension'],
    (source) => ({
      blocks: [
        table(enterprise(source), hazard(source), source.rows(['until', 'reason'])),
        paragraph('因上述原因，本单位不能按期完成整改，现申请延期。'),
      ],
    }),
  ),
  letter('grant-extension', documents['grant-extension'], '延', (source) => ({
    title: '关于同意延期整改的批复',
    blocks: [
      paragraph(
        `你单位关于“${source.record.title}”事故隐患的延期申请收悉。经研究，同意整改期限延至${limit(source)}（含当日）。`,
      ),
      paragraph(`意见：${source.value('reason')}`),
      paragraph('延期期间，请落实安全防范措施，确保安全。'),
    ],
  })),
  letter('refuse-extension', documents['refuse-extension'], '延', (source) => ({
    title: '关于不同意延期整改的批复',
    blocks: [
      paragraph(
        `你单位关于“${source.record.title}”事故隐患的延期申请收悉。经研究，不同意延期，${until(source)}`,
      ),
      paragraph(`理由：${source.value('reason')}`),
    ],
  })),
]
