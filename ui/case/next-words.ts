// Which words say who will have a case next?
import type { Text } from '../../domain/language/words.ts'

export const nextWords = {
  title: { zh: '下一环节办理人', en: 'Who will have it next' },
  titleWays: {
    zh: '下一环节办理人（视办理结果）',
    en: 'Who will have it next, depending on the outcome',
  },
  load: { zh: '在办 {n} 件', en: '{n} in hand' },
  away: { zh: '不在岗，由{name}代理', en: 'away, {name} stands in' },
  vacant: {
    zh: '该岗位目前无人，请告知管理员。',
    en: 'Nobody holds this post now: tell an administrator.',
  },
  climbs: { zh: '届时任务上提至{post}。', en: 'The task would climb to: {post}.' },
  more: { zh: '另有 {n} 人', en: 'and {n} more' },
} satisfies Record<string, Text>
