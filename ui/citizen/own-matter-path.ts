// Under which address does somebody read what concerns him?
export const ownMatterPath = '/public/own'
