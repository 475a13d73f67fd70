/** Where all that is to be done is seen. */
export const actionsPage = '/actions'
