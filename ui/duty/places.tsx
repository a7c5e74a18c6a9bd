// Which pages does the desk have?
import { useLocation } from '@solidjs/router'
import { For } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { dutyWords as w } from './words/words.ts'

const places = [
  { href: paths.duty, label: w.alarms },
  { href: paths.dutyLog, label: w.log },
  { href: paths.dutyPermits, label: w.permits },
  { href: paths.dutyFigures, label: w.figures },
]

export const DutyPlaces = () => {
  const location = useLocation()
  return (
    <nav class="duty-places" aria-label={t(w.places)}>
      <For each={places}>
        {({ href, label }) => (
          <a href={href} aria-current={location.pathname === href ? 'page' : undefined}>
            {t(label)}
          </a>
        )}
      </For>
    </nav>
  )
}
