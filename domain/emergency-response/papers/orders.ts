// What do the papers say by which an event is handled at the place: command post, orders, requisition, support?
import { letter, list, paragraph, table } from '../../documents/wording.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { documents } from './names.ts'
import { commandedBy, matter, named, numbers, titled } from './phrases.ts'

export const commandPapers: DocumentDefinition[] = [
  letter(
    'set-up-command-post',
    documents['set-up-command-post'],
    '指',
    (source) => ({
      ...titled(source, 'set-up-command-post'),
      to: '各有关单位',
      blocks: [
        paragraph(
          `为统一指挥${named(source)}的应急救援，根据《生产安全事故应急条例》第二十条的规定，成立现场指挥部，实行总指挥负责制。`,
        ),
        table(source.rows(['commander', 'site'])),
        paragraph('现场指挥部设下列工作组：'),
        list(source.lines('groups')),
      ],
    }),
    { audience: 'internal', level: commandedBy },
  ),
  letter(
    'give-order',
    documents['give-order'],
    '令',
    (source) => ({
      ...titled(source, 'give-order'),
      to: source.value('to'),
      blocks: [
        paragraph(`因${named(source)}的应急救援需要，请你单位立即执行下列任务，并报告执行情况。`),
        table(source.rows(['task', 'details', 'place', 'startBy', 'finishBy'])),
      ],
    }),
    { audience: 'internal', level: commandedBy },
  ),
  letter(
    'requisition',
    documents.requisition,
    '征',
    (source) => ({
      ...titled(source, 'requisition'),
      to: source.value('owner'),
      blocks: [
        paragraph(
          `因${named(source)}的应急救援需要，决定征用你单位（个人）下列财产。使用完毕或者应急救援结束后及时归还；被征用后毁损、灭失的，依法给予补偿。`,
        ),
        table(source.rows(['item', 'purpose'])),
      ],
    }),
    { audience: 'internal', level: commandedBy },
  ),
  letter(
    'request-support',
    documents['request-support'],
    '援',
    (source) => ({
      ...titled(source, 'request-support'),
      to: '上级人民政府',
      blocks: [
        table(matter(source), numbers(source)),
        paragraph(`不能控制的原因：${source.value('reason')}`),
        paragraph(`需要的力量、装备和专家：${source.value('needs')}`),
      ],
    }),
    { audience: 'internal' },
  ),
]
