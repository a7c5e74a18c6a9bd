// Which page of the administrators is wanted? Who has none of them does not load their names.
import { useParams } from '@solidjs/router'
import { type Component, lazy, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import Missing from '../screen/missing.tsx'

const pages: Record<string, Component> = {
  /** Read by everybody of the authorities, at an address of its own. */
  '': lazy(() => import('./rule-book/page.tsx')),
  calendars: lazy(() => import('./calendars/page.tsx')),
  'changes/:id': lazy(() => import('./proposals/page.tsx')),
  'people/new': lazy(() => import('./people/enrol.tsx')),
  enterprises: lazy(() => import('./enterprises/page.tsx')),
  'enterprises/:id': lazy(() => import('./enterprises/enterprise.tsx')),
  machines: lazy(() => import('./machines/page.tsx')),
  people: lazy(() => import('./people/page.tsx')),
  'people/:id': lazy(() => import('./people/person.tsx')),
  competences: lazy(() => import('./competences/page.tsx')),
  routing: lazy(() => import('./routing/page.tsx')),
  ladders: lazy(() => import('./escalation-policies/page.tsx')),
  devices: lazy(() => import('./devices/page.tsx')),
  feeds: lazy(() => import('./devices/feeds-page.tsx')),
  letters: lazy(() => import('./letters/page.tsx')),
  cameras: lazy(() => import('./cameras/page.tsx')),
  receivers: lazy(() => import('./receivers/page.tsx')),
}

const Page = () => {
  const params = useParams<{ page?: string; id?: string }>()
  const exact = () => `${params.page}/${params.id}`
  const name = () =>
    Object.hasOwn(pages, exact()) ? exact() : params.id ? `${params.page}/:id` : (params.page ?? '')
  const page = () => (Object.hasOwn(pages, name()) ? pages[name()] : undefined)
  return (
    <Show when={page()} fallback={<Missing />}>
      {(one) => <Dynamic component={one()} />}
    </Show>
  )
}

export default Page
