// How does somebody look after his own account?
import { Match, Switch } from 'solid-js'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { accountQuery } from './client.ts'
import { PasswordSettings } from './password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'
import { meWords as w } from './words.ts'
import '../form/fields.css'

export const AccountSettings = () => {
  const found = useQuery(accountQuery)
  return (
    <>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={found.isError && !found.data}>
          <Failure error={found.error} what={w.sessions} onRetry={() => void found.refetch()} />
        </Match>
        <Match when={found.isSuccess && found.data}>
          {(account) => (
            <>
              <SecondFactor account={account()} />
              <Sessions account={account()} />
            </>
          )}
        </Match>
      </Switch>
      <PasswordSettings />
    </>
  )
}
