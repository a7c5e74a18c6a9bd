// Which pages of supervision stand beside each other?
import { For, Show } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import { tabWords as w } from './tab-words.ts'
import './tabs.css'

const all = [
  { href: paths.clocks, label: w.clocks, open: true },
  { href: paths.flow, label: w.flow, open: false },
  { href: paths.discretion, label: w.discretion, open: false },
  { href: paths.digest(), label: w.digest, open: false },
]

/** Links, not tabs: each is an address of its own. The wall is open to all staff, the rest to those who answer for others. */
export const SuperviseTabs = (props: { here: string }) => {
  const me = useMe()
  const supervises = () =>
    me().appointments.some(({ role }) => role === 'leader' || role === 'supervisor')
  const visibleTabs = () =>
    all.filter(({ href, open }) => open || href === props.here || supervises())
  return (
    <Show when={visibleTabs().length > 1}>
      <nav class="supervise-tabs" aria-label={t(w.name)}>
        <For each={visibleTabs()}>
          {({ href, label }) => (
            <a href={href} aria-current={props.here === href ? 'page' : undefined}>
              {t(label)}
            </a>
          )}
        </For>
      </nav>
    </Show>
  )
}
