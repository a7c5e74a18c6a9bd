// Which page of the desk stands beside its list of alarms?
import { useParams } from '@solidjs/router'
import { type Component, lazy, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import Missing from '../screen/missing.tsx'

const pages: Record<string, Component> = {
  log: lazy(() => import('./log/log-page.tsx')),
  figures: lazy(() => import('./figures/figures-page.tsx')),
  rosters: lazy(() => import('../rosters/pages.tsx')),
  permits: lazy(() => import('../permits/page.tsx')),
}

const Page = () => {
  const params = useParams<{ page: string }>()
  const page = () => (Object.hasOwn(pages, params.page) ? pages[params.page] : undefined)
  return (
    <Show when={page()} fallback={<Missing />}>
      {(one) => <Dynamic component={one()} />}
    </Show>
  )
}

export default Page
