// Which page of the duty roster is it: the month of an office, or who is on duty everywhere?
import { useSearchParams } from '@solidjs/router'
import { lazy, Show } from 'solid-js'

const Home = lazy(() => import('./home.tsx'))
const Month = lazy(() => import('./month.tsx'))

const Pages = () => {
  const [asked] = useSearchParams<{ office?: string; month?: string }>()
  return (
    <Show when={asked.office && asked.month} fallback={<Home />}>
      <Month office={asked.office ?? ''} month={asked.month ?? ''} />
    </Show>
  )
}

export default Pages
