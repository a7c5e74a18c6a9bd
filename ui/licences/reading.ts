// How do the pages of licences read the register?
import { type LicencesSought, licencesApi } from '../client/licences.ts'

export const everything: LicencesSought = { q: '', scope: '', standing: '', within: '' }

/** As the other lists come: with a revision. */
export const licencesPage = async (sought: LicencesSought, cursor: string | null) => ({
  ...(await licencesApi.page(sought, cursor)),
  revision: 0,
})
