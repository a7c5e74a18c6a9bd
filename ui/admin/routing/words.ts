// Which words does the page of the rules by which new tasks are given out use?

import type { RuleView } from '../../../contract/routing/routing.ts'
import type { Text } from '../../../domain/language/words.ts'

export const routingWords = {
  title: { zh: '任务分派规则', en: 'Routing' },
  lead: {
    zh: '任务到达岗位时，按规则分派给其中一人；其可放回待领，由本岗位另一人领取。没有规则的，由本岗位自行领取。',
    en: 'A task that reaches a post is given to one of its people by a rule. He may release it to the post again. Without a rule the post claims its tasks itself.',
  },
  bounds: {
    zh: '规则对此后到达的任务生效。须回避的人不会被分派；不在岗的人由其代理人办理。',
    en: 'A rule counts for tasks that come from then on. Nobody who is barred is given a task; whoever is away has it done by his substitute.',
  },
  none: {
    zh: '没有规则：任务由各岗位自行领取。',
    en: 'No rules: every post claims its tasks itself.',
  },
  enter: { zh: '新增规则', en: 'Enter a rule' },
  enterTitle: { zh: '新增规则', en: 'Enter a rule' },
  confirm: { zh: '确认新增', en: 'Enter it' },
  post: { zh: '岗位', en: 'Post' },
  office: { zh: '单位', en: 'Office' },
  role: { zh: '岗位', en: 'Post' },
  chooseOffice: { zh: '请选择单位', en: 'Choose an office' },
  chooseRole: { zh: '请选择岗位', en: 'Choose a post' },
  reach: { zh: '适用范围', en: 'For which tasks' },
  process: { zh: '流程', en: 'Process' },
  everyProcess: { zh: '全部流程', en: 'Every process' },
  region: { zh: '案件所在地区', en: 'Region of the case' },
  everyRegion: { zh: '全部地区', en: 'Every region' },
  kind: { zh: '事项类别', en: 'Class of the matter' },
  everyKind: { zh: '不分类别', en: 'Whatever the class' },
  way: { zh: '分派方式', en: 'How' },
  'least-loaded': { zh: '在办最少的人', en: 'Whoever has least in hand' },
  round: { zh: '本岗位轮流', en: 'Everybody of the post in turn' },
  person: { zh: '指定人员', en: 'A named person' },
  who: { zh: '办理人', en: 'Person' },
  choosePerson: { zh: '请选择人员', en: 'Choose a person' },
  nobodyHolds: { zh: '该岗位目前无人', en: 'Nobody holds this post now' },
  from: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'Until' },
  untilHint: { zh: '不填则长期', en: 'Empty: without an end' },
  term: { zh: '有效期', en: 'Counts' },
  ground: { zh: '依据', en: 'Ground' },
  status: { zh: '状态', en: 'State' },
  end: { zh: '结束…', en: 'End…' },
  endTitle: { zh: '结束规则：{post}', en: 'End the rule: {post}' },
  endText: {
    zh: '立即结束；已分派的任务不变。',
    en: 'It ends at once. Tasks already given out stay where they are.',
  },
  confirmEnd: { zh: '确认结束', en: 'End it' },
  since: { zh: '{time} 起', en: 'since {time}' },
  to: { zh: '至 {time}', en: 'until {time}' },
  entered: { zh: '{name} {time} 新增', en: 'entered by {name} {time}' },
  endedBy: { zh: '{name} {time} 结束：{reason}', en: 'ended by {name} {time}: {reason}' },
} satisfies Record<string, Text>

export const statusWords: Record<RuleView['status'], Text> = {
  planned: { zh: '尚未生效', en: 'not yet' },
  'in-force': { zh: '生效中', en: 'in force' },
  over: { zh: '已到期', en: 'over' },
  ended: { zh: '已结束', en: 'ended' },
}
