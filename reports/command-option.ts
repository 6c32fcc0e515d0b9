/** The formatter's option by which `sigmaproof test` says that it judges a run of nothing itself. */
export const commandOption = 'isOfCommand'
