// Who is signed in, and what is shown to somebody who is not?
import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { type Accessor, createContext, lazy, Match, Suspense, Switch, useContext } from 'solid-js'
import type { Me } from '../../domain/case/views.ts'
import { asRefusal } from '../client.ts'
import { paths } from '../paths.ts'
import { queries } from '../queries.ts'
import { words } from '../words.ts'
import { Failure } from './states.tsx'

const Layout = lazy(() => import('./layout.tsx'))
const MeContext = createContext<Accessor<Me>>()

/** The signed-in person; only below `Signed`. */
export const useMe = (): Accessor<Me> => useContext(MeContext)!

/** Everything behind the sign-in: asks who one is, else leads to the sign-in page and back. */
export const Signed = (props: RouteSectionProps) => {
  const me = useQuery(queries.me)
  const location = useLocation()
  const signedOut = () => me.isError && asRefusal(me.error).status === 401
  return (
    <Switch>
      <Match when={signedOut()}>
        <Navigate href={paths.signIn(location.pathname === '/' ? undefined : location.pathname + location.search)} />
      </Match>
      <Match when={me.isSuccess || (me.isError && me.data)}>
        <MeContext.Provider value={() => me.data!}>
          <Suspense>
            <Layout>{props.children}</Layout>
          </Suspense>
        </MeContext.Provider>
      </Match>
      <Match when={me.isError}>
        <main class="page narrow">
          <Failure error={me.error} what={words.signIn} onRetry={() => void me.refetch()} />
        </main>
      </Match>
    </Switch>
  )
}
