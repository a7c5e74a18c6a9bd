// Which words stand on the card that is read before an act with a consequence?
import type { Text } from '../../../domain/language/words.ts'

export const consequenceWords = {
  title: { zh: '请确认后果：{act}', en: 'Before you decide: {act}' },
  effect: { zh: '法律后果', en: 'Effect' },
  article: { zh: '依据', en: 'Article' },
  confirm: { zh: '我已知悉后果，确认提交', en: 'I know the effect; submit' },
  back: { zh: '返回修改', en: 'Go back and change' },
} satisfies Record<string, Text>
