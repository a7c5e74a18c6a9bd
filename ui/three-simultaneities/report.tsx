// What should a builder know before it registers a project?
import { For } from 'solid-js'
import { t } from '../client/words.ts'
import { projectWords as w } from './words.ts'

/** The field in which a clerk names the builder; its own people always register their own projects. */
export const enterpriseField = 'enterprise'

export const Before = () => (
  <ul class="tips">
    <For each={[w.kindTip, w.otherTip, w.buildTip, w.truthTip]}>{(tip) => <li>{t(tip)}</li>}</For>
  </ul>
)
