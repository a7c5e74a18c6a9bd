// Where can this person go?

import { useIsRouting, useLocation } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { navigationWords as w } from '../places/navigation-words.ts'
import { dailyPlaces, furtherPlaces, type Place } from '../places/places.ts'
import { useStarts } from '../places/use-places.ts'
import { Dialog } from '../screen/dialog.tsx'
import { useMe } from '../screen/me.ts'

/** `/inbox` alone means the first box. */
const useHere = () => {
  const location = useLocation()
  const isUnderWay = useIsRouting()
  return (href: string) => {
    // What is made while one is on the way is not notified when one is there: then it asks again.
    isUnderWay()
    const here =
      location.pathname === '/inbox'
        ? paths.inbox((location.query.box as 'todo' | undefined) ?? 'todo')
        : location.pathname
    return here === href
  }
}

const NavLink = (props: { link: Place; onGo?: () => void }) => {
  const here = useHere()
  return (
    <a
      class="nav-link"
      href={props.link.href}
      rel={props.link.external ? 'external' : undefined}
      target={props.link.external ? '_blank' : undefined}
      aria-current={here(props.link.href) ? 'page' : undefined}
      onClick={() => props.onGo?.()}
    >
      <span>{t(props.link.label)}</span>
      <Show when={props.link.count}>{(count) => <span class="count">{count()}</span>}</Show>
    </a>
  )
}

const Links = (props: { places: Place[]; onGo?: () => void }) => (
  <For each={props.places}>{(place) => <NavLink link={place} onGo={() => props.onGo?.()} />}</For>
)

/** What is not wanted daily, behind one button. */
const More = (props: { also?: Place[] }) => {
  const me = useMe()
  const starts = useStarts()
  const [open, setOpen] = createSignal(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" class="nav-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(w.more)}
      </button>
      <Dialog open={open()} title={t(w.more)} onClose={close}>
        <Show when={(props.also ?? []).length > 0}>
          <div class="nav-group">
            <Links places={props.also ?? []} onGo={close} />
          </div>
        </Show>
        <For each={furtherPlaces(me(), starts())}>
          {(group) => (
            <div class="nav-group">
              <p class="nav-heading">{t(group.label)}</p>
              <Links places={group.places} onGo={close} />
            </div>
          )}
        </For>
      </Dialog>
    </>
  )
}

/** The left rail of wide screens. */
export const Rail = () => {
  const me = useMe()
  const starts = useStarts()
  return (
    <nav class="rail" aria-label={t(w.mainNavigation)}>
      <div class="nav-group">
        <Links places={dailyPlaces(me(), starts())} />
        <More />
      </div>
      <Show when={me().demo}>
        <p class="rail-note">{t(w.demo)}</p>
      </Show>
    </nav>
  )
}

const tabs = 4

/** The bottom bar of phones: four places and everything else. */
export const TabBar = () => {
  const me = useMe()
  const starts = useStarts()
  const places = () => dailyPlaces(me(), starts())
  return (
    <nav class="tabbar" aria-label={t(w.mainNavigation)}>
      <Links places={places().slice(0, tabs)} />
      <More also={places().slice(tabs)} />
    </nav>
  )
}
