// Who is signed in?
import { type Accessor, createContext, useContext } from 'solid-js'
import type { Me } from '../../contract/account/session.ts'

export const MeContext = createContext<Accessor<Me>>()

/** The signed-in person; only below `Signed`. */
export const useMe = (): Accessor<Me> => useContext(MeContext)!
