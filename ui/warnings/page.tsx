// Which page of warnings is wanted: the list, a new one, or one that has left?
import { useParams } from '@solidjs/router'
import { lazy, Match, Suspense, Switch } from 'solid-js'
import { Skeleton } from '../screen/states.tsx'
import { Warnings } from './list.tsx'

const Give = lazy(() => import('./give.tsx'))
const Warning = lazy(() => import('./warning.tsx'))

const WarningPages = () => {
  const params = useParams<{ identifier?: string }>()
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Switch fallback={<Warnings />}>
        <Match when={params.identifier === 'new'}>
          <Give />
        </Match>
        <Match when={params.identifier}>
          <Warning />
        </Match>
      </Switch>
    </Suspense>
  )
}

export default WarningPages
