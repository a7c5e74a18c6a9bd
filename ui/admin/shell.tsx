// What surrounds every page of the administrators?
import { useLocation } from '@solidjs/router'
import { createEffect, For, on, type ParentProps, Show, Suspense } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import { Skeleton } from '../screen/states.tsx'
import { adminPlaces } from './places.ts'
import { adminWords as w } from './words.ts'
import './admin.css'

/** Where the row of places is drawn aside, it shows the one that is open. */
const reveal = (row: HTMLElement) => {
  const location = useLocation()
  createEffect(
    on(
      () => location.pathname,
      () =>
        queueMicrotask(() =>
          row
            .querySelector('[aria-current]')
            ?.scrollIntoView({ block: 'nearest', inline: 'center' }),
        ),
    ),
  )
}

const Admin = (props: ParentProps) => {
  const location = useLocation()
  const here = (href: string) =>
    location.pathname === href || location.pathname.startsWith(`${href}/`)
  const me = useMe()
  const keeps = () => me().appointments.some(({ role }) => role === 'administrator')
  const places = () => adminPlaces.filter(({ open }) => open || keeps())
  return (
    <div class="page">
      <Show when={places().length > 1}>
        <nav class="admin-places" aria-label={t(w.administration)} ref={reveal}>
          <Show when={keeps()}>
            <a
              href={paths.administration}
              aria-current={
                location.pathname.replace(/\/$/, '') === paths.administration ? 'page' : undefined
              }
            >
              {t(w.overview)}
            </a>
          </Show>
          <For each={places()}>
            {(place) => (
              <a href={place.href} aria-current={here(place.href) ? 'page' : undefined}>
                {t(place.label)}
              </a>
            )}
          </For>
        </nav>
      </Show>
      <Suspense fallback={<Skeleton rows={8} />}>{props.children}</Suspense>
    </div>
  )
}

export default Admin
