// Which invented case has an order of several items, accepted one by one, and leads to another case?

import type { CaseView } from '../../../contract/case/cases.ts'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import { act, at, fact, photo, task, view } from './data.ts'

export const items = ['乙炔瓶与氧气瓶分间存放', '加装防倾倒链', '更换过期灭火器']

const withItems = (type: string) =>
  act(type, {
    fields: (process.events[type]?.fields ?? []).map((field) =>
      field.kind === 'items' ? { ...field, required: true, items } : field,
    ),
  })

const found = (item: string, passed: boolean) => ({
  item,
  passed,
  words: passed ? text('合格', 'Passed') : text('不合格', 'Failed'),
  note: passed ? null : '仍缺两处',
  before: [photo('f1', '整改前.jpg')],
  after: passed ? [photo('f2', '整改后.jpg')] : [],
})

/** To be re-checked item by item; three years of law on one page: items, entries, another case, a link that waits. */
export const itemsCase = (): CaseView =>
  view({
    id: 'case-items',
    number: '江隐患〔2026〕31号',
    title: '气瓶间三项问题',
    acts: [
      withItems('re-check-failed'),
      withItems('re-check-passed'),
      act('notify-power-cut', { taskId: null }),
      act('propose-closure', { taskId: null }),
    ],
    tasks: [
      task({
        task: 're-check',
        need: 2,
        mode: text('会签：2 人同意', '2 people must agree'),
        signatures: [{ name: '陈晓东', at: at(-1, 18), opinion: null }],
        added: [
          {
            no: 1,
            name: '季督办',
            position: text('前加签', 'Before'),
            first: true,
            state: 'agreed',
            at: at(-1, 17.95),
            opinion: '属实',
            by: '季督办',
          },
          {
            no: 2,
            name: '局领导',
            position: text('后加签', 'After'),
            first: false,
            state: 'waiting',
            at: null,
            opinion: null,
            by: null,
          },
        ],
        returned: {
          from: text('待核销', 'To be written off'),
          by: '方科长',
          reason: '照片不清',
          straight: true,
        },
      }),
      task({
        id: 'task-2',
        task: 'answer-instruction',
        words: text('答复批示', 'Answer the instruction'),
      }),
    ],
    facts: [
      {
        ...fact('items', '整改事项', 'Items to rectify', items.join('；')),
        list: items.map((item) => text(item, item)),
      },
      {
        ...fact('results', '逐项情况', 'Item by item', ''),
        value: text('合格 2 项，不合格 1 项', 'Passed: 2, Failed: 1'),
        items: items.map((item, index) => found(item, index !== 1)),
      },
      {
        ...fact('mainCase', '主案编号', 'Number of the main case', '江隐患〔2026〕17号'),
        caseId: 'case-1',
      },
    ],
    links: [
      {
        id: 'case-2',
        process: 'alarm-episode',
        relation: 'opener',
        status: 'started',
        at: at(-9),
        number: '衢江报警〔2026〕0031号',
        event: text('上报隐患', 'Report a hazard'),
        words: text('设备报警', 'Device alarm'),
        article: '',
      },
      {
        id: 'case-2',
        process: 'alarm-episode',
        relation: 'act',
        status: 'refused',
        at: at(-1),
        number: '衢江报警〔2026〕0031号',
        event: text('整改办结', 'Close the rectification'),
        words: text('告知设备报警案件', 'Tell the case of the alarm'),
        article: '《安全生产法》（2021）第四十一条',
        reasons: [text('没有正在进行的应急响应', 'No emergency response goes on')],
      },
      {
        id: '6f0c1c5e-0000-8000-8000-000000000000',
        process: 'enforcement-case',
        relation: 'opened',
        status: 'waiting',
        at: at(-2),
        number: null,
        event: text('责令停产停业整顿', 'Order production to stop'),
        words: text(
          '拒不整改，移送行政执法立案',
          'Refused rectification: to be filed as an enforcement case',
        ),
        article: '《安全生产法》（2021）第一百零二条',
      },
    ],
  })

/** Reported by telephone against nobody yet. */
export const ownerlessCase = (): CaseView =>
  view({
    id: 'case-ownerless',
    number: '江隐患〔2026〕32号',
    title: '群众举报：通道堵塞',
    enterprise: null,
    acts: [act('verify')],
    clocks: [],
  })
