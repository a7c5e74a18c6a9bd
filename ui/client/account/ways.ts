// By which ways beside name and password may one sign in here?
import { addressOfRoute, ask } from '../asking.ts'

/** Where the city's single sign-on is met. */
export const singleSignOnAddress = () => addressOfRoute('GET /api/session/oidc')
export const waysIn = () => ask('GET /api/session/ways')
export const askDemoAccounts = () => ask('GET /api/demo/accounts')
