// Under which key is one's own account kept?
import { accountApi } from '../client/account/account.ts'

export const accountQuery = () => ({
  queryKey: ['account'],
  queryFn: accountApi.account,
  refetchOnMount: 'always' as const,
})
