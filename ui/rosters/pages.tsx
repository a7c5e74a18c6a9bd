// Which page of the duty roster is it: the month of an office, or who is on duty everywhere?
import { useParams } from '@solidjs/router'
import { lazy, Show } from 'solid-js'

const Home = lazy(() => import('./home.tsx'))
const Month = lazy(() => import('./month.tsx'))

const Pages = () => {
  const params = useParams<{ office?: string; month?: string }>()
  return (
    <Show when={params.office && params.month} fallback={<Home />}>
      <Month />
    </Show>
  )
}

export default Pages
