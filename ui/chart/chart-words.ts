// Which words do the statechart and its table use?
import type { Text } from '../../domain/language/words.ts'

export const chartWords = {
  picture: { zh: '{name}流程图', en: 'Statechart: {name}' },
  now: { zh: '当前状态：{states}', en: 'Current: {states}' },
  state: { zh: '状态', en: 'State' },
  progress: { zh: '进度', en: 'Progress' },
  ways: { zh: '可能的去向', en: 'Where it can go' },
  done: { zh: '已经过', en: 'Passed' },
  current: { zh: '当前', en: 'Current' },
  waiting: { zh: '当前，待他人办理', en: 'Current, with others' },
  possible: { zh: '未到', en: 'Not reached' },
  end: { zh: '终点', en: 'End' },
  way: { zh: '{event} → {to}', en: '{event} → {to}' },
  travelled: { zh: '已走路径', en: 'Travelled path' },
  larger: { zh: '放大', en: 'Larger' },
  smaller: { zh: '缩小', en: 'Smaller' },
  region: { zh: '流程图，可滚动', en: 'Statechart, scrollable' },
  bands: { zh: '并行环节', en: 'What runs beside each other' },
  article: { zh: '法律依据', en: 'Law' },
  version: { zh: '版本 {n}', en: 'Version {n}' },
  clocks: { zh: '时限与升级', en: 'Limits and escalation policies' },
  after: { zh: '届满后', en: 'After expiry' },
  workingDays: { zh: '{n} 个工作日', en: '{n} working days' },
  naturalDays: { zh: '{n} 日', en: '{n} days' },
  events: { zh: '事项', en: 'Events' },
  by: { zh: '由谁', en: 'By' },
} satisfies Record<string, Text>
