// What is shown to somebody who is signed in, and to somebody who is not?
import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router'
import { QueryClientProvider } from '@tanstack/solid-query'
import { Match, Switch } from 'solid-js'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { words } from '../client/words.ts'
import { client, queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { MeContext } from '../screen/me.ts'
import { Failure } from '../screen/states.tsx'
import Layout from './layout.tsx'

/** Everything behind the sign-in: asks who one is, else leads to the sign-in page and back. */
const Person = (props: RouteSectionProps) => {
  const me = useQuery(queries.me)
  const location = useLocation()
  const signedOut = () => asRefusal(me.error).status === 401
  return (
    <Switch>
      <Match when={me.isSuccess}>
        <MeContext.Provider value={() => me.data!}>
          <Layout>{props.children}</Layout>
        </MeContext.Provider>
      </Match>
      <Match when={signedOut()}>
        <Navigate
          href={paths.signIn(
            location.pathname === '/' ? undefined : location.pathname + location.search,
          )}
        />
      </Match>
      <Match when={me.isError}>
        <main class="page narrow">
          <Failure error={me.error} what={words.signIn} onRetry={() => void me.refetch()} />
        </main>
      </Match>
    </Switch>
  )
}

const Signed = (props: RouteSectionProps) => (
  <QueryClientProvider client={client}>
    <Person {...props} />
  </QueryClientProvider>
)

export default Signed
