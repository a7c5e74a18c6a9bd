// In which language does the interface speak, and which words does every page share?
import { createSignal } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'

export type Locale = 'zh' | 'en'

const stored = (): Locale => {
  try {
    return localStorage.getItem('locale') === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

const [locale, assign] = createSignal<Locale>(stored())

/** Lets the page speak `next`, remembers it, and tells assistive technology. */
export const setLocale = (next: Locale) => {
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem('locale', next)
  } catch {}
  assign(next)
}

/** The words of a text in the reader's language. */
export const t = (words: Text) => words[locale()]

export { locale }

export const words = {
  product: { zh: '智慧安监', en: 'Anjian' },
  signIn: { zh: '登录', en: 'Sign in' },
  language: { zh: 'English', en: '中文' },
  languageLabel: { zh: '切换为英文界面', en: 'Switch the interface to Chinese' },
  myMatters: { zh: '我的办件', en: 'My matters' },
  close: { zh: '关闭', en: 'Close' },
  retry: { zh: '重试', en: 'Try again' },
  refresh: { zh: '刷新', en: 'Refresh' },
  failed: { zh: '没能读取{what}', en: 'Could not load {what}' },
  failedPlain: { zh: '没有成功', en: 'That did not work' },
  reference: { zh: '编号 {id}', en: 'Reference {id}' },
  unreachable: {
    zh: '连不上服务器，请检查网络后重试',
    en: 'The server cannot be reached; check the network and try again',
  },
  /** Between the parts of a remark. */
  comma: { zh: '，', en: ', ' },
  /** A remark behind what it belongs to. */
  noted: { zh: '{what}（{note}）', en: '{what} ({note})' },
  notKept: {
    zh: '此页尚未离线保存，请检查网络后重试',
    en: 'Not kept on this device; check the network and try again',
  },
  loading: { zh: '正在读取', en: 'Loading' },
  staleReason: {
    zh: '连接中断，暂不能办理',
    en: 'The connection is lost, so nothing can be submitted',
  },
  offlineReason: {
    zh: '当前无网络，已存本机；恢复后请再提交',
    en: 'No network: kept on this device; submit again when it is back',
  },
} satisfies Record<string, Text>
