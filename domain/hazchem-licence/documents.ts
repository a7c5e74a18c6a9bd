// Which documents does a licence go through, which act issues each of them, and what do those of its own say?

import { clause, letter, paragraph, table } from '../documents/wording.ts'
import { type Text, text } from '../language/words.ts'
import { reasoned } from '../licensing/document-parts.ts'
import { licensingDocuments } from '../licensing/documents.ts'
import { isJoint } from '../licensing/joint-rules.ts'
import { licensingDocumentWords } from '../licensing/words.ts'
import type { DocumentDefinition, DocumentSource } from '../model/document.ts'
import { missingPapers } from './papers.ts'

export const documents = {
  apply: text('申请材料接收凭证', 'Receipt of the application'),
  ...licensingDocumentWords,
  grant: text('准予行政许可决定书', 'Decision to grant'),
  refuse: text('不予行政许可决定书', 'Decision to refuse'),
  'issue-licence': text(
    '危险化学品经营许可证（正本、副本）',
    'Hazchem business licence, original and copy',
  ),
  'cancel-licence': text('注销决定书', 'Decision to cancel'),
  'revoke-licence': text('吊销许可证决定书', 'Decision to revoke'),
  'annul-licence': text('撤销行政许可决定书', 'Decision to annul'),
} as const satisfies Record<string, Text>

const matter = '危险化学品经营许可证'
const law = '《危险化学品安全管理条例》第三十五条'
const application = [
  'site',
  'mode',
  'scope',
  'otherScope',
  'principal',
  'licenceNumber',
  'expiresOn',
  'what',
  'changedOn',
]

const phrases: Record<string, { request: string; granted: string }> = {
  change: { request: '变更申请', granted: '变更' },
  renewal: { request: '延期申请', granted: '延续' },
  reapplication: { request: '重新申请', granted: '重新取得' },
}
const phrase = ({ record }: DocumentSource) =>
  phrases[String(record.snapshot.context.kind)] ?? { request: '申请', granted: '取得' }

/** Which period of decision runs for this kind of application, or for one that others handle too. */
const review = ({ record }: DocumentSource): string => {
  const { kind } = record.snapshot.context
  if (isJoint(record.snapshot.context)) return 'joint-decision'
  return { change: 'change-decision', renewal: 'renewal-decision' }[String(kind)] ?? 'review'
}

/** 令55 第十一条, 许可法 45; of the ten days of a change the law leaves out its hearing alone. */
const notCounted = ({ record }: DocumentSource): string =>
  record.snapshot.context.kind === 'change' ? '听证' : '现场核查、专家评审、听证和你单位整改'

const missing = ({ data }: DocumentSource['record']): string[] => missingPapers(data.apply ?? {})

/** Deemed renewed, it goes by its old number until it is made out. */
const numbered = (source: DocumentSource): string =>
  source.value('licenceNumber', 'issue-licence') || source.value('licenceNumber', 'apply')
const held = (source: DocumentSource): string =>
  `你单位持有的${matter}（编号：${numbered(source)}）`

const licence = (
  id: string,
  mark: string,
  words: Text,
  series: DocumentDefinition['series'],
): DocumentDefinition => ({
  id,
  words,
  on: ['issue-licence'],
  form: 'licence',
  by: 'bureau',
  series,
  audience: 'party',
  servedBy: ['serve-licence'],
  wording: (source) => ({
    title: matter,
    mark,
    blocks: [
      table(
        ['企业名称', source.party.name],
        ['统一社会信用代码', source.party.code],
        ['主要负责人', source.value('principal', 'apply')],
        ['经营场所', source.record.site ?? ''],
        ['经营方式', source.value('mode', 'apply')],
        ['许可范围', source.value('scope')],
        ['有效期', `${source.kept('validFrom')}至${source.kept('validUntil')}`],
      ),
      paragraph('变更事项应当依法申请变更；有效期届满需要延续的，应当在届满三个月前提出申请。'),
    ],
  }),
})

export const declared: DocumentDefinition[] = [
  ...licensingDocuments({
    matter,
    word: '危经',
    law,
    application,
    start: 'apply',
    phrase,
    review,
    notCounted,
    missing,
  }),
  licence(
    'licence-original',
    '正本',
    text('危险化学品经营许可证（正本）', 'Hazchem business licence, original'),
    { licence: '危化经字' },
  ),
  licence(
    'licence-copy',
    '副本',
    text('危险化学品经营许可证（副本）', 'Hazchem business licence, copy'),
    { as: 'licence-original' },
  ),
  letter('cancel-licence', documents['cancel-licence'], '危经注', (source) => ({
    title: '注销行政许可决定书',
    blocks: reasoned(
      source,
      `${held(source)}，具有下列情形：${clause(source.value('ground'))}。根据《中华人民共和国行政许可法》第七十条的规定，本机关决定注销该许可证，自本决定作出之日起失效。`,
    ),
  })),
  letter('revoke-licence', documents['revoke-licence'], '危经吊', (source) => ({
    blocks: reasoned(
      source,
      `${held(source)}，根据《中华人民共和国行政处罚法》第九条的规定，本机关决定予以吊销。`,
    ),
  })),
  letter('annul-licence', documents['annul-licence'], '危经撤', (source) => ({
    blocks: reasoned(
      source,
      `${held(source)}，具有下列情形：${clause(source.value('ground'))}。根据《中华人民共和国行政许可法》第六十九条的规定，本机关决定撤销该行政许可。`,
    ),
  })),
]
