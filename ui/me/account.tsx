// How does somebody look after his own account?

import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
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
      <Answered found={found} what={w.sessions} rows={6}>
        {(account) => (
          <>
            <SecondFactor account={account()} />
            <Sessions account={account()} />
          </>
        )}
      </Answered>
      <PasswordSettings />
    </>
  )
}
