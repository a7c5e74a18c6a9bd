// What is said to one whose session has ended?
import type { Text } from '../../domain/language/words.ts'

export const againWords = {
  again: { zh: '登录已过期，请重新登录', en: 'Your session has ended: sign in again' },
  againLead: {
    zh: '{name}，您填写的内容都在。登录后可接着办理；换人登录则离开本页。',
    en: '{name}, what you have written is kept. Sign in and go on; anybody else who signs in leaves this page.',
  },
} satisfies Record<string, Text>
