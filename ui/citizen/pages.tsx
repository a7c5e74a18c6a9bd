// Which page for everybody stands behind an address of one word?
import { useParams } from '@solidjs/router'
import { type Component, lazy, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import Missing from '../screen/missing.tsx'

const pages: Record<string, Component> = {
  follow: lazy(() => import('./follow.tsx')),
  notices: lazy(() => import('./notices.tsx')),
  own: lazy(() => import('../own-matter/page.tsx')),
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
