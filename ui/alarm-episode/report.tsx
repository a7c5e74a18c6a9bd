// What does somebody read who wants to enter an alarm by hand?
import { For } from 'solid-js'
import { t } from '../client/words.ts'
import { alarmWords as w } from './words.ts'

/** Nobody chooses an enterprise: the device belongs to one. */
export const enterpriseField = null

export const Instead = () => (
  <ul class="tips">
    <For each={[w.noForm, w.byTelephone]}>{(tip) => <li>{t(tip)}</li>}</For>
  </ul>
)

/** Without a form there is nothing to know before it. */
export const Before = () => <></>
