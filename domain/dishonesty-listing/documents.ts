// Which documents does a listing make, and what do they say?
import { clause, letter, paragraph, remedies, table } from '../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource } from '../model/document.ts'
import { contextOf } from './context.ts'
import { documentWords } from './document-words.ts'

const opened = 'propose-listing'
const order = '《安全生产严重失信主体名单管理办法》（应急管理部令第11号）'

const about = (source: DocumentSource): Block =>
  table(
    ['当事人', source.party.name],
    ['统一社会信用代码', source.party.code],
    ['案件编号', source.record.number],
    [
      '行政处罚',
      `${source.value('penaltyDocument', opened)}（${source.value('penaltyCase', opened)}）`,
    ],
    ['列入情形', source.value('ground', opened)],
  )

const kept = ({ record }: DocumentSource, name: 'until' | 'removableFrom'): string =>
  contextOf(record.snapshot)[name] ?? ''

const answerTo = (act: 'grant-repair' | 'refuse-repair', word: string, decided: string) =>
  letter(act, documentWords[act], word, (source) => ({
    blocks: [
      about(source),
      paragraph(
        `你单位提前移出严重失信主体名单的申请收悉。经核实：${clause(source.value('reasons'))}。`,
      ),
      paragraph(`根据${order}的规定，${decided}`),
      remedies(source, '决定书'),
    ],
  }))

export const documents: DocumentDefinition[] = [
  letter(
    'notify-listing',
    documentWords['notify-listing'],
    '信告',
    (source) => ({
      blocks: [
        about(source),
        paragraph(`拟列入的事由：${clause(source.value('reasons'))}。`),
        paragraph(`依据：${clause(source.value('basis'))}。`),
        paragraph(`管理措施提示：${clause(source.value('measures'))}。`),
        paragraph(
          '本机关拟将你单位列入安全生产严重失信主体名单，管理期限三年。你单位有权进行陈述和申辩；逾期未提出的，视为放弃上述权利。',
        ),
      ],
    }),
    { servedBy: ['serve-notice'] },
  ),
  letter(
    'decide-listing',
    documentWords['decide-listing'],
    '信列',
    (source) => ({
      blocks: [
        about(source),
        paragraph(`列入事由：${clause(source.value('reasons'))}。`),
        paragraph(`依据：${clause(source.value('basis'))}。`),
        paragraph(
          `决定自即日起将你单位列入安全生产严重失信主体名单，至${kept(source, 'until')}（含当日）。管理措施：${clause(source.value('measures'))}。`,
        ),
        paragraph(
          `信用修复：自${kept(source, 'removableFrom')}起，已改正违法行为、履行处罚决定的，可以向本机关申请提前移出。`,
        ),
        remedies(source, '决定书'),
      ],
    }),
    { servedBy: ['serve-listing'] },
  ),
  letter('decide-no-listing', documentWords['decide-no-listing'], '信不', (source) => ({
    blocks: [
      about(source),
      paragraph(`经审查：${clause(source.value('reasons'))}。`),
      paragraph(`根据${order}的规定，决定不予列入。`),
    ],
  })),
  answerTo('grant-repair', '信移', '决定准予提前移出，即日起停止公示、解除管理措施。'),
  answerTo('refuse-repair', '信拒', '决定不予提前移出。'),
  letter('end-listing', documentWords['end-listing'], '信撤', (source) => ({
    blocks: [
      about(source),
      paragraph(`${clause(source.value('endGround'))}：${clause(source.value('reasons'))}。`),
      paragraph(
        `决定撤销${source.number('decide-listing')}决定，即日起移出名单，停止公示、解除管理措施。`,
      ),
    ],
  })),
  letter('reinstate-listing', documentWords['reinstate-listing'], '信复', (source) => ({
    blocks: [
      about(source),
      paragraph(`经查，申请提前移出时存在下列情形：${clause(source.value('fraud'))}。`),
      paragraph(
        `根据${order}的规定，撤销${source.number('grant-repair')}决定，恢复列入至${kept(source, 'until')}（含当日）。`,
      ),
      remedies(source, '决定书'),
    ],
  })),
]
