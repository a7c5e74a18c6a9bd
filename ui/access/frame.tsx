// What stands around a page that one reaches by a link?
import type { JSX } from 'solid-js'
import { t, words } from '../client/words.ts'
import { LanguageSwitch } from '../screen/language-switch.tsx'
import '../form/fields.css'
import '../sign-in/sign-in.css'

export const AccessFrame = (props: { children: JSX.Element }) => (
  <div class="sign-in">
    <header class="sign-in-head">
      <span class="brand-name">{t(words.product)}</span>
      <LanguageSwitch />
    </header>
    <main class="sign-in-main">
      <div>{props.children}</div>
    </main>
  </div>
)
