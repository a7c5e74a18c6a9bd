// Which accounts does the sign-in page of the demo offer?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { DomainError } from '../../domain/language/errors.ts'
import { enterpriseRoles, type Role } from '../../domain/organisation/roles.ts'
import type { ApiEnv, DemoAccount, Deps } from '../http/deps.ts'

export const createDemoRoutes = ({
  settings,
  demoAccounts,
}: Pick<Deps, 'settings' | 'demoAccounts'>) =>
  new Hono<ApiEnv>().get(
    '/accounts',
    describeRoute({ tags: ['session'], summary: 'Accounts of the demo', security: [] }),
    (c) => {
      if (!settings.demo) throw new DomainError('not-found')
      return c.json(demoAccounts().map(withPlace))
    },
  )

const ofEnterprises: readonly Role[] = enterpriseRoles

/** Either `office` or `enterprise` says where a person belongs. */
const withPlace = (account: DemoAccount) => ({
  ...account,
  [account.roles.some((role) => ofEnterprises.includes(role)) ? 'enterprise' : 'office']:
    account.place.zh,
})
