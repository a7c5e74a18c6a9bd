// How does the reader change the language?
import { locale, setLocale, t, words } from '../client/words.ts'

export const LanguageSwitch = () => (
  <button
    type="button"
    class="button bar"
    lang={locale() === 'zh' ? 'en' : 'zh-CN'}
    title={t(words.languageLabel)}
    onClick={() => setLocale(locale() === 'zh' ? 'en' : 'zh')}
  >
    {t(words.language)}
  </button>
)
